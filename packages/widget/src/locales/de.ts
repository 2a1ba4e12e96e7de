import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Identität bestätigen',
  retry: 'Erneut versuchen',
  idle: {
    title: 'Identitätsprüfung',
    detail: 'Sie benötigen einen amtlichen Ausweis, eine Kamera und etwa zwei Minuten Zeit.',
  },
  privacy: 'Stripe erfasst Ihr Ausweisdokument und Ihre Fotos und teilt uns die Ergebnisse mit.',
  starting: { title: 'Einen Moment …' },
  processing: {
    title: 'Ihre Angaben werden geprüft …',
    detail: 'Das dauert meist weniger als eine Minute.',
  },
  verified: { title: 'Ihre Identität ist bestätigt' },
  unavailable: {
    title: 'Die Prüfung ist gerade nicht verfügbar',
    detail: 'Prüfen Sie Ihre Internetverbindung, und laden Sie die Seite neu.',
  },
}
