import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifica la tua identità',
  retry: 'Riprova',
  idle: {
    title: 'Verifica dell’identità',
    detail: 'Servono un documento d’identità, una fotocamera e circa due minuti.',
  },
  privacy: 'La verifica è svolta da Stripe.',
  starting: { title: 'Un momento …' },
  processing: { title: 'Verifica in corso …', detail: 'Raramente richiede più di un minuto.' },
  processing_long: { title: 'Verifica in corso …', detail: 'Raramente richiede più di un minuto.' },
  verified: { title: 'La sua identità è verificata' },
  unavailable: { title: 'Qualcosa è andato storto', detail: 'Controlli la rete, poi riprovi.' },
}
