import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Uw identiteit bevestigen',
  retry: 'Opnieuw proberen',
  idle: {
    title: 'Identiteitscontrole',
    detail: 'U hebt een identiteitsbewijs, een camera en ongeveer twee minuten nodig.',
  },
  privacy: 'Stripe voert de controle uit.',
  starting: { title: 'Een ogenblik …' },
  processing: { title: 'Bezig met controleren …', detail: 'Dit duurt zelden langer dan een minuut.' },
  processing_long: { title: 'Bezig met controleren …', detail: 'Dit duurt zelden langer dan een minuut.' },
  verified: { title: 'Uw identiteit is bevestigd' },
  unavailable: { title: 'Er is iets misgegaan', detail: 'Controleer uw netwerk en probeer het opnieuw.' },
}
