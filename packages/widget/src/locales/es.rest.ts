import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'No ha terminado la verificación',
  detail: 'Continúe donde lo dejó cuando quiera.',
}
const noCamera: Advice = {
  title: 'No hemos podido usar su cámara',
  detail: 'Permita que esta página acceda a la cámara o use un dispositivo que tenga una.',
}
const phoneDeclined: Advice = {
  title: 'No ha confirmado su número de teléfono',
  detail: 'Inténtelo de nuevo e introduzca el código que le enviamos.',
}

export const messages: RestTexts = {
  attempts_left: 'Intentos restantes: {count}',
  processing_long: {
    title: 'Seguimos verificando…',
    detail: 'Puede salir de esta página. El resultado estará aquí cuando vuelva.',
  },
  open: { title: 'Continúe en la ventana que se ha abierto' },
  requires_input: {
    title: 'No hemos podido verificar su identidad',
    detail: 'Inténtelo de nuevo o use otro documento.',
  },
  taken_back: {
    title: 'Es necesario repetir esta verificación',
    detail: 'Su verificación anterior ya no es válida. Vuelva a verificar su identidad.',
  },
  canceled: {
    title: 'Se ha cancelado esta verificación',
    detail: 'Puede empezar otra cuando quiera.',
  },
  redacted: {
    title: 'Se han borrado los datos de su verificación',
    detail: 'Puede volver a verificar su identidad cuando quiera.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'No ha aceptado la verificación',
    detail:
      'Inténtelo de nuevo para aceptarla o póngase en contacto con nosotros para verificar su identidad de otra forma.',
  },
  country_not_supported: {
    title: 'La verificación no está disponible en su país',
    detail: 'Póngase en contacto con nosotros para verificar su identidad de otra forma.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Su documento ha caducado',
    detail: 'Use uno que esté vigente.',
  },
  document_type_not_supported: {
    title: 'No se admite este tipo de documento',
    detail: 'Inténtelo de nuevo con uno de los documentos admitidos.',
  },
  document_unverified_other: {
    title: 'No hemos podido verificar su documento',
    detail: 'Haga la foto con buena luz y con los cuatro bordes visibles.',
  },
  email_unverified_other: {
    title: 'No hemos podido verificar su correo electrónico',
    detail: 'Compruebe la dirección e introduzca el código que le enviamos.',
  },
  email_verification_declined: {
    title: 'No ha confirmado su correo electrónico',
    detail: 'Inténtelo de nuevo e introduzca el código que le enviamos.',
  },
  id_number_insufficient_document_data: {
    title: 'Su documento no contiene datos suficientes para verificar su número de identificación',
    detail: 'Use uno en el que figuren su nombre completo y su fecha de nacimiento.',
  },
  id_number_mismatch: {
    title: 'Su número de identificación no coincide con sus datos',
    detail: 'Compruebe el número, su nombre y su fecha de nacimiento e inténtelo de nuevo.',
  },
  id_number_unverified_other: {
    title: 'No hemos podido verificar su número de identificación',
    detail: 'Compruebe el número e inténtelo de nuevo.',
  },
  phone_unverified_other: {
    title: 'No hemos podido verificar su número de teléfono',
    detail: 'Compruebe el número e introduzca el código que le enviamos.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Su documento no tiene una foto suya',
    detail: 'Use un documento con foto.',
  },
  selfie_face_mismatch: {
    title: 'Su selfie no coincide con la foto del documento',
    detail: 'Hágase otra selfie y use un documento propio.',
  },
  selfie_manipulated: {
    title: 'Su selfie parece editada',
    detail: 'Hágase otra con la cámara, sin filtros.',
  },
  selfie_unverified_other: {
    title: 'No hemos podido verificar su selfie',
    detail: 'Hágasela con buena luz y con toda la cara visible.',
  },
  under_supported_age: {
    title: 'No alcanza la edad mínima',
    detail: 'Póngase en contacto con nosotros para verificar su identidad de otra forma.',
  },

  offline: {
    title: 'No tiene conexión',
    detail: 'Conéctese a internet e inténtelo de nuevo.',
  },
  network_error: {
    title: 'No se ha podido establecer la conexión',
    detail: 'Compruebe su conexión a internet e inténtelo de nuevo.',
  },
  unauthenticated: {
    title: 'No ha iniciado sesión',
    detail: 'Inicie sesión e inténtelo de nuevo.',
  },
  identity_verification_required: {
    title: 'Verifique primero su identidad',
    detail: 'Después podrá continuar.',
  },
  attempts_exhausted: {
    title: 'No le quedan intentos',
    detail: 'Póngase en contacto con nosotros para verificar su identidad de otra forma.',
  },
  rate_limited: {
    title: 'Demasiados intentos en poco tiempo',
    detail: 'Inténtelo de nuevo en un minuto.',
  },
  user_limit_reached: {
    title: 'Ha alcanzado el límite de hoy',
    detail: 'Inténtelo de nuevo mañana.',
  },
  daily_limit_reached: {
    title: 'Hoy no se pueden hacer más verificaciones',
    detail: 'Inténtelo de nuevo mañana.',
  },
  not_found: {
    title: 'No hemos encontrado su verificación',
    detail: 'Vuelva a cargar la página e inténtelo de nuevo.',
  },
  not_cancelable: {
    title: 'Esta verificación no se puede cancelar ahora',
    detail: 'Vuelva a cargar la página para ver en qué punto está la verificación.',
  },
  invalid_state: {
    title: 'Eso no es posible en este momento',
    detail: 'Vuelva a cargar la página para ver en qué punto está su verificación.',
  },
  modal_already_open: {
    title: 'Ya hay otra verificación abierta',
    detail: 'Termínela primero.',
  },
  stripe_load_failed: {
    title: 'No se ha cargado la verificación',
    detail: 'Desactive los bloqueadores de anuncios en esta página e inténtelo de nuevo.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Algo ha salido mal',
    detail: 'Inténtelo de nuevo en un minuto.',
  },
  setup: {
    title: 'La verificación no está configurada en esta página',
    detail: 'Póngase en contacto con nosotros para verificar su identidad de otra forma.',
  },
}
