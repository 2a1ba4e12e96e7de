import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Zweryfikuj tożsamość',
  retry: 'Spróbuj ponownie',
  idle: {
    title: 'Weryfikacja tożsamości',
    detail: 'Potrzebny będzie urzędowy dokument tożsamości, aparat i około dwóch minut.',
  },
  privacy: 'Stripe pobiera dokument i zdjęcia oraz udostępnia nam wyniki.',
  starting: { title: 'Chwileczkę…' },
  processing: {
    title: 'Sprawdzanie danych…',
    detail: 'Zwykle trwa to mniej niż minutę.',
  },
  verified: { title: 'Tożsamość została zweryfikowana' },
  unavailable: {
    title: 'Weryfikacja jest teraz niedostępna',
    detail: 'Proszę sprawdzić połączenie i odświeżyć stronę.',
  },
}
