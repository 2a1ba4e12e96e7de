import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Apstiprināt manu identitāti',
  retry: 'Mēģināt vēlreiz',
  idle: {
    title: 'Identitātes pārbaude',
    detail: 'Jums būs vajadzīgs oficiāls personu apliecinošs dokuments, kamera un aptuveni divas minūtes.',
  },
  privacy: 'Stripe iegūst jūsu dokumentu un fotoattēlus un dalās ar mums rezultātos.',
  starting: { title: 'Vienu mirkli…' },
  processing: {
    title: 'Pārbaudām jūsu datus…',
    detail: 'Parasti tas aizņem mazāk par minūti.',
  },
  verified: { title: 'Jūsu identitāte ir apstiprināta' },
  unavailable: {
    title: 'Pārbaude pašlaik nav pieejama',
    detail: 'Pārbaudiet savienojumu un atkārtoti ielādējiet lapu.',
  },
}
