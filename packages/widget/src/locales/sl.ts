import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Potrdite svojo identiteto',
  retry: 'Poskusite znova',
  idle: {
    title: 'Preverjanje identitete',
    detail: 'Potrebujete osebni dokument, kamero in približno dve minuti.',
  },
  privacy: 'Preverjanje opravi Stripe.',
  starting: { title: 'Trenutek …' },
  processing: { title: 'Preverjanje …', detail: 'Redko traja več kot minuto.' },
  processing_long: { title: 'Preverjanje …', detail: 'Redko traja več kot minuto.' },
  verified: { title: 'Vaša identiteta je potrjena' },
  unavailable: { title: 'Nekaj je šlo narobe', detail: 'Preverite omrežje in poskusite znova.' },
}
