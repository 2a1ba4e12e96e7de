import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Mijn identiteit verifiëren',
  retry: 'Opnieuw proberen',
  idle: {
    title: 'Identiteitsverificatie',
    detail: 'U hebt een officieel identiteitsbewijs, een camera en ongeveer twee minuten nodig.',
  },
  privacy: 'Stripe verzamelt uw document en foto’s en deelt de resultaten met ons.',
  starting: { title: 'Een ogenblik…' },
  processing: {
    title: 'Uw gegevens worden gecontroleerd…',
    detail: 'Dit duurt meestal minder dan een minuut.',
  },
  verified: { title: 'Uw identiteit is geverifieerd' },
  unavailable: {
    title: 'Verificatie is op dit moment niet beschikbaar',
    detail: 'Controleer uw verbinding en laad de pagina opnieuw.',
  },
}
