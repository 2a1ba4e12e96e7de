import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Személyazonosság igazolása',
  retry: 'Próbálja újra',
  idle: {
    title: 'Személyazonosság ellenőrzése',
    detail: 'Szüksége van egy okmányra, egy kamerára és körülbelül két percre.',
  },
  privacy: 'Az ellenőrzést a Stripe végzi.',
  starting: { title: 'Egy pillanat …' },
  processing: { title: 'Ellenőrzés folyamatban …', detail: 'Ritkán tart tovább egy percnél.' },
  processing_long: { title: 'Ellenőrzés folyamatban …', detail: 'Ritkán tart tovább egy percnél.' },
  verified: { title: 'Személyazonossága igazolva' },
  unavailable: { title: 'Valami hiba történt', detail: 'Ellenőrizze a hálózatot, majd próbálja újra.' },
}
