import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Potvrdite svoj identitet',
  retry: 'Pokušajte ponovno',
  idle: { title: 'Provjera identiteta', detail: 'Trebate osobni dokument, kameru i oko dvije minute.' },
  privacy: 'Provjeru obavlja Stripe.',
  starting: { title: 'Trenutak …' },
  processing: { title: 'Provjera u tijeku …', detail: 'Rijetko traje dulje od minute.' },
  processing_long: { title: 'Provjera u tijeku …', detail: 'Rijetko traje dulje od minute.' },
  verified: { title: 'Vaš je identitet potvrđen' },
  unavailable: { title: 'Nešto je pošlo po zlu', detail: 'Provjerite mrežu pa pokušajte ponovno.' },
}
