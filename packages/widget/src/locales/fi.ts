import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Vahvista henkilöllisyytesi',
  retry: 'Yritä uudelleen',
  idle: {
    title: 'Henkilöllisyyden tarkistus',
    detail: 'Tarvitset henkilöllisyystodistuksen, kameran ja noin kaksi minuuttia.',
  },
  privacy: 'Tarkistuksen tekee Stripe.',
  starting: { title: 'Hetkinen …' },
  processing: { title: 'Tarkistetaan …', detail: 'Tämä kestää harvoin yli minuutin.' },
  processing_long: { title: 'Tarkistetaan …', detail: 'Tämä kestää harvoin yli minuutin.' },
  verified: { title: 'Henkilöllisyytesi on vahvistettu' },
  unavailable: { title: 'Jokin meni vikaan', detail: 'Tarkista verkkosi ja yritä uudelleen.' },
}
