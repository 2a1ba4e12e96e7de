import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Zweryfikuj tożsamość',
  retry: 'Spróbuj ponownie',
  idle: {
    title: 'Weryfikacja tożsamości',
    detail: 'Potrzebny jest dokument tożsamości, kamera i około dwóch minut.',
  },
  privacy: 'Weryfikację przeprowadza Stripe.',
  starting: { title: 'Chwileczkę …' },
  processing: { title: 'Trwa sprawdzanie …', detail: 'Rzadko trwa to dłużej niż minutę.' },
  processing_long: { title: 'Trwa sprawdzanie …', detail: 'Rzadko trwa to dłużej niż minutę.' },
  verified: { title: 'Tożsamość została zweryfikowana' },
  unavailable: { title: 'Coś poszło nie tak', detail: 'Sprawdź sieć i spróbuj ponownie.' },
}
