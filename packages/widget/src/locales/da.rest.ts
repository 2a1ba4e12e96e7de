import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Forsøg tilbage: {count}',
  open: { title: 'Fortsæt i det åbne vindue' },
  requires_input: {
    title: 'Din identitet kunne ikke kontrolleres',
    detail: 'Prøv igen, eller brug et andet dokument.',
  },
  taken_back: { title: 'Din identitet kunne ikke kontrolleres', detail: 'Begynd igen, når du er klar.' },
  canceled: { title: 'Kontrollen blev annulleret', detail: 'Begynd igen, når du er klar.' },
  redacted: { title: 'Dine data er slettet', detail: 'Begynd igen, når du er klar.' },
  abandoned: { title: 'Du er ikke færdig', detail: 'Prøv igen, når du er klar.' },
  consent_declined: {
    title: 'Du accepterede ikke kontrollen',
    detail: 'Prøv igen for at acceptere, eller spørg os om en anden måde.',
  },
  country_not_supported: { title: 'Dit land understøttes ikke', detail: 'Spørg os om en anden måde.' },
  device_not_supported: {
    title: 'Intet kamera kunne bruges',
    detail: 'Giv siden lov til at bruge kameraet, eller brug en anden enhed.',
  },
  document_expired: { title: 'Dit dokument er udløbet', detail: 'Brug et andet dokument.' },
  document_type_not_supported: { title: 'Dit dokument understøttes ikke', detail: 'Brug et andet dokument.' },
  document_unverified_other: {
    title: 'Dit dokument kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis alle kanter, eller brug et andet dokument.',
  },
  email_unverified_other: {
    title: 'Din e-mailadresse kunne ikke kontrolleres',
    detail: 'Indtast den tilsendte kode, eller brug en anden adresse.',
  },
  email_verification_declined: {
    title: 'Din e-mailadresse kunne ikke kontrolleres',
    detail: 'Indtast den tilsendte kode, eller brug en anden adresse.',
  },
  id_number_insufficient_document_data: {
    title: 'Dit id-nummer kunne ikke kontrolleres',
    detail: 'Indtast det, som det står i dokumentet, eller brug et andet dokument.',
  },
  id_number_mismatch: {
    title: 'Dit id-nummer kunne ikke kontrolleres',
    detail: 'Indtast det, som det står i dokumentet, eller brug et andet dokument.',
  },
  id_number_unverified_other: {
    title: 'Dit id-nummer kunne ikke kontrolleres',
    detail: 'Indtast det, som det står i dokumentet, eller brug et andet dokument.',
  },
  phone_unverified_other: {
    title: 'Dit telefonnummer kunne ikke kontrolleres',
    detail: 'Indtast den tilsendte kode, eller brug et andet nummer.',
  },
  phone_verification_declined: {
    title: 'Dit telefonnummer kunne ikke kontrolleres',
    detail: 'Indtast den tilsendte kode, eller brug et andet nummer.',
  },
  phone_otp_declined: {
    title: 'Dit telefonnummer kunne ikke kontrolleres',
    detail: 'Indtast den tilsendte kode, eller brug et andet nummer.',
  },
  selfie_document_missing_photo: {
    title: 'Dit dokument har intet billede af dig',
    detail: 'Brug et andet dokument.',
  },
  selfie_face_mismatch: {
    title: 'Din selfie kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis hele ansigtet.',
  },
  selfie_manipulated: {
    title: 'Din selfie kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis hele ansigtet.',
  },
  selfie_unverified_other: {
    title: 'Din selfie kunne ikke kontrolleres',
    detail: 'Sørg for godt lys og vis hele ansigtet.',
  },
  under_supported_age: { title: 'Du er ikke gammel nok', detail: 'Spørg os om en anden måde.' },
  offline: { title: 'Der er ingen forbindelse', detail: 'Kontrollér netværket, og prøv igen.' },
  network_error: { title: 'Der er ingen forbindelse', detail: 'Kontrollér netværket, og prøv igen.' },
  unauthenticated: { title: 'Du er ikke logget ind', detail: 'Log ind, og prøv igen.' },
  identity_verification_required: { title: 'Du er ikke færdig', detail: 'Prøv igen, når du er klar.' },
  attempts_exhausted: { title: 'Du har ikke flere forsøg', detail: 'Spørg os om en anden måde.' },
  rate_limited: { title: 'Det var for mange forsøg', detail: 'Prøv igen om et minut.' },
  user_limit_reached: { title: 'Der er ikke flere kontroller i dag', detail: 'Prøv igen i morgen.' },
  daily_limit_reached: { title: 'Der er ikke flere kontroller i dag', detail: 'Prøv igen i morgen.' },
  not_found: { title: 'Det er ikke muligt nu', detail: 'Genindlæs siden.' },
  not_cancelable: { title: 'Det er ikke muligt nu', detail: 'Genindlæs siden.' },
  invalid_state: { title: 'Det er ikke muligt nu', detail: 'Genindlæs siden.' },
  modal_already_open: { title: 'En kontrol er allerede åben', detail: 'Afslut den først.' },
  stripe_load_failed: {
    title: 'Kontrollen kunne ikke indlæses',
    detail: 'Slå blokeringer fra, og prøv igen.',
  },
  device_unsupported: {
    title: 'Intet kamera kunne bruges',
    detail: 'Giv siden lov til at bruge kameraet, eller brug en anden enhed.',
  },
  aborted: { title: 'Du er ikke færdig', detail: 'Prøv igen, når du er klar.' },
  server_error: { title: 'Noget gik galt', detail: 'Prøv igen om et minut.' },
  bad_response: { title: 'Noget gik galt', detail: 'Prøv igen om et minut.' },
  stripe_rejected: { title: 'Noget gik galt', detail: 'Prøv igen om et minut.' },
  stripe_error: { title: 'Noget gik galt', detail: 'Prøv igen om et minut.' },
  stripe_unavailable: { title: 'Noget gik galt', detail: 'Prøv igen om et minut.' },
  store_unavailable: { title: 'Noget gik galt', detail: 'Prøv igen om et minut.' },
  setup: { title: 'Siden er ikke sat op', detail: 'Spørg os om en anden måde.' },
}
