import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Du blev ikke færdig med verificeringen',
  detail: 'Fortsæt, hvor du slap, når det passer dig.',
}
const noCamera: Advice = {
  title: 'Vi kunne ikke bruge dit kamera',
  detail: 'Giv siden adgang til kameraet, eller brug en enhed med kamera.',
}
const phoneDeclined: Advice = {
  title: 'Du bekræftede ikke dit telefonnummer',
  detail: 'Prøv igen, og indtast den kode, du får tilsendt.',
}

export const messages: RestTexts = {
  attempts_left: 'Resterende forsøg: {count}',
  processing_long: {
    title: 'Vi kontrollerer stadig …',
    detail: 'Du kan godt forlade siden. Resultatet er her, når du kommer tilbage.',
  },
  open: { title: 'Fortsæt i det vindue, der blev åbnet' },
  requires_input: {
    title: 'Vi kunne ikke bekræfte din identitet',
    detail: 'Prøv igen, eller brug et andet dokument.',
  },
  taken_back: {
    title: 'Denne verificering skal gentages',
    detail: 'Din tidligere verificering gælder ikke længere. Bekræft din identitet igen.',
  },
  canceled: {
    title: 'Denne verificering blev annulleret',
    detail: 'Du kan starte en ny, når det passer dig.',
  },
  redacted: {
    title: 'Oplysningerne fra din verificering er slettet',
    detail: 'Du kan bekræfte din identitet igen, når det passer dig.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Du gav ikke samtykke til verificeringen',
    detail:
      'Prøv igen for at give samtykke, eller kontakt os for at bekræfte din identitet på en anden måde.',
  },
  country_not_supported: {
    title: 'Verificeringen er ikke tilgængelig i dit land',
    detail: 'Kontakt os for at bekræfte din identitet på en anden måde.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Dit dokument er udløbet',
    detail: 'Brug et, der stadig er gyldigt.',
  },
  document_type_not_supported: {
    title: 'Vi kan ikke godkende denne type dokument',
    detail: 'Prøv igen med et af de godkendte dokumenter.',
  },
  document_unverified_other: {
    title: 'Vi kunne ikke bekræfte dit dokument',
    detail: 'Tag billedet i godt lys, så alle fire kanter er synlige.',
  },
  email_unverified_other: {
    title: 'Vi kunne ikke bekræfte din mailadresse',
    detail: 'Tjek adressen, og indtast den kode, du får tilsendt.',
  },
  email_verification_declined: {
    title: 'Du bekræftede ikke din mailadresse',
    detail: 'Prøv igen, og indtast den kode, du får tilsendt.',
  },
  id_number_insufficient_document_data: {
    title: 'Dit dokument viser ikke nok til, at vi kan kontrollere dit id-nummer',
    detail: 'Brug et dokument med dit fulde navn og din fødselsdato.',
  },
  id_number_mismatch: {
    title: 'Dit id-nummer stemmer ikke overens med dine oplysninger',
    detail: 'Tjek nummeret, dit navn og din fødselsdato, og prøv igen.',
  },
  id_number_unverified_other: {
    title: 'Vi kunne ikke bekræfte dit id-nummer',
    detail: 'Tjek nummeret, og prøv igen.',
  },
  phone_unverified_other: {
    title: 'Vi kunne ikke bekræfte dit telefonnummer',
    detail: 'Tjek nummeret, og indtast den kode, du får tilsendt.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Der er intet billede af dig på dit dokument',
    detail: 'Brug et dokument med billede.',
  },
  selfie_face_mismatch: {
    title: 'Din selfie passer ikke med billedet på dit dokument',
    detail: 'Tag en ny selfie, og brug dit eget dokument.',
  },
  selfie_manipulated: {
    title: 'Din selfie ser redigeret ud',
    detail: 'Tag en ny med dit kamera uden filtre.',
  },
  selfie_unverified_other: {
    title: 'Vi kunne ikke bekræfte din selfie',
    detail: 'Tag den i godt lys, så hele ansigtet er synligt.',
  },
  under_supported_age: {
    title: 'Du er under aldersgrænsen',
    detail: 'Kontakt os for at bekræfte din identitet på en anden måde.',
  },

  offline: {
    title: 'Du er offline',
    detail: 'Opret forbindelse til internettet, og prøv igen.',
  },
  network_error: {
    title: 'Vi kunne ikke oprette forbindelse',
    detail: 'Tjek din internetforbindelse, og prøv igen.',
  },
  unauthenticated: {
    title: 'Du er ikke logget ind',
    detail: 'Log ind, og prøv igen.',
  },
  identity_verification_required: {
    title: 'Bekræft først din identitet',
    detail: 'Derefter kan du fortsætte.',
  },
  attempts_exhausted: {
    title: 'Du har ikke flere forsøg tilbage',
    detail: 'Kontakt os for at bekræfte din identitet på en anden måde.',
  },
  rate_limited: {
    title: 'For mange forsøg på kort tid',
    detail: 'Prøv igen om et minut.',
  },
  user_limit_reached: {
    title: 'Du har nået grænsen for i dag',
    detail: 'Prøv igen i morgen.',
  },
  daily_limit_reached: {
    title: 'Der kan ikke foretages flere verificeringer i dag',
    detail: 'Prøv igen i morgen.',
  },
  not_found: {
    title: 'Vi kunne ikke finde din verificering',
    detail: 'Genindlæs siden, og prøv igen.',
  },
  not_cancelable: {
    title: 'Denne verificering kan ikke annulleres nu',
    detail: 'Genindlæs siden for at se status på verificeringen.',
  },
  invalid_state: {
    title: 'Det er ikke muligt lige nu',
    detail: 'Genindlæs siden for at se status på din verificering.',
  },
  modal_already_open: {
    title: 'Der er allerede en anden verificering åben',
    detail: 'Gør den færdig først.',
  },
  stripe_load_failed: {
    title: 'Verificeringen blev ikke indlæst',
    detail: 'Slå annonceblokering fra på siden, og prøv igen.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Noget gik galt',
    detail: 'Prøv igen om et minut.',
  },
  setup: {
    title: 'Verificering er ikke sat op på denne side',
    detail: 'Kontakt os for at bekræfte din identitet på en anden måde.',
  },
}
