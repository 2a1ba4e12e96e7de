import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Potvrdi moj identitet',
  retry: 'Pokušaj ponovno',
  idle: {
    title: 'Provjera identiteta',
    detail: 'Trebat će vam službena identifikacijska isprava, kamera i oko dvije minute.',
  },
  privacy: 'Stripe prikuplja vašu ispravu i fotografije te s nama dijeli rezultate.',
  starting: { title: 'Trenutak…' },
  processing: {
    title: 'Provjeravamo vaše podatke…',
    detail: 'To obično traje manje od minute.',
  },
  verified: { title: 'Vaš je identitet potvrđen' },
  unavailable: {
    title: 'Provjera trenutačno nije dostupna',
    detail: 'Provjerite vezu i ponovno učitajte stranicu.',
  },
}
