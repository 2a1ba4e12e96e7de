import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Forsøk igjen: {count}',
  open: { title: 'Fortsett i det åpne vinduet' },
  requires_input: {
    title: 'Identiteten din kunne ikke kontrolleres',
    detail: 'Prøv på nytt, eller bruk et annet dokument.',
  },
  taken_back: { title: 'Identiteten din kunne ikke kontrolleres', detail: 'Begynn på nytt når du er klar.' },
  canceled: { title: 'Kontrollen ble avbrutt', detail: 'Begynn på nytt når du er klar.' },
  redacted: { title: 'Dataene dine er slettet', detail: 'Begynn på nytt når du er klar.' },
  abandoned: { title: 'Du er ikke ferdig', detail: 'Prøv på nytt når du er klar.' },
  consent_declined: {
    title: 'Du godtok ikke kontrollen',
    detail: 'Prøv på nytt for å godta, eller spør oss om en annen måte.',
  },
  country_not_supported: { title: 'Landet ditt støttes ikke', detail: 'Spør oss om en annen måte.' },
  device_not_supported: {
    title: 'Ikke noe kamera kunne brukes',
    detail: 'La siden bruke kameraet, eller bruk en annen enhet.',
  },
  document_expired: { title: 'Dokumentet ditt er utløpt', detail: 'Bruk et annet dokument.' },
  document_type_not_supported: { title: 'Dokumentet ditt støttes ikke', detail: 'Bruk et annet dokument.' },
  document_unverified_other: {
    title: 'Dokumentet ditt kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis alle kanter, eller bruk et annet dokument.',
  },
  email_unverified_other: {
    title: 'E-postadressen din kunne ikke kontrolleres',
    detail: 'Skriv inn koden du har fått, eller bruk en annen adresse.',
  },
  email_verification_declined: {
    title: 'E-postadressen din kunne ikke kontrolleres',
    detail: 'Skriv inn koden du har fått, eller bruk en annen adresse.',
  },
  id_number_insufficient_document_data: {
    title: 'ID-nummeret ditt kunne ikke kontrolleres',
    detail: 'Skriv det som det står i dokumentet, eller bruk et annet dokument.',
  },
  id_number_mismatch: {
    title: 'ID-nummeret ditt kunne ikke kontrolleres',
    detail: 'Skriv det som det står i dokumentet, eller bruk et annet dokument.',
  },
  id_number_unverified_other: {
    title: 'ID-nummeret ditt kunne ikke kontrolleres',
    detail: 'Skriv det som det står i dokumentet, eller bruk et annet dokument.',
  },
  phone_unverified_other: {
    title: 'Telefonnummeret ditt kunne ikke kontrolleres',
    detail: 'Skriv inn koden du har fått, eller bruk et annet nummer.',
  },
  phone_verification_declined: {
    title: 'Telefonnummeret ditt kunne ikke kontrolleres',
    detail: 'Skriv inn koden du har fått, eller bruk et annet nummer.',
  },
  phone_otp_declined: {
    title: 'Telefonnummeret ditt kunne ikke kontrolleres',
    detail: 'Skriv inn koden du har fått, eller bruk et annet nummer.',
  },
  selfie_document_missing_photo: {
    title: 'Dokumentet har ikke noe bilde av deg',
    detail: 'Bruk et annet dokument.',
  },
  selfie_face_mismatch: {
    title: 'Selfien din kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis hele ansiktet.',
  },
  selfie_manipulated: {
    title: 'Selfien din kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis hele ansiktet.',
  },
  selfie_unverified_other: {
    title: 'Selfien din kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis hele ansiktet.',
  },
  under_supported_age: { title: 'Du er ikke gammel nok', detail: 'Spør oss om en annen måte.' },
  offline: { title: 'Du er ikke tilkoblet', detail: 'Kontroller nettverket, og prøv på nytt.' },
  network_error: { title: 'Du er ikke tilkoblet', detail: 'Kontroller nettverket, og prøv på nytt.' },
  unauthenticated: { title: 'Du er ikke logget inn', detail: 'Logg inn, og prøv på nytt.' },
  identity_verification_required: { title: 'Du er ikke ferdig', detail: 'Prøv på nytt når du er klar.' },
  attempts_exhausted: { title: 'Du har ingen forsøk igjen', detail: 'Spør oss om en annen måte.' },
  rate_limited: { title: 'Det var for mange forsøk', detail: 'Prøv igjen om et minutt.' },
  user_limit_reached: { title: 'Ingen flere kontroller er mulige i dag', detail: 'Prøv igjen i morgen.' },
  daily_limit_reached: { title: 'Ingen flere kontroller er mulige i dag', detail: 'Prøv igjen i morgen.' },
  not_found: { title: 'Det er ikke mulig nå', detail: 'Last siden på nytt.' },
  not_cancelable: { title: 'Det er ikke mulig nå', detail: 'Last siden på nytt.' },
  invalid_state: { title: 'Det er ikke mulig nå', detail: 'Last siden på nytt.' },
  modal_already_open: { title: 'En kontroll er allerede åpen', detail: 'Fullfør den først.' },
  stripe_load_failed: {
    title: 'Kontrollen kunne ikke lastes',
    detail: 'Slå av blokkering, og prøv på nytt.',
  },
  device_unsupported: {
    title: 'Ikke noe kamera kunne brukes',
    detail: 'La siden bruke kameraet, eller bruk en annen enhet.',
  },
  aborted: { title: 'Du er ikke ferdig', detail: 'Prøv på nytt når du er klar.' },
  server_error: { title: 'Noe gikk galt', detail: 'Prøv igjen om et minutt.' },
  bad_response: { title: 'Noe gikk galt', detail: 'Prøv igjen om et minutt.' },
  stripe_rejected: { title: 'Noe gikk galt', detail: 'Prøv igjen om et minutt.' },
  stripe_error: { title: 'Noe gikk galt', detail: 'Prøv igjen om et minutt.' },
  stripe_unavailable: { title: 'Noe gikk galt', detail: 'Prøv igjen om et minutt.' },
  store_unavailable: { title: 'Noe gikk galt', detail: 'Prøv igjen om et minutt.' },
  setup: { title: 'Siden er ikke satt opp', detail: 'Spør oss om en annen måte.' },
}
