import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Vérifier votre identité',
  retry: 'Réessayer',
  idle: {
    title: 'Vérification d’identité',
    detail: 'Il vous faut une pièce d’identité, une caméra et environ deux minutes.',
  },
  privacy: 'Stripe effectue la vérification.',
  starting: { title: 'Un instant …' },
  processing: { title: 'Vérification en cours …', detail: 'Cela prend rarement plus d’une minute.' },
  processing_long: { title: 'Vérification en cours …', detail: 'Cela prend rarement plus d’une minute.' },
  verified: { title: 'Votre identité est vérifiée' },
  unavailable: { title: 'Une erreur s’est produite', detail: 'Vérifiez votre réseau, puis réessayez.' },
}
