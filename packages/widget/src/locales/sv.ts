import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifiera min identitet',
  retry: 'Försök igen',
  idle: {
    title: 'Identitetsverifiering',
    detail: 'Du behöver en officiell id-handling, en kamera och ungefär två minuter.',
  },
  privacy: 'Stripe samlar in din id-handling och dina foton och delar resultatet med oss.',
  starting: { title: 'Ett ögonblick …' },
  processing: {
    title: 'Dina uppgifter kontrolleras …',
    detail: 'Det tar oftast mindre än en minut.',
  },
  verified: { title: 'Din identitet är verifierad' },
  unavailable: {
    title: 'Verifieringen är inte tillgänglig just nu',
    detail: 'Kontrollera din anslutning och ladda om sidan.',
  },
}
