import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Patvirtinkite savo tapatybę',
  retry: 'Bandyti dar kartą',
  idle: { title: 'Tapatybės patikra', detail: 'Reikia asmens dokumento, kameros ir maždaug dviejų minučių.' },
  privacy: 'Patikrą atlieka „Stripe“.',
  starting: { title: 'Akimirką …' },
  processing: { title: 'Tikrinama …', detail: 'Retai trunka ilgiau nei minutę.' },
  processing_long: { title: 'Tikrinama …', detail: 'Retai trunka ilgiau nei minutę.' },
  verified: { title: 'Jūsų tapatybė patvirtinta' },
  unavailable: { title: 'Įvyko klaida', detail: 'Patikrinkite tinklą ir bandykite dar kartą.' },
}
