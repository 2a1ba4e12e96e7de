import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Patvirtinimas nebaigtas',
  detail: 'Kai bus patogu, tęskite nuo ten, kur sustojote.',
}
const noCamera: Advice = {
  title: 'Nepavyko naudoti jūsų kameros',
  detail: 'Leiskite šiam puslapiui naudoti kamerą arba naudokite įrenginį su kamera.',
}
const phoneDeclined: Advice = {
  title: 'Jūs nepatvirtinote telefono numerio',
  detail: 'Bandykite dar kartą ir įveskite atsiųstą kodą.',
}

export const messages: RestTexts = {
  attempts_left: 'Liko bandymų: {count}',
  processing_long: {
    title: 'Vis dar tikrinama…',
    detail: 'Galite išeiti iš šio puslapio. Grįžę čia rasite rezultatą.',
  },
  open: { title: 'Tęskite atsidariusiame lange' },
  requires_input: {
    title: 'Nepavyko patvirtinti jūsų tapatybės',
    detail: 'Bandykite dar kartą arba naudokite kitą dokumentą.',
  },
  taken_back: {
    title: 'Šį patvirtinimą reikia pakartoti',
    detail: 'Ankstesnis jūsų patvirtinimas nebegalioja. Patvirtinkite savo tapatybę dar kartą.',
  },
  canceled: {
    title: 'Šis patvirtinimas atšauktas',
    detail: 'Bet kada galite pradėti naują.',
  },
  redacted: {
    title: 'Jūsų patvirtinimo duomenys ištrinti',
    detail: 'Bet kada galite vėl patvirtinti savo tapatybę.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Jūs nesutikote su patvirtinimu',
    detail: 'Bandykite dar kartą, kad sutiktumėte, arba kreipkitės į mus dėl kito būdo.',
  },
  country_not_supported: {
    title: 'Patvirtinimas jūsų šalyje nepasiekiamas',
    detail: 'Kreipkitės į mus dėl kito būdo.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Jūsų dokumento galiojimas baigėsi',
    detail: 'Naudokite galiojantį dokumentą.',
  },
  document_type_not_supported: {
    title: 'Tokio dokumento nepriimame',
    detail: 'Bandykite dar kartą su vienu iš priimamų dokumentų.',
  },
  document_unverified_other: {
    title: 'Nepavyko patvirtinti jūsų dokumento',
    detail: 'Fotografuokite gerai apšviestoje vietoje, kad matytųsi visi keturi kraštai.',
  },
  email_unverified_other: {
    title: 'Nepavyko patvirtinti jūsų el. pašto adreso',
    detail: 'Patikrinkite adresą ir įveskite atsiųstą kodą.',
  },
  email_verification_declined: {
    title: 'Jūs nepatvirtinote el. pašto adreso',
    detail: 'Bandykite dar kartą ir įveskite atsiųstą kodą.',
  },
  id_number_insufficient_document_data: {
    title: 'Jūsų dokumente nepakanka duomenų asmens kodui patikrinti',
    detail: 'Naudokite dokumentą, kuriame yra jūsų vardas, pavardė ir gimimo data.',
  },
  id_number_mismatch: {
    title: 'Jūsų asmens kodas neatitinka jūsų duomenų',
    detail: 'Patikrinkite kodą, vardą, pavardę ir gimimo datą ir bandykite dar kartą.',
  },
  id_number_unverified_other: {
    title: 'Nepavyko patvirtinti jūsų asmens kodo',
    detail: 'Patikrinkite kodą ir bandykite dar kartą.',
  },
  phone_unverified_other: {
    title: 'Nepavyko patvirtinti jūsų telefono numerio',
    detail: 'Patikrinkite numerį ir įveskite atsiųstą kodą.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Jūsų dokumente nėra jūsų nuotraukos',
    detail: 'Naudokite dokumentą su nuotrauka.',
  },
  selfie_face_mismatch: {
    title: 'Jūsų asmenukė neatitinka dokumento nuotraukos',
    detail: 'Padarykite naują asmenukę ir naudokite savo dokumentą.',
  },
  selfie_manipulated: {
    title: 'Jūsų asmenukė atrodo redaguota',
    detail: 'Padarykite naują kamera, be filtrų.',
  },
  selfie_unverified_other: {
    title: 'Nepavyko patvirtinti jūsų asmenukės',
    detail: 'Padarykite ją gerai apšviestoje vietoje, kad matytųsi visas veidas.',
  },
  under_supported_age: {
    title: 'Jūs nesate reikiamo amžiaus',
    detail: 'Kreipkitės į mus dėl kito būdo.',
  },

  offline: {
    title: 'Nėra interneto ryšio',
    detail: 'Prisijunkite prie interneto ir bandykite dar kartą.',
  },
  network_error: {
    title: 'Nepavyko prisijungti',
    detail: 'Patikrinkite interneto ryšį ir bandykite dar kartą.',
  },
  unauthenticated: {
    title: 'Reikia prisijungti prie paskyros',
    detail: 'Prisijunkite ir bandykite dar kartą.',
  },
  identity_verification_required: {
    title: 'Pirmiausia patvirtinkite savo tapatybę',
    detail: 'Tada galėsite tęsti.',
  },
  attempts_exhausted: {
    title: 'Nebeliko bandymų',
    detail: 'Kreipkitės į mus dėl kito būdo.',
  },
  rate_limited: {
    title: 'Per daug bandymų per trumpą laiką',
    detail: 'Bandykite dar kartą po minutės.',
  },
  user_limit_reached: {
    title: 'Pasiektas šios dienos limitas',
    detail: 'Bandykite dar kartą rytoj.',
  },
  daily_limit_reached: {
    title: 'Šiandien daugiau patvirtinimų atlikti negalima',
    detail: 'Bandykite dar kartą rytoj.',
  },
  not_found: {
    title: 'Nepavyko rasti jūsų patvirtinimo',
    detail: 'Įkelkite puslapį iš naujo ir bandykite dar kartą.',
  },
  not_cancelable: {
    title: 'Šio patvirtinimo dabar atšaukti negalima',
    detail: 'Įkelkite puslapį iš naujo, kad pamatytumėte jo būseną.',
  },
  invalid_state: {
    title: 'Dabar tai neįmanoma',
    detail: 'Įkelkite puslapį iš naujo, kad pamatytumėte patvirtinimo būseną.',
  },
  modal_already_open: {
    title: 'Jau atidarytas kitas patvirtinimas',
    detail: 'Pirmiausia užbaikite jį.',
  },
  stripe_load_failed: {
    title: 'Patvirtinimo nepavyko įkelti',
    detail: 'Išjunkite reklamos blokavimą šiame puslapyje ir bandykite dar kartą.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Įvyko klaida',
    detail: 'Bandykite dar kartą po minutės.',
  },
  setup: {
    title: 'Patvirtinimas šiame puslapyje nesukonfigūruotas',
    detail: 'Kreipkitės į mus dėl kito būdo.',
  },
}
