import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Overenie ste nedokončili',
  detail: 'Pokračujte tam, kde ste prestali, keď vám to bude vyhovovať.',
}
const noCamera: Advice = {
  title: 'Nepodarilo sa použiť váš fotoaparát',
  detail: 'Povoľte tejto stránke prístup k fotoaparátu alebo použite zariadenie, ktoré ho má.',
}
const phoneDeclined: Advice = {
  title: 'Telefónne číslo ste nepotvrdili',
  detail: 'Skúste to znova a zadajte zaslaný kód.',
}

export const messages: RestTexts = {
  attempts_left: 'Zostávajúce pokusy: {count}',
  processing_long: {
    title: 'Kontrola stále prebieha…',
    detail: 'Túto stránku môžete opustiť. Výsledok tu nájdete, keď sa vrátite.',
  },
  open: { title: 'Pokračujte v okne, ktoré sa otvorilo' },
  requires_input: {
    title: 'Vašu totožnosť sa nepodarilo overiť',
    detail: 'Skúste to znova alebo použite iný doklad.',
  },
  taken_back: {
    title: 'Toto overenie treba zopakovať',
    detail: 'Vaše predchádzajúce overenie už neplatí. Overte, prosím, svoju totožnosť znova.',
  },
  canceled: {
    title: 'Toto overenie bolo zrušené',
    detail: 'Kedykoľvek môžete začať nové.',
  },
  redacted: {
    title: 'Údaje z vášho overenia boli vymazané',
    detail: 'Svoju totožnosť môžete kedykoľvek znova overiť.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'S overením ste nesúhlasili',
    detail: 'Skúste to znova a udeľte súhlas alebo nás kontaktujte ohľadom iného spôsobu overenia.',
  },
  country_not_supported: {
    title: 'Overenie nie je vo vašej krajine k dispozícii',
    detail: 'Kontaktujte nás ohľadom iného spôsobu overenia.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Platnosť vášho dokladu uplynula',
    detail: 'Použite platný doklad.',
  },
  document_type_not_supported: {
    title: 'Tento typ dokladu neprijímame',
    detail: 'Skúste to znova s niektorým z prijímaných dokladov.',
  },
  document_unverified_other: {
    title: 'Váš doklad sa nepodarilo overiť',
    detail: 'Foťte pri dobrom svetle tak, aby bolo vidieť všetky štyri okraje.',
  },
  email_unverified_other: {
    title: 'Vašu e-mailovú adresu sa nepodarilo overiť',
    detail: 'Skontrolujte adresu a zadajte zaslaný kód.',
  },
  email_verification_declined: {
    title: 'E-mailovú adresu ste nepotvrdili',
    detail: 'Skúste to znova a zadajte zaslaný kód.',
  },
  id_number_insufficient_document_data: {
    title: 'Váš doklad neobsahuje dosť údajov na kontrolu identifikačného čísla',
    detail: 'Použite doklad s celým menom a dátumom narodenia.',
  },
  id_number_mismatch: {
    title: 'Identifikačné číslo nezodpovedá vašim údajom',
    detail: 'Skontrolujte číslo, meno a dátum narodenia a skúste to znova.',
  },
  id_number_unverified_other: {
    title: 'Vaše identifikačné číslo sa nepodarilo overiť',
    detail: 'Skontrolujte číslo a skúste to znova.',
  },
  phone_unverified_other: {
    title: 'Vaše telefónne číslo sa nepodarilo overiť',
    detail: 'Skontrolujte číslo a zadajte zaslaný kód.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Na vašom doklade nie je vaša fotografia',
    detail: 'Použite doklad s fotografiou.',
  },
  selfie_face_mismatch: {
    title: 'Vaše selfie nezodpovedá fotografii na doklade',
    detail: 'Urobte nové selfie a použite vlastný doklad.',
  },
  selfie_manipulated: {
    title: 'Vaše selfie vyzerá upravené',
    detail: 'Urobte nové fotoaparátom, bez filtrov.',
  },
  selfie_unverified_other: {
    title: 'Vaše selfie sa nepodarilo overiť',
    detail: 'Urobte ho pri dobrom svetle tak, aby bolo vidieť celú tvár.',
  },
  under_supported_age: {
    title: 'Nedosiahli ste minimálny vek',
    detail: 'Kontaktujte nás ohľadom iného spôsobu overenia.',
  },

  offline: {
    title: 'Ste offline',
    detail: 'Pripojte sa na internet a skúste to znova.',
  },
  network_error: {
    title: 'Nepodarilo sa pripojiť',
    detail: 'Skontrolujte pripojenie na internet a skúste to znova.',
  },
  unauthenticated: {
    title: 'Je potrebné sa prihlásiť',
    detail: 'Prihláste sa a skúste to znova.',
  },
  identity_verification_required: {
    title: 'Najprv, prosím, overte svoju totožnosť',
    detail: 'Potom budete môcť pokračovať.',
  },
  attempts_exhausted: {
    title: 'Nezostávajú vám žiadne pokusy',
    detail: 'Kontaktujte nás ohľadom iného spôsobu overenia.',
  },
  rate_limited: {
    title: 'Príliš veľa pokusov v krátkom čase',
    detail: 'Skúste to znova o minútu.',
  },
  user_limit_reached: {
    title: 'Dosiahli ste dnešný limit',
    detail: 'Skúste to znova zajtra.',
  },
  daily_limit_reached: {
    title: 'Dnes už nie sú možné ďalšie overenia',
    detail: 'Skúste to znova zajtra.',
  },
  not_found: {
    title: 'Vaše overenie sa nepodarilo nájsť',
    detail: 'Načítajte stránku znova a skúste to ešte raz.',
  },
  not_cancelable: {
    title: 'Toto overenie teraz nemožno zrušiť',
    detail: 'Načítajte stránku znova a uvidíte jeho stav.',
  },
  invalid_state: {
    title: 'To teraz nie je možné',
    detail: 'Načítajte stránku znova a uvidíte stav svojho overenia.',
  },
  modal_already_open: {
    title: 'Už je otvorené iné overenie',
    detail: 'Najprv ho dokončite.',
  },
  stripe_load_failed: {
    title: 'Overenie sa nenačítalo',
    detail: 'Vypnite na tejto stránke blokovanie reklám a skúste to znova.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Niečo sa pokazilo',
    detail: 'Skúste to znova o minútu.',
  },
  setup: {
    title: 'Overenie nie je na tejto stránke nastavené',
    detail: 'Kontaktujte nás ohľadom iného spôsobu overenia.',
  },
}
