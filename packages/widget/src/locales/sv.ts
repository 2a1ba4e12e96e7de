import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifiera din identitet',
  retry: 'Försök igen',
  idle: {
    title: 'Identitetskontroll',
    detail: 'Du behöver en id-handling, en kamera och ungefär två minuter.',
  },
  privacy: 'Stripe gör kontrollen.',
  starting: { title: 'Ett ögonblick …' },
  processing: { title: 'Kontrollerar …', detail: 'Det tar sällan längre än en minut.' },
  processing_long: { title: 'Kontrollerar …', detail: 'Det tar sällan längre än en minut.' },
  verified: { title: 'Din identitet är verifierad' },
  unavailable: { title: 'Något gick fel', detail: 'Kontrollera nätverket och försök igen.' },
}
