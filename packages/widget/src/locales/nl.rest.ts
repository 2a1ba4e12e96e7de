import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Resterende pogingen: {count}',
  open: { title: 'Ga verder in het geopende venster' },
  requires_input: {
    title: 'Uw identiteit kon niet worden gecontroleerd',
    detail: 'Probeer het opnieuw of gebruik een ander document.',
  },
  taken_back: {
    title: 'Uw identiteit kon niet worden gecontroleerd',
    detail: 'Begin opnieuw wanneer u klaar bent.',
  },
  canceled: { title: 'Deze controle is geannuleerd', detail: 'Begin opnieuw wanneer u klaar bent.' },
  redacted: { title: 'Uw gegevens zijn gewist', detail: 'Begin opnieuw wanneer u klaar bent.' },
  abandoned: { title: 'U bent nog niet klaar', detail: 'Probeer het opnieuw wanneer u klaar bent.' },
  consent_declined: {
    title: 'U hebt niet met de controle ingestemd',
    detail: 'Probeer het opnieuw om in te stemmen, of vraag ons om een andere manier.',
  },
  country_not_supported: {
    title: 'Uw land wordt niet ondersteund',
    detail: 'Vraag ons om een andere manier.',
  },
  device_not_supported: {
    title: 'Er kon geen camera worden gebruikt',
    detail: 'Sta deze pagina toe de camera te gebruiken, of gebruik een ander apparaat.',
  },
  document_expired: { title: 'Uw document is verlopen', detail: 'Gebruik een ander document.' },
  document_type_not_supported: {
    title: 'Uw document wordt niet ondersteund',
    detail: 'Gebruik een ander document.',
  },
  document_unverified_other: {
    title: 'Uw document kon niet worden gecontroleerd',
    detail: 'Zorg voor goed licht en alle randen in beeld, of gebruik een ander document.',
  },
  email_unverified_other: {
    title: 'Uw e-mailadres kon niet worden gecontroleerd',
    detail: 'Voer de toegestuurde code in, of gebruik een ander adres.',
  },
  email_verification_declined: {
    title: 'Uw e-mailadres kon niet worden gecontroleerd',
    detail: 'Voer de toegestuurde code in, of gebruik een ander adres.',
  },
  id_number_insufficient_document_data: {
    title: 'Uw identiteitsnummer kon niet worden gecontroleerd',
    detail: 'Voer het in zoals het in uw document staat, of gebruik een ander document.',
  },
  id_number_mismatch: {
    title: 'Uw identiteitsnummer kon niet worden gecontroleerd',
    detail: 'Voer het in zoals het in uw document staat, of gebruik een ander document.',
  },
  id_number_unverified_other: {
    title: 'Uw identiteitsnummer kon niet worden gecontroleerd',
    detail: 'Voer het in zoals het in uw document staat, of gebruik een ander document.',
  },
  phone_unverified_other: {
    title: 'Uw telefoonnummer kon niet worden gecontroleerd',
    detail: 'Voer de toegestuurde code in, of gebruik een ander nummer.',
  },
  phone_verification_declined: {
    title: 'Uw telefoonnummer kon niet worden gecontroleerd',
    detail: 'Voer de toegestuurde code in, of gebruik een ander nummer.',
  },
  phone_otp_declined: {
    title: 'Uw telefoonnummer kon niet worden gecontroleerd',
    detail: 'Voer de toegestuurde code in, of gebruik een ander nummer.',
  },
  selfie_document_missing_photo: {
    title: 'Uw document bevat geen foto van u',
    detail: 'Gebruik een ander document.',
  },
  selfie_face_mismatch: {
    title: 'Uw selfie kon niet worden gecontroleerd',
    detail: 'Zorg voor goed licht en uw hele gezicht in beeld.',
  },
  selfie_manipulated: {
    title: 'Uw selfie kon niet worden gecontroleerd',
    detail: 'Zorg voor goed licht en uw hele gezicht in beeld.',
  },
  selfie_unverified_other: {
    title: 'Uw selfie kon niet worden gecontroleerd',
    detail: 'Zorg voor goed licht en uw hele gezicht in beeld.',
  },
  under_supported_age: { title: 'U bent niet oud genoeg', detail: 'Vraag ons om een andere manier.' },
  offline: { title: 'Er is geen verbinding', detail: 'Controleer uw netwerk en probeer het opnieuw.' },
  network_error: { title: 'Er is geen verbinding', detail: 'Controleer uw netwerk en probeer het opnieuw.' },
  unauthenticated: { title: 'U bent niet aangemeld', detail: 'Meld u aan en probeer het opnieuw.' },
  identity_verification_required: {
    title: 'U bent nog niet klaar',
    detail: 'Probeer het opnieuw wanneer u klaar bent.',
  },
  attempts_exhausted: { title: 'U hebt geen pogingen meer', detail: 'Vraag ons om een andere manier.' },
  rate_limited: { title: 'Dit was te vaak', detail: 'Probeer het over een minuut opnieuw.' },
  user_limit_reached: {
    title: 'Vandaag zijn geen controles meer mogelijk',
    detail: 'Probeer het morgen opnieuw.',
  },
  daily_limit_reached: {
    title: 'Vandaag zijn geen controles meer mogelijk',
    detail: 'Probeer het morgen opnieuw.',
  },
  not_found: { title: 'Dit is nu niet mogelijk', detail: 'Laad de pagina opnieuw.' },
  not_cancelable: { title: 'Dit is nu niet mogelijk', detail: 'Laad de pagina opnieuw.' },
  invalid_state: { title: 'Dit is nu niet mogelijk', detail: 'Laad de pagina opnieuw.' },
  modal_already_open: { title: 'Er is al een controle geopend', detail: 'Rond die eerst af.' },
  stripe_load_failed: {
    title: 'De controle kon niet worden geladen',
    detail: 'Schakel blokkeringen uit en probeer het opnieuw.',
  },
  device_unsupported: {
    title: 'Er kon geen camera worden gebruikt',
    detail: 'Sta deze pagina toe de camera te gebruiken, of gebruik een ander apparaat.',
  },
  aborted: { title: 'U bent nog niet klaar', detail: 'Probeer het opnieuw wanneer u klaar bent.' },
  server_error: { title: 'Er is iets misgegaan', detail: 'Probeer het over een minuut opnieuw.' },
  bad_response: { title: 'Er is iets misgegaan', detail: 'Probeer het over een minuut opnieuw.' },
  stripe_rejected: { title: 'Er is iets misgegaan', detail: 'Probeer het over een minuut opnieuw.' },
  stripe_error: { title: 'Er is iets misgegaan', detail: 'Probeer het over een minuut opnieuw.' },
  stripe_unavailable: { title: 'Er is iets misgegaan', detail: 'Probeer het over een minuut opnieuw.' },
  store_unavailable: { title: 'Er is iets misgegaan', detail: 'Probeer het over een minuut opnieuw.' },
  setup: { title: 'Deze pagina is niet ingesteld', detail: 'Vraag ons om een andere manier.' },
}
