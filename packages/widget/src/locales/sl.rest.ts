import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Preverjanja niste dokončali',
  detail: 'Nadaljujte tam, kjer ste končali, ko vam bo ustrezalo.',
}
const noCamera: Advice = {
  title: 'Vaše kamere ni bilo mogoče uporabiti',
  detail: 'Tej strani dovolite dostop do kamere ali uporabite napravo s kamero.',
}
const phoneDeclined: Advice = {
  title: 'Telefonske številke niste potrdili',
  detail: 'Poskusite znova in vnesite poslano kodo.',
}

export const messages: RestTexts = {
  attempts_left: 'Preostali poskusi: {count}',
  processing_long: {
    title: 'Še vedno preverjamo…',
    detail: 'To stran lahko zapustite. Rezultat bo tu, ko se vrnete.',
  },
  open: { title: 'Nadaljujte v oknu, ki se je odprlo' },
  requires_input: {
    title: 'Vaše identitete ni bilo mogoče potrditi',
    detail: 'Poskusite znova ali uporabite drug dokument.',
  },
  taken_back: {
    title: 'To preverjanje je treba ponoviti',
    detail: 'Vaša prejšnja potrditev ne velja več. Znova potrdite svojo identiteto.',
  },
  canceled: {
    title: 'To preverjanje je bilo preklicano',
    detail: 'Novo lahko začnete kadar koli.',
  },
  redacted: {
    title: 'Podatki vašega preverjanja so izbrisani',
    detail: 'Svojo identiteto lahko znova potrdite kadar koli.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'S preverjanjem niste soglašali',
    detail: 'Poskusite znova in podajte soglasje ali pa se obrnite na nas za drug način preverjanja.',
  },
  country_not_supported: {
    title: 'Preverjanje v vaši državi ni na voljo',
    detail: 'Obrnite se na nas za drug način preverjanja.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Vaš dokument je potekel',
    detail: 'Uporabite veljaven dokument.',
  },
  document_type_not_supported: {
    title: 'Te vrste dokumenta ne sprejemamo',
    detail: 'Poskusite znova z enim od sprejetih dokumentov.',
  },
  document_unverified_other: {
    title: 'Vašega dokumenta ni bilo mogoče potrditi',
    detail: 'Fotografirajte pri dobri svetlobi, tako da bodo vidni vsi štirje robovi.',
  },
  email_unverified_other: {
    title: 'Vašega e-poštnega naslova ni bilo mogoče potrditi',
    detail: 'Preverite naslov in vnesite poslano kodo.',
  },
  email_verification_declined: {
    title: 'E-poštnega naslova niste potrdili',
    detail: 'Poskusite znova in vnesite poslano kodo.',
  },
  id_number_insufficient_document_data: {
    title: 'Vaš dokument nima dovolj podatkov za preverjanje identifikacijske številke',
    detail: 'Uporabite dokument s polnim imenom in datumom rojstva.',
  },
  id_number_mismatch: {
    title: 'Identifikacijska številka se ne ujema z vašimi podatki',
    detail: 'Preverite številko, ime in datum rojstva ter poskusite znova.',
  },
  id_number_unverified_other: {
    title: 'Vaše identifikacijske številke ni bilo mogoče potrditi',
    detail: 'Preverite številko in poskusite znova.',
  },
  phone_unverified_other: {
    title: 'Vaše telefonske številke ni bilo mogoče potrditi',
    detail: 'Preverite številko in vnesite poslano kodo.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Na vašem dokumentu ni vaše fotografije',
    detail: 'Uporabite dokument s fotografijo.',
  },
  selfie_face_mismatch: {
    title: 'Vaš selfi se ne ujema s fotografijo na dokumentu',
    detail: 'Posnemite nov selfi in uporabite svoj dokument.',
  },
  selfie_manipulated: {
    title: 'Vaš selfi je videti obdelan',
    detail: 'Posnemite novega s kamero, brez filtrov.',
  },
  selfie_unverified_other: {
    title: 'Vašega selfija ni bilo mogoče potrditi',
    detail: 'Posnemite ga pri dobri svetlobi, tako da bo viden cel obraz.',
  },
  under_supported_age: {
    title: 'Niste dosegli najnižje starosti',
    detail: 'Obrnite se na nas za drug način preverjanja.',
  },

  offline: {
    title: 'Brez povezave ste',
    detail: 'Povežite se z internetom in poskusite znova.',
  },
  network_error: {
    title: 'Povezava ni uspela',
    detail: 'Preverite internetno povezavo in poskusite znova.',
  },
  unauthenticated: {
    title: 'Niste prijavljeni',
    detail: 'Prijavite se in poskusite znova.',
  },
  identity_verification_required: {
    title: 'Najprej potrdite svojo identiteto',
    detail: 'Nato boste lahko nadaljevali.',
  },
  attempts_exhausted: {
    title: 'Nimate več poskusov',
    detail: 'Obrnite se na nas za drug način preverjanja.',
  },
  rate_limited: {
    title: 'Preveč poskusov v kratkem času',
    detail: 'Poskusite znova čez minuto.',
  },
  user_limit_reached: {
    title: 'Dosegli ste današnjo omejitev',
    detail: 'Poskusite znova jutri.',
  },
  daily_limit_reached: {
    title: 'Danes preverjanje ni več mogoče',
    detail: 'Poskusite znova jutri.',
  },
  not_found: {
    title: 'Vašega preverjanja ni bilo mogoče najti',
    detail: 'Znova naložite stran in poskusite še enkrat.',
  },
  not_cancelable: {
    title: 'Tega preverjanja zdaj ni mogoče preklicati',
    detail: 'Znova naložite stran, da vidite njegovo stanje.',
  },
  invalid_state: {
    title: 'To trenutno ni mogoče',
    detail: 'Znova naložite stran, da vidite stanje svojega preverjanja.',
  },
  modal_already_open: {
    title: 'Drugo preverjanje je že odprto',
    detail: 'Najprej dokončajte tisto.',
  },
  stripe_load_failed: {
    title: 'Preverjanje se ni naložilo',
    detail: 'Na tej strani izklopite blokiranje oglasov in poskusite znova.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Prišlo je do napake',
    detail: 'Poskusite znova čez minuto.',
  },
  setup: {
    title: 'Preverjanje na tej strani ni nastavljeno',
    detail: 'Obrnite se na nas za drug način preverjanja.',
  },
}
