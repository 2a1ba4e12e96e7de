import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Bekræft din identitet',
  retry: 'Prøv igen',
  idle: {
    title: 'Identitetskontrol',
    detail: 'Du skal bruge et identitetsdokument, et kamera og cirka to minutter.',
  },
  privacy: 'Stripe udfører kontrollen.',
  starting: { title: 'Et øjeblik …' },
  processing: { title: 'Kontrollerer …', detail: 'Det tager sjældent mere end et minut.' },
  processing_long: { title: 'Kontrollerer …', detail: 'Det tager sjældent mere end et minut.' },
  verified: { title: 'Din identitet er bekræftet' },
  unavailable: { title: 'Noget gik galt', detail: 'Kontrollér netværket, og prøv igen.' },
}
