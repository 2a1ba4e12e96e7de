import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Vahvista henkilöllisyyteni',
  retry: 'Yritä uudelleen',
  idle: {
    title: 'Henkilöllisyyden vahvistaminen',
    detail: 'Tarvitset virallisen henkilöllisyystodistuksen, kameran ja noin kaksi minuuttia.',
  },
  privacy: 'Stripe kerää asiakirjasi ja kuvasi ja jakaa tulokset kanssamme.',
  starting: { title: 'Hetkinen …' },
  processing: {
    title: 'Tietojasi tarkistetaan …',
    detail: 'Tämä kestää yleensä alle minuutin.',
  },
  verified: { title: 'Henkilöllisyytesi on vahvistettu' },
  unavailable: {
    title: 'Vahvistaminen ei ole juuri nyt käytettävissä',
    detail: 'Tarkista yhteytesi ja lataa sivu uudelleen.',
  },
}
