import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'U hebt de verificatie niet afgerond',
  detail: 'Ga verder waar u was gebleven wanneer het u uitkomt.',
}
const noCamera: Advice = {
  title: 'We konden uw camera niet gebruiken',
  detail: 'Geef deze pagina toegang tot de camera, of gebruik een apparaat met een camera.',
}
const phoneDeclined: Advice = {
  title: 'U hebt uw telefoonnummer niet bevestigd',
  detail: 'Probeer het opnieuw en voer de code in die u ontvangt.',
}

export const messages: RestTexts = {
  attempts_left: 'Resterende pogingen: {count}',
  processing_long: {
    title: 'We zijn nog aan het controleren…',
    detail: 'U kunt deze pagina verlaten. Het resultaat staat hier als u terugkomt.',
  },
  open: { title: 'Ga verder in het geopende venster' },
  requires_input: {
    title: 'We konden uw identiteit niet verifiëren',
    detail: 'Probeer het opnieuw of gebruik een ander document.',
  },
  taken_back: {
    title: 'Deze verificatie moet worden herhaald',
    detail: 'Uw eerdere verificatie is niet meer geldig. Verifieer uw identiteit opnieuw.',
  },
  canceled: {
    title: 'Deze verificatie is geannuleerd',
    detail: 'U kunt een nieuwe starten wanneer het u uitkomt.',
  },
  redacted: {
    title: 'Uw verificatiegegevens zijn verwijderd',
    detail: 'U kunt uw identiteit opnieuw verifiëren wanneer het u uitkomt.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'U hebt niet ingestemd met de verificatie',
    detail: 'Probeer het opnieuw om in te stemmen, of neem contact met ons op voor een andere mogelijkheid.',
  },
  country_not_supported: {
    title: 'Verificatie is niet beschikbaar in uw land',
    detail: 'Neem contact met ons op voor een andere mogelijkheid.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Uw document is verlopen',
    detail: 'Gebruik een document dat nog geldig is.',
  },
  document_type_not_supported: {
    title: 'We kunnen dit type document niet accepteren',
    detail: 'Probeer het opnieuw met een van de geaccepteerde documenten.',
  },
  document_unverified_other: {
    title: 'We konden uw document niet verifiëren',
    detail: 'Maak de foto bij goed licht, met alle vier de randen in beeld.',
  },
  email_unverified_other: {
    title: 'We konden uw e-mailadres niet verifiëren',
    detail: 'Controleer het adres en voer de code in die u ontvangt.',
  },
  email_verification_declined: {
    title: 'U hebt uw e-mailadres niet bevestigd',
    detail: 'Probeer het opnieuw en voer de code in die u ontvangt.',
  },
  id_number_insufficient_document_data: {
    title: 'Uw document bevat te weinig gegevens om uw identificatienummer te controleren',
    detail: 'Gebruik een document met uw volledige naam en geboortedatum.',
  },
  id_number_mismatch: {
    title: 'Uw identificatienummer komt niet overeen met uw gegevens',
    detail: 'Controleer het nummer, uw naam en uw geboortedatum en probeer het opnieuw.',
  },
  id_number_unverified_other: {
    title: 'We konden uw identificatienummer niet verifiëren',
    detail: 'Controleer het nummer en probeer het opnieuw.',
  },
  phone_unverified_other: {
    title: 'We konden uw telefoonnummer niet verifiëren',
    detail: 'Controleer het nummer en voer de code in die u ontvangt.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Uw document bevat geen foto van u',
    detail: 'Gebruik een document met een foto.',
  },
  selfie_face_mismatch: {
    title: 'Uw selfie komt niet overeen met de foto op uw document',
    detail: 'Maak een nieuwe selfie en gebruik uw eigen document.',
  },
  selfie_manipulated: {
    title: 'Uw selfie lijkt bewerkt',
    detail: 'Maak een nieuwe met uw camera, zonder filters.',
  },
  selfie_unverified_other: {
    title: 'We konden uw selfie niet verifiëren',
    detail: 'Maak de selfie bij goed licht, met uw hele gezicht in beeld.',
  },
  under_supported_age: {
    title: 'U hebt de minimumleeftijd nog niet bereikt',
    detail: 'Neem contact met ons op voor een andere mogelijkheid.',
  },

  offline: {
    title: 'U bent offline',
    detail: 'Maak verbinding met internet en probeer het opnieuw.',
  },
  network_error: {
    title: 'We konden geen verbinding maken',
    detail: 'Controleer uw internetverbinding en probeer het opnieuw.',
  },
  unauthenticated: {
    title: 'U bent niet ingelogd',
    detail: 'Log in en probeer het opnieuw.',
  },
  identity_verification_required: {
    title: 'Verifieer eerst uw identiteit',
    detail: 'Daarna kunt u verdergaan.',
  },
  attempts_exhausted: {
    title: 'U hebt geen pogingen meer',
    detail: 'Neem contact met ons op voor een andere mogelijkheid.',
  },
  rate_limited: {
    title: 'Te veel pogingen achter elkaar',
    detail: 'Probeer het over een minuut opnieuw.',
  },
  user_limit_reached: {
    title: 'U hebt de limiet voor vandaag bereikt',
    detail: 'Probeer het morgen opnieuw.',
  },
  daily_limit_reached: {
    title: 'Vandaag zijn er geen verificaties meer mogelijk',
    detail: 'Probeer het morgen opnieuw.',
  },
  not_found: {
    title: 'We konden uw verificatie niet vinden',
    detail: 'Laad de pagina opnieuw en probeer het nog eens.',
  },
  not_cancelable: {
    title: 'Deze verificatie kan nu niet worden geannuleerd',
    detail: 'Laad de pagina opnieuw om te zien hoe het ervoor staat.',
  },
  invalid_state: {
    title: 'Dat is op dit moment niet mogelijk',
    detail: 'Laad de pagina opnieuw om te zien hoe het ervoor staat.',
  },
  modal_already_open: {
    title: 'Er is al een andere verificatie geopend',
    detail: 'Rond die eerst af.',
  },
  stripe_load_failed: {
    title: 'De verificatie kon niet worden geladen',
    detail: 'Schakel adblockers uit voor deze pagina en probeer het opnieuw.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Er is iets misgegaan',
    detail: 'Probeer het over een minuut opnieuw.',
  },
  setup: {
    title: 'Verificatie is niet ingesteld op deze pagina',
    detail: 'Neem contact met ons op voor een andere mogelijkheid.',
  },
}
