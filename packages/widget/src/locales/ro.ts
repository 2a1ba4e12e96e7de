import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificați-vă identitatea',
  retry: 'Încercați din nou',
  idle: {
    title: 'Verificarea identității',
    detail: 'Aveți nevoie de un document de identitate oficial, de o cameră și de aproximativ două minute.',
  },
  privacy: 'Stripe colectează documentul și fotografiile dumneavoastră și ne comunică rezultatele.',
  starting: { title: 'Un moment…' },
  processing: {
    title: 'Vă verificăm datele…',
    detail: 'De obicei durează mai puțin de un minut.',
  },
  verified: { title: 'Identitatea dumneavoastră este verificată' },
  unavailable: {
    title: 'Verificarea nu este disponibilă momentan',
    detail: 'Verificați conexiunea, apoi reîncărcați pagina.',
  },
}
