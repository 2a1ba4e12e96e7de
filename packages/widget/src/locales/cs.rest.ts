import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Ověření jste nedokončili',
  detail: 'Pokračujte, kde jste přestali, až se vám to bude hodit.',
}
const noCamera: Advice = {
  title: 'Nepodařilo se použít váš fotoaparát',
  detail: 'Povolte této stránce přístup k fotoaparátu nebo použijte zařízení, které ho má.',
}
const phoneDeclined: Advice = {
  title: 'Telefonní číslo jste nepotvrdili',
  detail: 'Zkuste to znovu a zadejte zaslaný kód.',
}

export const messages: RestTexts = {
  attempts_left: 'Zbývající pokusy: {count}',
  processing_long: {
    title: 'Kontrola stále probíhá…',
    detail: 'Tuto stránku můžete opustit. Výsledek tu najdete, až se vrátíte.',
  },
  open: { title: 'Pokračujte v okně, které se otevřelo' },
  requires_input: {
    title: 'Vaši totožnost se nepodařilo ověřit',
    detail: 'Zkuste to znovu nebo použijte jiný doklad.',
  },
  taken_back: {
    title: 'Toto ověření je třeba zopakovat',
    detail: 'Vaše předchozí ověření už neplatí. Ověřte prosím svou totožnost znovu.',
  },
  canceled: {
    title: 'Toto ověření bylo zrušeno',
    detail: 'Kdykoli můžete zahájit nové.',
  },
  redacted: {
    title: 'Údaje z vašeho ověření byly smazány',
    detail: 'Svou totožnost můžete kdykoli znovu ověřit.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'S ověřením jste nesouhlasili',
    detail: 'Zkuste to znovu a udělte souhlas, nebo nás kontaktujte ohledně jiného způsobu ověření.',
  },
  country_not_supported: {
    title: 'Ověření není ve vaší zemi k dispozici',
    detail: 'Kontaktujte nás ohledně jiného způsobu ověření.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Platnost vašeho dokladu vypršela',
    detail: 'Použijte platný doklad.',
  },
  document_type_not_supported: {
    title: 'Tento typ dokladu nepřijímáme',
    detail: 'Zkuste to znovu s některým z přijímaných dokladů.',
  },
  document_unverified_other: {
    title: 'Váš doklad se nepodařilo ověřit',
    detail: 'Foťte za dobrého světla tak, aby byly vidět všechny čtyři okraje.',
  },
  email_unverified_other: {
    title: 'Vaši e-mailovou adresu se nepodařilo ověřit',
    detail: 'Zkontrolujte adresu a zadejte zaslaný kód.',
  },
  email_verification_declined: {
    title: 'E-mailovou adresu jste nepotvrdili',
    detail: 'Zkuste to znovu a zadejte zaslaný kód.',
  },
  id_number_insufficient_document_data: {
    title: 'Váš doklad neobsahuje dost údajů ke kontrole identifikačního čísla',
    detail: 'Použijte doklad s celým jménem a datem narození.',
  },
  id_number_mismatch: {
    title: 'Identifikační číslo neodpovídá vašim údajům',
    detail: 'Zkontrolujte číslo, jméno a datum narození a zkuste to znovu.',
  },
  id_number_unverified_other: {
    title: 'Vaše identifikační číslo se nepodařilo ověřit',
    detail: 'Zkontrolujte číslo a zkuste to znovu.',
  },
  phone_unverified_other: {
    title: 'Vaše telefonní číslo se nepodařilo ověřit',
    detail: 'Zkontrolujte číslo a zadejte zaslaný kód.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Na vašem dokladu není vaše fotografie',
    detail: 'Použijte doklad s fotografií.',
  },
  selfie_face_mismatch: {
    title: 'Vaše selfie neodpovídá fotografii na dokladu',
    detail: 'Pořiďte nové selfie a použijte vlastní doklad.',
  },
  selfie_manipulated: {
    title: 'Zdá se, že vaše selfie bylo upraveno',
    detail: 'Pořiďte nové fotoaparátem, bez filtrů.',
  },
  selfie_unverified_other: {
    title: 'Vaše selfie se nepodařilo ověřit',
    detail: 'Pořiďte ho za dobrého světla tak, aby byl vidět celý obličej.',
  },
  under_supported_age: {
    title: 'Nedosáhli jste minimálního věku',
    detail: 'Kontaktujte nás ohledně jiného způsobu ověření.',
  },

  offline: {
    title: 'Jste offline',
    detail: 'Připojte se k internetu a zkuste to znovu.',
  },
  network_error: {
    title: 'Nepodařilo se připojit',
    detail: 'Zkontrolujte připojení k internetu a zkuste to znovu.',
  },
  unauthenticated: {
    title: 'Je třeba se přihlásit',
    detail: 'Přihlaste se a zkuste to znovu.',
  },
  identity_verification_required: {
    title: 'Nejprve prosím ověřte svou totožnost',
    detail: 'Potom budete moci pokračovat.',
  },
  attempts_exhausted: {
    title: 'Nezbývají vám žádné pokusy',
    detail: 'Kontaktujte nás ohledně jiného způsobu ověření.',
  },
  rate_limited: {
    title: 'Příliš mnoho pokusů v krátké době',
    detail: 'Zkuste to znovu za minutu.',
  },
  user_limit_reached: {
    title: 'Dosáhli jste dnešního limitu',
    detail: 'Zkuste to znovu zítra.',
  },
  daily_limit_reached: {
    title: 'Dnes už další ověření nejsou možná',
    detail: 'Zkuste to znovu zítra.',
  },
  not_found: {
    title: 'Vaše ověření se nepodařilo najít',
    detail: 'Načtěte stránku znovu a zkuste to ještě jednou.',
  },
  not_cancelable: {
    title: 'Toto ověření teď nelze zrušit',
    detail: 'Načtěte stránku znovu a uvidíte jeho stav.',
  },
  invalid_state: {
    title: 'To teď není možné',
    detail: 'Načtěte stránku znovu a uvidíte stav svého ověření.',
  },
  modal_already_open: {
    title: 'Už je otevřeno jiné ověření',
    detail: 'Nejprve ho dokončete.',
  },
  stripe_load_failed: {
    title: 'Ověření se nenačetlo',
    detail: 'Vypněte na této stránce blokování reklam a zkuste to znovu.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Něco se pokazilo',
    detail: 'Zkuste to znovu za minutu.',
  },
  setup: {
    title: 'Ověření není na této stránce nastaveno',
    detail: 'Kontaktujte nás ohledně jiného způsobu ověření.',
  },
}
