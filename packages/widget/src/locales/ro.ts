import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificați-vă identitatea',
  retry: 'Încercați din nou',
  idle: {
    title: 'Verificarea identității',
    detail: 'Aveți nevoie de un act de identitate, de o cameră și de circa două minute.',
  },
  privacy: 'Verificarea este făcută de Stripe.',
  starting: { title: 'O clipă …' },
  processing: { title: 'Se verifică …', detail: 'Rareori durează mai mult de un minut.' },
  processing_long: { title: 'Se verifică …', detail: 'Rareori durează mai mult de un minut.' },
  verified: { title: 'Identitatea dvs. este verificată' },
  unavailable: { title: 'Ceva nu a mers bine', detail: 'Verificați rețeaua și încercați din nou.' },
}
