import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Du fullførte ikke verifiseringen',
  detail: 'Fortsett der du slapp når det passer deg.',
}
const noCamera: Advice = {
  title: 'Vi kunne ikke bruke kameraet ditt',
  detail: 'Gi denne siden tilgang til kameraet, eller bruk en enhet med kamera.',
}
const phoneDeclined: Advice = {
  title: 'Du bekreftet ikke telefonnummeret ditt',
  detail: 'Prøv igjen, og skriv inn koden du får tilsendt.',
}

export const messages: RestTexts = {
  attempts_left: 'Gjenværende forsøk: {count}',
  processing_long: {
    title: 'Vi kontrollerer fortsatt …',
    detail: 'Du kan forlate denne siden. Resultatet er her når du kommer tilbake.',
  },
  open: { title: 'Fortsett i vinduet som ble åpnet' },
  requires_input: {
    title: 'Vi kunne ikke verifisere identiteten din',
    detail: 'Prøv igjen, eller bruk et annet dokument.',
  },
  taken_back: {
    title: 'Denne verifiseringen må gjøres på nytt',
    detail: 'Den tidligere verifiseringen din gjelder ikke lenger. Verifiser identiteten din på nytt.',
  },
  canceled: {
    title: 'Denne verifiseringen ble avbrutt',
    detail: 'Du kan starte en ny når det passer deg.',
  },
  redacted: {
    title: 'Opplysningene fra verifiseringen din er slettet',
    detail: 'Du kan verifisere identiteten din på nytt når det passer deg.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Du samtykket ikke til verifiseringen',
    detail: 'Prøv igjen for å samtykke, eller kontakt oss for en annen løsning.',
  },
  country_not_supported: {
    title: 'Verifiseringen er ikke tilgjengelig i landet ditt',
    detail: 'Kontakt oss for en annen løsning.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Dokumentet ditt er utløpt',
    detail: 'Bruk et som fortsatt er gyldig.',
  },
  document_type_not_supported: {
    title: 'Vi kan ikke godta denne typen dokument',
    detail: 'Prøv igjen med et av dokumentene som godtas.',
  },
  document_unverified_other: {
    title: 'Vi kunne ikke verifisere dokumentet ditt',
    detail: 'Ta bildet i godt lys slik at alle fire kantene er synlige.',
  },
  email_unverified_other: {
    title: 'Vi kunne ikke bekrefte e-postadressen din',
    detail: 'Sjekk adressen, og skriv inn koden du får tilsendt.',
  },
  email_verification_declined: {
    title: 'Du bekreftet ikke e-postadressen din',
    detail: 'Prøv igjen, og skriv inn koden du får tilsendt.',
  },
  id_number_insufficient_document_data: {
    title: 'Dokumentet ditt inneholder for få opplysninger til å kontrollere ID-nummeret',
    detail: 'Bruk et som viser fullt navn og fødselsdato.',
  },
  id_number_mismatch: {
    title: 'ID-nummeret ditt stemmer ikke med opplysningene dine',
    detail: 'Sjekk nummeret, navnet og fødselsdatoen din, og prøv igjen.',
  },
  id_number_unverified_other: {
    title: 'Vi kunne ikke verifisere ID-nummeret ditt',
    detail: 'Sjekk nummeret, og prøv igjen.',
  },
  phone_unverified_other: {
    title: 'Vi kunne ikke bekrefte telefonnummeret ditt',
    detail: 'Sjekk nummeret, og skriv inn koden du får tilsendt.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Dokumentet ditt mangler bilde av deg',
    detail: 'Bruk et dokument med bilde.',
  },
  selfie_face_mismatch: {
    title: 'Selfien din stemmer ikke med bildet på dokumentet',
    detail: 'Ta en ny selfie, og bruk ditt eget dokument.',
  },
  selfie_manipulated: {
    title: 'Selfien din ser redigert ut',
    detail: 'Ta en ny med kameraet, uten filtre.',
  },
  selfie_unverified_other: {
    title: 'Vi kunne ikke verifisere selfien din',
    detail: 'Ta den i godt lys slik at hele ansiktet er synlig.',
  },
  under_supported_age: {
    title: 'Du er under minstealderen',
    detail: 'Kontakt oss for en annen løsning.',
  },

  offline: {
    title: 'Du er frakoblet',
    detail: 'Koble til internett, og prøv igjen.',
  },
  network_error: {
    title: 'Vi klarte ikke å koble til',
    detail: 'Sjekk internettilkoblingen din, og prøv igjen.',
  },
  unauthenticated: {
    title: 'Du er ikke logget inn',
    detail: 'Logg inn, og prøv igjen.',
  },
  identity_verification_required: {
    title: 'Verifiser identiteten din først',
    detail: 'Deretter kan du fortsette.',
  },
  attempts_exhausted: {
    title: 'Du har ingen forsøk igjen',
    detail: 'Kontakt oss for en annen løsning.',
  },
  rate_limited: {
    title: 'For mange forsøk på kort tid',
    detail: 'Prøv igjen om et minutt.',
  },
  user_limit_reached: {
    title: 'Du har nådd grensen for i dag',
    detail: 'Prøv igjen i morgen.',
  },
  daily_limit_reached: {
    title: 'Det er ikke mulig å gjøre flere verifiseringer i dag',
    detail: 'Prøv igjen i morgen.',
  },
  not_found: {
    title: 'Vi fant ikke verifiseringen din',
    detail: 'Last inn siden på nytt, og prøv igjen.',
  },
  not_cancelable: {
    title: 'Denne verifiseringen kan ikke avbrytes nå',
    detail: 'Last inn siden på nytt for å se statusen.',
  },
  invalid_state: {
    title: 'Det er ikke mulig akkurat nå',
    detail: 'Last inn siden på nytt for å se statusen for verifiseringen din.',
  },
  modal_already_open: {
    title: 'En annen verifisering er allerede åpen',
    detail: 'Fullfør den først.',
  },
  stripe_load_failed: {
    title: 'Verifiseringen ble ikke lastet inn',
    detail: 'Slå av annonseblokkering for denne siden, og prøv igjen.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Noe gikk galt',
    detail: 'Prøv igjen om et minutt.',
  },
  setup: {
    title: 'Verifisering er ikke satt opp på denne siden',
    detail: 'Kontakt oss for en annen løsning.',
  },
}
