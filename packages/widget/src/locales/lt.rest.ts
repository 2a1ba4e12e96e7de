import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Liko bandymų: {count}',
  open: { title: 'Tęskite atidarytame lange' },
  requires_input: {
    title: 'Jūsų tapatybės patikrinti nepavyko',
    detail: 'Bandykite dar kartą arba naudokite kitą dokumentą.',
  },
  taken_back: { title: 'Jūsų tapatybės patikrinti nepavyko', detail: 'Pradėkite iš naujo, kai norėsite.' },
  canceled: { title: 'Ši patikra atšaukta', detail: 'Pradėkite iš naujo, kai norėsite.' },
  redacted: { title: 'Jūsų duomenys ištrinti', detail: 'Pradėkite iš naujo, kai norėsite.' },
  abandoned: { title: 'Dar nebaigėte', detail: 'Bandykite dar kartą, kai norėsite.' },
  consent_declined: {
    title: 'Nesutikote su patikra',
    detail: 'Bandykite dar kartą ir sutikite arba paklauskite mūsų kito būdo.',
  },
  country_not_supported: { title: 'Jūsų šalis nepalaikoma', detail: 'Paklauskite mūsų kito būdo.' },
  device_not_supported: {
    title: 'Nepavyko naudoti kameros',
    detail: 'Leiskite šiam puslapiui naudoti kamerą arba naudokite kitą įrenginį.',
  },
  document_expired: { title: 'Jūsų dokumentas nebegalioja', detail: 'Naudokite kitą dokumentą.' },
  document_type_not_supported: { title: 'Jūsų dokumentas nepalaikomas', detail: 'Naudokite kitą dokumentą.' },
  document_unverified_other: {
    title: 'Jūsų dokumento patikrinti nepavyko',
    detail: 'Pasirinkite gerą apšvietimą ir parodykite visus kraštus arba naudokite kitą dokumentą.',
  },
  email_unverified_other: {
    title: 'Jūsų el. pašto adreso patikrinti nepavyko',
    detail: 'Įveskite atsiųstą kodą arba naudokite kitą adresą.',
  },
  email_verification_declined: {
    title: 'Jūsų el. pašto adreso patikrinti nepavyko',
    detail: 'Įveskite atsiųstą kodą arba naudokite kitą adresą.',
  },
  id_number_insufficient_document_data: {
    title: 'Jūsų asmens kodo patikrinti nepavyko',
    detail: 'Įveskite jį taip, kaip dokumente, arba naudokite kitą dokumentą.',
  },
  id_number_mismatch: {
    title: 'Jūsų asmens kodo patikrinti nepavyko',
    detail: 'Įveskite jį taip, kaip dokumente, arba naudokite kitą dokumentą.',
  },
  id_number_unverified_other: {
    title: 'Jūsų asmens kodo patikrinti nepavyko',
    detail: 'Įveskite jį taip, kaip dokumente, arba naudokite kitą dokumentą.',
  },
  phone_unverified_other: {
    title: 'Jūsų telefono numerio patikrinti nepavyko',
    detail: 'Įveskite atsiųstą kodą arba naudokite kitą numerį.',
  },
  phone_verification_declined: {
    title: 'Jūsų telefono numerio patikrinti nepavyko',
    detail: 'Įveskite atsiųstą kodą arba naudokite kitą numerį.',
  },
  phone_otp_declined: {
    title: 'Jūsų telefono numerio patikrinti nepavyko',
    detail: 'Įveskite atsiųstą kodą arba naudokite kitą numerį.',
  },
  selfie_document_missing_photo: {
    title: 'Dokumente nėra jūsų nuotraukos',
    detail: 'Naudokite kitą dokumentą.',
  },
  selfie_face_mismatch: {
    title: 'Jūsų asmenukės patikrinti nepavyko',
    detail: 'Pasirinkite gerą apšvietimą ir parodykite visą veidą.',
  },
  selfie_manipulated: {
    title: 'Jūsų asmenukės patikrinti nepavyko',
    detail: 'Pasirinkite gerą apšvietimą ir parodykite visą veidą.',
  },
  selfie_unverified_other: {
    title: 'Jūsų asmenukės patikrinti nepavyko',
    detail: 'Pasirinkite gerą apšvietimą ir parodykite visą veidą.',
  },
  under_supported_age: { title: 'Nesate reikiamo amžiaus', detail: 'Paklauskite mūsų kito būdo.' },
  offline: { title: 'Nėra ryšio', detail: 'Patikrinkite tinklą ir bandykite dar kartą.' },
  network_error: { title: 'Nėra ryšio', detail: 'Patikrinkite tinklą ir bandykite dar kartą.' },
  unauthenticated: { title: 'Nesate prisijungę', detail: 'Prisijunkite ir bandykite dar kartą.' },
  identity_verification_required: { title: 'Dar nebaigėte', detail: 'Bandykite dar kartą, kai norėsite.' },
  attempts_exhausted: { title: 'Bandymų nebeliko', detail: 'Paklauskite mūsų kito būdo.' },
  rate_limited: { title: 'Per daug bandymų', detail: 'Bandykite dar kartą po minutės.' },
  user_limit_reached: {
    title: 'Šiandien daugiau patikrų atlikti negalima',
    detail: 'Bandykite dar kartą rytoj.',
  },
  daily_limit_reached: {
    title: 'Šiandien daugiau patikrų atlikti negalima',
    detail: 'Bandykite dar kartą rytoj.',
  },
  not_found: { title: 'Dabar tai neįmanoma', detail: 'Įkelkite puslapį iš naujo.' },
  not_cancelable: { title: 'Dabar tai neįmanoma', detail: 'Įkelkite puslapį iš naujo.' },
  invalid_state: { title: 'Dabar tai neįmanoma', detail: 'Įkelkite puslapį iš naujo.' },
  modal_already_open: { title: 'Patikra jau atidaryta', detail: 'Pirmiausia ją užbaikite.' },
  stripe_load_failed: {
    title: 'Patikros įkelti nepavyko',
    detail: 'Išjunkite blokavimą ir bandykite dar kartą.',
  },
  device_unsupported: {
    title: 'Nepavyko naudoti kameros',
    detail: 'Leiskite šiam puslapiui naudoti kamerą arba naudokite kitą įrenginį.',
  },
  aborted: { title: 'Dar nebaigėte', detail: 'Bandykite dar kartą, kai norėsite.' },
  server_error: { title: 'Įvyko klaida', detail: 'Bandykite dar kartą po minutės.' },
  bad_response: { title: 'Įvyko klaida', detail: 'Bandykite dar kartą po minutės.' },
  stripe_rejected: { title: 'Įvyko klaida', detail: 'Bandykite dar kartą po minutės.' },
  stripe_error: { title: 'Įvyko klaida', detail: 'Bandykite dar kartą po minutės.' },
  stripe_unavailable: { title: 'Įvyko klaida', detail: 'Bandykite dar kartą po minutės.' },
  store_unavailable: { title: 'Įvyko klaida', detail: 'Bandykite dar kartą po minutės.' },
  setup: { title: 'Šis puslapis nenustatytas', detail: 'Paklauskite mūsų kito būdo.' },
}
