import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Bekræft min identitet',
  retry: 'Prøv igen',
  idle: {
    title: 'Verificering af identitet',
    detail: 'Du skal bruge officiel legitimation, et kamera og cirka to minutter.',
  },
  privacy: 'Stripe indsamler dit dokument og dine billeder og deler resultaterne med os.',
  starting: { title: 'Et øjeblik …' },
  processing: {
    title: 'Vi kontrollerer dine oplysninger …',
    detail: 'Det tager som regel under et minut.',
  },
  verified: { title: 'Din identitet er bekræftet' },
  unavailable: {
    title: 'Verificeringen er ikke tilgængelig lige nu',
    detail: 'Tjek din forbindelse, og genindlæs siden.',
  },
}
