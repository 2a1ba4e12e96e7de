import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifiser identiteten min',
  retry: 'Prøv igjen',
  idle: {
    title: 'Identitetsverifisering',
    detail: 'Du trenger offentlig utstedt legitimasjon, et kamera og omtrent to minutter.',
  },
  privacy: 'Stripe samler inn dokumentet og bildene dine og deler resultatet med oss.',
  starting: { title: 'Et øyeblikk …' },
  processing: {
    title: 'Vi kontrollerer opplysningene dine …',
    detail: 'Dette tar vanligvis mindre enn ett minutt.',
  },
  verified: { title: 'Identiteten din er verifisert' },
  unavailable: {
    title: 'Verifiseringen er ikke tilgjengelig akkurat nå',
    detail: 'Sjekk tilkoblingen din, og last inn siden på nytt.',
  },
}
