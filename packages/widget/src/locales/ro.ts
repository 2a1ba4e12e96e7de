import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifică-mi identitatea',
  retry: 'Reîncearcă',
  idle: {
    title: 'Verificarea identității',
    detail: 'Aveți nevoie de un act de identitate oficial, de o cameră și de aproximativ două minute.',
  },
  privacy: 'Stripe colectează actul și fotografiile dumneavoastră și ne comunică rezultatele.',
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
