import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Overiť moju totožnosť',
  retry: 'Skúsiť znova',
  idle: {
    title: 'Overenie totožnosti',
    detail: 'Budete potrebovať úradný doklad totožnosti, fotoaparát a približne dve minúty.',
  },
  privacy: 'Stripe zhromažďuje váš doklad a fotografie a výsledky nám odovzdáva.',
  starting: { title: 'Moment…' },
  processing: {
    title: 'Kontrolujeme vaše údaje…',
    detail: 'Zvyčajne to trvá menej ako minútu.',
  },
  verified: { title: 'Vaša totožnosť je overená' },
  unavailable: {
    title: 'Overenie teraz nie je k dispozícii',
    detail: 'Skontrolujte pripojenie a načítajte stránku znova.',
  },
}
