import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Vérifier mon identité',
  retry: 'Réessayer',
  idle: {
    title: 'Vérification d’identité',
    detail: 'Il vous faut une pièce d’identité officielle, une caméra et environ deux minutes.',
  },
  privacy: 'Stripe recueille votre pièce d’identité et vos photos, et nous communique les résultats.',
  starting: { title: 'Un instant…' },
  processing: {
    title: 'Vérification de vos informations…',
    detail: 'Cela prend généralement moins d’une minute.',
  },
  verified: { title: 'Votre identité est vérifiée' },
  unavailable: {
    title: 'La vérification n’est pas disponible pour le moment',
    detail: 'Vérifiez votre connexion, puis rechargez la page.',
  },
}
