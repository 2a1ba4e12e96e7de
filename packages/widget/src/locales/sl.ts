import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Potrdi mojo identiteto',
  retry: 'Poskusi znova',
  idle: {
    title: 'Preverjanje identitete',
    detail: 'Potrebujete uradni osebni dokument, kamero in približno dve minuti.',
  },
  privacy: 'Stripe zbere vaš dokument in fotografije ter rezultate posreduje nam.',
  starting: { title: 'Trenutek…' },
  processing: {
    title: 'Preverjamo vaše podatke…',
    detail: 'To običajno traja manj kot minuto.',
  },
  verified: { title: 'Vaša identiteta je potrjena' },
  unavailable: {
    title: 'Preverjanje trenutno ni na voljo',
    detail: 'Preverite povezavo in znova naložite stran.',
  },
}
