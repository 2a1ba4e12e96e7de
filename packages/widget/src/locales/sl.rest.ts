import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Preostali poskusi: {count}',
  open: { title: 'Nadaljujte v odprtem oknu' },
  requires_input: {
    title: 'Vaše identitete ni bilo mogoče preveriti',
    detail: 'Poskusite znova ali uporabite drug dokument.',
  },
  taken_back: { title: 'Vaše identitete ni bilo mogoče preveriti', detail: 'Začnite znova, ko želite.' },
  canceled: { title: 'To preverjanje je bilo preklicano', detail: 'Začnite znova, ko želite.' },
  redacted: { title: 'Vaši podatki so bili izbrisani', detail: 'Začnite znova, ko želite.' },
  abandoned: { title: 'Niste še končali', detail: 'Poskusite znova, ko želite.' },
  consent_declined: {
    title: 'S preverjanjem se niste strinjali',
    detail: 'Poskusite znova in se strinjajte ali nas vprašajte za drug način.',
  },
  country_not_supported: { title: 'Vaša država ni podprta', detail: 'Vprašajte nas za drug način.' },
  device_not_supported: {
    title: 'Kamere ni bilo mogoče uporabiti',
    detail: 'Dovolite strani uporabo kamere ali uporabite drugo napravo.',
  },
  document_expired: { title: 'Vaš dokument je potekel', detail: 'Uporabite drug dokument.' },
  document_type_not_supported: { title: 'Vaš dokument ni podprt', detail: 'Uporabite drug dokument.' },
  document_unverified_other: {
    title: 'Vašega dokumenta ni bilo mogoče preveriti',
    detail: 'Poskrbite za dobro svetlobo in pokažite vse robove ali uporabite drug dokument.',
  },
  email_unverified_other: {
    title: 'Vašega e-naslova ni bilo mogoče preveriti',
    detail: 'Vnesite poslano kodo ali uporabite drug naslov.',
  },
  email_verification_declined: {
    title: 'Vašega e-naslova ni bilo mogoče preveriti',
    detail: 'Vnesite poslano kodo ali uporabite drug naslov.',
  },
  id_number_insufficient_document_data: {
    title: 'Vaše identifikacijske številke ni bilo mogoče preveriti',
    detail: 'Vnesite jo, kot je v dokumentu, ali uporabite drug dokument.',
  },
  id_number_mismatch: {
    title: 'Vaše identifikacijske številke ni bilo mogoče preveriti',
    detail: 'Vnesite jo, kot je v dokumentu, ali uporabite drug dokument.',
  },
  id_number_unverified_other: {
    title: 'Vaše identifikacijske številke ni bilo mogoče preveriti',
    detail: 'Vnesite jo, kot je v dokumentu, ali uporabite drug dokument.',
  },
  phone_unverified_other: {
    title: 'Vaše telefonske številke ni bilo mogoče preveriti',
    detail: 'Vnesite poslano kodo ali uporabite drugo številko.',
  },
  phone_verification_declined: {
    title: 'Vaše telefonske številke ni bilo mogoče preveriti',
    detail: 'Vnesite poslano kodo ali uporabite drugo številko.',
  },
  phone_otp_declined: {
    title: 'Vaše telefonske številke ni bilo mogoče preveriti',
    detail: 'Vnesite poslano kodo ali uporabite drugo številko.',
  },
  selfie_document_missing_photo: {
    title: 'V dokumentu ni vaše fotografije',
    detail: 'Uporabite drug dokument.',
  },
  selfie_face_mismatch: {
    title: 'Vašega selfija ni bilo mogoče preveriti',
    detail: 'Poskrbite za dobro svetlobo in pokažite ves obraz.',
  },
  selfie_manipulated: {
    title: 'Vašega selfija ni bilo mogoče preveriti',
    detail: 'Poskrbite za dobro svetlobo in pokažite ves obraz.',
  },
  selfie_unverified_other: {
    title: 'Vašega selfija ni bilo mogoče preveriti',
    detail: 'Poskrbite za dobro svetlobo in pokažite ves obraz.',
  },
  under_supported_age: { title: 'Niste dovolj stari', detail: 'Vprašajte nas za drug način.' },
  offline: { title: 'Ni povezave', detail: 'Preverite omrežje in poskusite znova.' },
  network_error: { title: 'Ni povezave', detail: 'Preverite omrežje in poskusite znova.' },
  unauthenticated: { title: 'Niste prijavljeni', detail: 'Prijavite se in poskusite znova.' },
  identity_verification_required: { title: 'Niste še končali', detail: 'Poskusite znova, ko želite.' },
  attempts_exhausted: { title: 'Nimate več poskusov', detail: 'Vprašajte nas za drug način.' },
  rate_limited: { title: 'Preveč poskusov', detail: 'Poskusite znova čez minuto.' },
  user_limit_reached: { title: 'Danes ni več mogoče preverjati', detail: 'Poskusite znova jutri.' },
  daily_limit_reached: { title: 'Danes ni več mogoče preverjati', detail: 'Poskusite znova jutri.' },
  not_found: { title: 'To zdaj ni mogoče', detail: 'Znova naložite stran.' },
  not_cancelable: { title: 'To zdaj ni mogoče', detail: 'Znova naložite stran.' },
  invalid_state: { title: 'To zdaj ni mogoče', detail: 'Znova naložite stran.' },
  modal_already_open: { title: 'Eno preverjanje je že odprto', detail: 'Najprej ga dokončajte.' },
  stripe_load_failed: {
    title: 'Preverjanja ni bilo mogoče naložiti',
    detail: 'Izklopite blokade in poskusite znova.',
  },
  device_unsupported: {
    title: 'Kamere ni bilo mogoče uporabiti',
    detail: 'Dovolite strani uporabo kamere ali uporabite drugo napravo.',
  },
  aborted: { title: 'Niste še končali', detail: 'Poskusite znova, ko želite.' },
  server_error: { title: 'Nekaj je šlo narobe', detail: 'Poskusite znova čez minuto.' },
  bad_response: { title: 'Nekaj je šlo narobe', detail: 'Poskusite znova čez minuto.' },
  stripe_rejected: { title: 'Nekaj je šlo narobe', detail: 'Poskusite znova čez minuto.' },
  stripe_error: { title: 'Nekaj je šlo narobe', detail: 'Poskusite znova čez minuto.' },
  stripe_unavailable: { title: 'Nekaj je šlo narobe', detail: 'Poskusite znova čez minuto.' },
  store_unavailable: { title: 'Nekaj je šlo narobe', detail: 'Poskusite znova čez minuto.' },
  setup: { title: 'Ta stran ni nastavljena', detail: 'Vprašajte nas za drug način.' },
}
