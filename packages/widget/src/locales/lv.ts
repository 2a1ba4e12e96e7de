import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Apstipriniet savu identitāti',
  retry: 'Mēģināt vēlreiz',
  idle: {
    title: 'Identitātes pārbaude',
    detail: 'Nepieciešams personu apliecinošs dokuments, kamera un aptuveni divas minūtes.',
  },
  privacy: 'Pārbaudi veic Stripe.',
  starting: { title: 'Mirklīti …' },
  processing: { title: 'Notiek pārbaude …', detail: 'Tas reti ilgst vairāk par minūti.' },
  processing_long: { title: 'Notiek pārbaude …', detail: 'Tas reti ilgst vairāk par minūti.' },
  verified: { title: 'Jūsu identitāte ir apstiprināta' },
  unavailable: { title: 'Radās kļūda', detail: 'Pārbaudiet tīklu un mēģiniet vēlreiz.' },
}
