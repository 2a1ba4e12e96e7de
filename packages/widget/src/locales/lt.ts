import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Patvirtinti mano tapatybę',
  retry: 'Bandyti dar kartą',
  idle: {
    title: 'Tapatybės patvirtinimas',
    detail: 'Jums reikės oficialaus asmens dokumento, kameros ir maždaug dviejų minučių.',
  },
  privacy: '„Stripe“ renka jūsų dokumentą ir nuotraukas ir pateikia mums rezultatus.',
  starting: { title: 'Akimirką…' },
  processing: {
    title: 'Tikrinami jūsų duomenys…',
    detail: 'Paprastai tai trunka trumpiau nei minutę.',
  },
  verified: { title: 'Jūsų tapatybė patvirtinta' },
  unavailable: {
    title: 'Patvirtinimas šiuo metu nepasiekiamas',
    detail: 'Patikrinkite ryšį ir įkelkite puslapį iš naujo.',
  },
}
