import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifica la mia identità',
  retry: 'Riprova',
  idle: {
    title: 'Verifica dell’identità',
    detail: 'Le servono un documento di identità ufficiale, una fotocamera e circa due minuti.',
  },
  privacy: 'Stripe raccoglie il suo documento e le sue foto e condivide i risultati con noi.',
  starting: { title: 'Un momento…' },
  processing: {
    title: 'Verifica dei suoi dati in corso…',
    detail: 'Di solito richiede meno di un minuto.',
  },
  verified: { title: 'La sua identità è verificata' },
  unavailable: {
    title: 'La verifica non è disponibile al momento',
    detail: 'Controlli la connessione e ricarichi la pagina.',
  },
}
