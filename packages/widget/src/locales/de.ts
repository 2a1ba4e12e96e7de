import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Identität bestätigen',
  retry: 'Erneut versuchen',
  idle: {
    title: 'Identitätsprüfung',
    detail: 'Sie brauchen ein Ausweisdokument, eine Kamera und etwa zwei Minuten.',
  },
  privacy: 'Stripe führt die Prüfung durch.',
  starting: { title: 'Einen Moment …' },
  processing: { title: 'Prüfung läuft …', detail: 'Das dauert selten länger als eine Minute.' },
  processing_long: { title: 'Prüfung läuft …', detail: 'Das dauert selten länger als eine Minute.' },
  verified: { title: 'Ihre Identität ist bestätigt' },
  unavailable: {
    title: 'Etwas ist schiefgegangen',
    detail: 'Prüfen Sie Ihr Netz, und versuchen Sie es dann erneut.',
  },
}
