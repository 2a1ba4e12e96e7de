import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Ověřit mou totožnost',
  retry: 'Zkusit znovu',
  idle: {
    title: 'Ověření totožnosti',
    detail: 'Budete potřebovat úřední doklad totožnosti, fotoaparát a přibližně dvě minuty.',
  },
  privacy: 'Stripe shromažďuje váš doklad a fotografie a výsledky nám předává.',
  starting: { title: 'Okamžik prosím…' },
  processing: {
    title: 'Kontrolujeme vaše údaje…',
    detail: 'Obvykle to trvá méně než minutu.',
  },
  verified: { title: 'Vaše totožnost je ověřena' },
  unavailable: {
    title: 'Ověření teď není k dispozici',
    detail: 'Zkontrolujte připojení a načtěte stránku znovu.',
  },
}
