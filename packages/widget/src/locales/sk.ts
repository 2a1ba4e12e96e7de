import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Overiť totožnosť',
  retry: 'Skúsiť znova',
  idle: { title: 'Overenie totožnosti', detail: 'Potrebujete doklad totožnosti, kameru a asi dve minúty.' },
  privacy: 'Overenie vykonáva Stripe.',
  starting: { title: 'Okamih …' },
  processing: { title: 'Prebieha kontrola …', detail: 'Málokedy trvá dlhšie ako minútu.' },
  processing_long: { title: 'Prebieha kontrola …', detail: 'Málokedy trvá dlhšie ako minútu.' },
  verified: { title: 'Vaša totožnosť je overená' },
  unavailable: { title: 'Niečo sa pokazilo', detail: 'Skontrolujte sieť a skúste to znova.' },
}
