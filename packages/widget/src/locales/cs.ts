import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Ověřit totožnost',
  retry: 'Zkusit znovu',
  idle: { title: 'Ověření totožnosti', detail: 'Potřebujete doklad totožnosti, kameru a asi dvě minuty.' },
  privacy: 'Ověření provádí Stripe.',
  starting: { title: 'Okamžik …' },
  processing: { title: 'Probíhá kontrola …', detail: 'Málokdy trvá déle než minutu.' },
  processing_long: { title: 'Probíhá kontrola …', detail: 'Málokdy trvá déle než minutu.' },
  verified: { title: 'Vaše totožnost je ověřena' },
  unavailable: { title: 'Něco se pokazilo', detail: 'Zkontrolujte síť a zkuste to znovu.' },
}
