import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Kinnita minu isik',
  retry: 'Proovi uuesti',
  idle: {
    title: 'Isiku tuvastamine',
    detail: 'Teil on vaja ametlikku isikut tõendavat dokumenti, kaamerat ja umbes kaht minutit.',
  },
  privacy: 'Stripe kogub teie dokumendi ja fotod ning jagab tulemusi meiega.',
  starting: { title: 'Üks hetk…' },
  processing: {
    title: 'Kontrollime teie andmeid…',
    detail: 'Tavaliselt võtab see vähem kui minuti.',
  },
  verified: { title: 'Teie isik on kinnitatud' },
  unavailable: {
    title: 'Tuvastamine pole praegu saadaval',
    detail: 'Kontrollige ühendust ja laadige leht uuesti.',
  },
}
