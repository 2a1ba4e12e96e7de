import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificar su identidad',
  retry: 'Intentar de nuevo',
  idle: {
    title: 'Verificación de identidad',
    detail: 'Necesita un documento de identidad, una cámara y unos dos minutos.',
  },
  privacy: 'Stripe realiza la verificación.',
  starting: { title: 'Un momento …' },
  processing: { title: 'Comprobando …', detail: 'Rara vez tarda más de un minuto.' },
  processing_long: { title: 'Comprobando …', detail: 'Rara vez tarda más de un minuto.' },
  verified: { title: 'Su identidad está verificada' },
  unavailable: { title: 'Algo ha ido mal', detail: 'Compruebe su red e inténtelo de nuevo.' },
}
