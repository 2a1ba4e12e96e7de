import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Intentos restantes: {count}',
  open: { title: 'Continúe en la ventana abierta' },
  requires_input: {
    title: 'No se pudo verificar su identidad',
    detail: 'Inténtelo de nuevo o utilice otro documento.',
  },
  taken_back: { title: 'No se pudo verificar su identidad', detail: 'Empiece de nuevo cuando quiera.' },
  canceled: { title: 'Esta verificación se canceló', detail: 'Empiece de nuevo cuando quiera.' },
  redacted: { title: 'Sus datos se borraron', detail: 'Empiece de nuevo cuando quiera.' },
  abandoned: { title: 'No ha terminado', detail: 'Inténtelo de nuevo cuando quiera.' },
  consent_declined: {
    title: 'No aceptó la verificación',
    detail: 'Inténtelo de nuevo para aceptarla, o pídanos otra forma de hacerlo.',
  },
  country_not_supported: { title: 'Su país no está admitido', detail: 'Pídanos otra forma de hacerlo.' },
  device_not_supported: {
    title: 'No se pudo usar ninguna cámara',
    detail: 'Permita que esta página use la cámara, o utilice otro dispositivo.',
  },
  document_expired: { title: 'Su documento ha caducado', detail: 'Utilice otro documento.' },
  document_type_not_supported: { title: 'Su documento no está admitido', detail: 'Utilice otro documento.' },
  document_unverified_other: {
    title: 'No se pudo comprobar su documento',
    detail: 'Busque buena luz y muestre todos los bordes, o utilice otro documento.',
  },
  email_unverified_other: {
    title: 'No se pudo comprobar su correo electrónico',
    detail: 'Introduzca el código enviado o utilice otra dirección.',
  },
  email_verification_declined: {
    title: 'No se pudo comprobar su correo electrónico',
    detail: 'Introduzca el código enviado o utilice otra dirección.',
  },
  id_number_insufficient_document_data: {
    title: 'No se pudo comprobar su número de identidad',
    detail: 'Introdúzcalo como figura en su documento, o utilice otro documento.',
  },
  id_number_mismatch: {
    title: 'No se pudo comprobar su número de identidad',
    detail: 'Introdúzcalo como figura en su documento, o utilice otro documento.',
  },
  id_number_unverified_other: {
    title: 'No se pudo comprobar su número de identidad',
    detail: 'Introdúzcalo como figura en su documento, o utilice otro documento.',
  },
  phone_unverified_other: {
    title: 'No se pudo comprobar su teléfono',
    detail: 'Introduzca el código enviado o utilice otro número.',
  },
  phone_verification_declined: {
    title: 'No se pudo comprobar su teléfono',
    detail: 'Introduzca el código enviado o utilice otro número.',
  },
  phone_otp_declined: {
    title: 'No se pudo comprobar su teléfono',
    detail: 'Introduzca el código enviado o utilice otro número.',
  },
  selfie_document_missing_photo: {
    title: 'Su documento no tiene una foto suya',
    detail: 'Utilice otro documento.',
  },
  selfie_face_mismatch: {
    title: 'No se pudo comprobar su selfi',
    detail: 'Busque buena luz y muestre toda la cara.',
  },
  selfie_manipulated: {
    title: 'No se pudo comprobar su selfi',
    detail: 'Busque buena luz y muestre toda la cara.',
  },
  selfie_unverified_other: {
    title: 'No se pudo comprobar su selfi',
    detail: 'Busque buena luz y muestre toda la cara.',
  },
  under_supported_age: { title: 'No tiene la edad necesaria', detail: 'Pídanos otra forma de hacerlo.' },
  offline: { title: 'No hay conexión', detail: 'Compruebe su red e inténtelo de nuevo.' },
  network_error: { title: 'No hay conexión', detail: 'Compruebe su red e inténtelo de nuevo.' },
  unauthenticated: { title: 'No ha iniciado sesión', detail: 'Inicie sesión e inténtelo de nuevo.' },
  identity_verification_required: { title: 'No ha terminado', detail: 'Inténtelo de nuevo cuando quiera.' },
  attempts_exhausted: { title: 'No le quedan intentos', detail: 'Pídanos otra forma de hacerlo.' },
  rate_limited: { title: 'Demasiados intentos seguidos', detail: 'Inténtelo de nuevo en un minuto.' },
  user_limit_reached: { title: 'Hoy no se admiten más verificaciones', detail: 'Inténtelo de nuevo mañana.' },
  daily_limit_reached: {
    title: 'Hoy no se admiten más verificaciones',
    detail: 'Inténtelo de nuevo mañana.',
  },
  not_found: { title: 'Ahora no es posible', detail: 'Recargue la página.' },
  not_cancelable: { title: 'Ahora no es posible', detail: 'Recargue la página.' },
  invalid_state: { title: 'Ahora no es posible', detail: 'Recargue la página.' },
  modal_already_open: { title: 'Ya hay una verificación abierta', detail: 'Termínela primero.' },
  stripe_load_failed: {
    title: 'No se pudo cargar la verificación',
    detail: 'Desactive los bloqueadores e inténtelo de nuevo.',
  },
  device_unsupported: {
    title: 'No se pudo usar ninguna cámara',
    detail: 'Permita que esta página use la cámara, o utilice otro dispositivo.',
  },
  aborted: { title: 'No ha terminado', detail: 'Inténtelo de nuevo cuando quiera.' },
  server_error: { title: 'Algo ha ido mal', detail: 'Inténtelo de nuevo en un minuto.' },
  bad_response: { title: 'Algo ha ido mal', detail: 'Inténtelo de nuevo en un minuto.' },
  stripe_rejected: { title: 'Algo ha ido mal', detail: 'Inténtelo de nuevo en un minuto.' },
  stripe_error: { title: 'Algo ha ido mal', detail: 'Inténtelo de nuevo en un minuto.' },
  stripe_unavailable: { title: 'Algo ha ido mal', detail: 'Inténtelo de nuevo en un minuto.' },
  store_unavailable: { title: 'Algo ha ido mal', detail: 'Inténtelo de nuevo en un minuto.' },
  setup: { title: 'Esta página no está configurada', detail: 'Pídanos otra forma de hacerlo.' },
}
