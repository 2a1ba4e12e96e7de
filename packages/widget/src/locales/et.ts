import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Kinnitage oma isik',
  retry: 'Proovige uuesti',
  idle: {
    title: 'Isikusamasuse kontroll',
    detail: 'Vajate isikut tõendavat dokumenti, kaamerat ja umbes kaht minutit.',
  },
  privacy: 'Kontrolli teeb Stripe.',
  starting: { title: 'Üks hetk …' },
  processing: { title: 'Kontrollimine …', detail: 'See võtab harva üle minuti.' },
  processing_long: { title: 'Kontrollimine …', detail: 'See võtab harva üle minuti.' },
  verified: { title: 'Teie isik on kinnitatud' },
  unavailable: { title: 'Midagi läks valesti', detail: 'Kontrollige võrku ja proovige uuesti.' },
}
