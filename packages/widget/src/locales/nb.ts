import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Bekreft identiteten din',
  retry: 'Prøv på nytt',
  idle: {
    title: 'Identitetskontroll',
    detail: 'Du trenger et identitetsdokument, et kamera og omtrent to minutter.',
  },
  privacy: 'Stripe utfører kontrollen.',
  starting: { title: 'Et øyeblikk …' },
  processing: { title: 'Kontrollerer …', detail: 'Det tar sjelden mer enn et minutt.' },
  processing_long: { title: 'Kontrollerer …', detail: 'Det tar sjelden mer enn et minutt.' },
  verified: { title: 'Identiteten din er bekreftet' },
  unavailable: { title: 'Noe gikk galt', detail: 'Kontroller nettverket, og prøv på nytt.' },
}
