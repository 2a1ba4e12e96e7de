import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificar mi identidad',
  retry: 'Intentarlo de nuevo',
  idle: {
    title: 'Verificación de identidad',
    detail: 'Necesita un documento de identidad oficial, una cámara y unos dos minutos.',
  },
  privacy: 'Stripe recoge su documento y sus fotos y comparte los resultados con nosotros.',
  starting: { title: 'Un momento…' },
  processing: {
    title: 'Verificando sus datos…',
    detail: 'Normalmente tarda menos de un minuto.',
  },
  verified: { title: 'Su identidad está verificada' },
  unavailable: {
    title: 'La verificación no está disponible en este momento',
    detail: 'Compruebe su conexión y vuelva a cargar la página.',
  },
}
