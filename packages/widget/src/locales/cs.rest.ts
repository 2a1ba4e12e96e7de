import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Zbývající pokusy: {count}',
  open: { title: 'Pokračujte v otevřeném okně' },
  requires_input: {
    title: 'Vaši totožnost se nepodařilo ověřit',
    detail: 'Zkuste to znovu, nebo použijte jiný doklad.',
  },
  taken_back: { title: 'Vaši totožnost se nepodařilo ověřit', detail: 'Začněte znovu, až budete chtít.' },
  canceled: { title: 'Toto ověření bylo zrušeno', detail: 'Začněte znovu, až budete chtít.' },
  redacted: { title: 'Vaše údaje byly vymazány', detail: 'Začněte znovu, až budete chtít.' },
  abandoned: { title: 'Ještě nejste hotovi', detail: 'Zkuste to znovu, až budete chtít.' },
  consent_declined: {
    title: 'S ověřením jste nesouhlasili',
    detail: 'Zkuste to znovu a souhlaste, nebo se nás zeptejte na jiný způsob.',
  },
  country_not_supported: { title: 'Vaše země není podporována', detail: 'Zeptejte se nás na jiný způsob.' },
  device_not_supported: {
    title: 'Nelze použít žádnou kameru',
    detail: 'Povolte této stránce kameru, nebo použijte jiné zařízení.',
  },
  document_expired: { title: 'Váš doklad není platný', detail: 'Použijte jiný doklad.' },
  document_type_not_supported: { title: 'Váš doklad není podporován', detail: 'Použijte jiný doklad.' },
  document_unverified_other: {
    title: 'Váš doklad se nepodařilo zkontrolovat',
    detail: 'Zajistěte dobré světlo a ukažte všechny okraje, nebo použijte jiný doklad.',
  },
  email_unverified_other: {
    title: 'Vaši e-mailovou adresu se nepodařilo ověřit',
    detail: 'Zadejte zaslaný kód, nebo použijte jinou adresu.',
  },
  email_verification_declined: {
    title: 'Vaši e-mailovou adresu se nepodařilo ověřit',
    detail: 'Zadejte zaslaný kód, nebo použijte jinou adresu.',
  },
  id_number_insufficient_document_data: {
    title: 'Vaše identifikační číslo se nepodařilo ověřit',
    detail: 'Zadejte je tak, jak je v dokladu, nebo použijte jiný doklad.',
  },
  id_number_mismatch: {
    title: 'Vaše identifikační číslo se nepodařilo ověřit',
    detail: 'Zadejte je tak, jak je v dokladu, nebo použijte jiný doklad.',
  },
  id_number_unverified_other: {
    title: 'Vaše identifikační číslo se nepodařilo ověřit',
    detail: 'Zadejte je tak, jak je v dokladu, nebo použijte jiný doklad.',
  },
  phone_unverified_other: {
    title: 'Vaše telefonní číslo se nepodařilo ověřit',
    detail: 'Zadejte zaslaný kód, nebo použijte jiné číslo.',
  },
  phone_verification_declined: {
    title: 'Vaše telefonní číslo se nepodařilo ověřit',
    detail: 'Zadejte zaslaný kód, nebo použijte jiné číslo.',
  },
  phone_otp_declined: {
    title: 'Vaše telefonní číslo se nepodařilo ověřit',
    detail: 'Zadejte zaslaný kód, nebo použijte jiné číslo.',
  },
  selfie_document_missing_photo: {
    title: 'Na dokladu není vaše fotografie',
    detail: 'Použijte jiný doklad.',
  },
  selfie_face_mismatch: {
    title: 'Vaše selfie se nepodařilo zkontrolovat',
    detail: 'Zajistěte dobré světlo a ukažte celý obličej.',
  },
  selfie_manipulated: {
    title: 'Vaše selfie se nepodařilo zkontrolovat',
    detail: 'Zajistěte dobré světlo a ukažte celý obličej.',
  },
  selfie_unverified_other: {
    title: 'Vaše selfie se nepodařilo zkontrolovat',
    detail: 'Zajistěte dobré světlo a ukažte celý obličej.',
  },
  under_supported_age: { title: 'Nedosáhli jste potřebného věku', detail: 'Zeptejte se nás na jiný způsob.' },
  offline: { title: 'Nejste připojeni', detail: 'Zkontrolujte síť a zkuste to znovu.' },
  network_error: { title: 'Nejste připojeni', detail: 'Zkontrolujte síť a zkuste to znovu.' },
  unauthenticated: { title: 'Nejste přihlášeni', detail: 'Přihlaste se a zkuste to znovu.' },
  identity_verification_required: {
    title: 'Ještě nejste hotovi',
    detail: 'Zkuste to znovu, až budete chtít.',
  },
  attempts_exhausted: { title: 'Nemáte už žádné pokusy', detail: 'Zeptejte se nás na jiný způsob.' },
  rate_limited: { title: 'Příliš mnoho pokusů', detail: 'Zkuste to znovu za minutu.' },
  user_limit_reached: { title: 'Dnes už nejsou možná další ověření', detail: 'Zkuste to znovu zítra.' },
  daily_limit_reached: { title: 'Dnes už nejsou možná další ověření', detail: 'Zkuste to znovu zítra.' },
  not_found: { title: 'Teď to není možné', detail: 'Načtěte stránku znovu.' },
  not_cancelable: { title: 'Teď to není možné', detail: 'Načtěte stránku znovu.' },
  invalid_state: { title: 'Teď to není možné', detail: 'Načtěte stránku znovu.' },
  modal_already_open: { title: 'Jedno ověření je už otevřené', detail: 'Nejdřív je dokončete.' },
  stripe_load_failed: {
    title: 'Ověření se nepodařilo načíst',
    detail: 'Vypněte blokování a zkuste to znovu.',
  },
  device_unsupported: {
    title: 'Nelze použít žádnou kameru',
    detail: 'Povolte této stránce kameru, nebo použijte jiné zařízení.',
  },
  aborted: { title: 'Ještě nejste hotovi', detail: 'Zkuste to znovu, až budete chtít.' },
  server_error: { title: 'Něco se pokazilo', detail: 'Zkuste to znovu za minutu.' },
  bad_response: { title: 'Něco se pokazilo', detail: 'Zkuste to znovu za minutu.' },
  stripe_rejected: { title: 'Něco se pokazilo', detail: 'Zkuste to znovu za minutu.' },
  stripe_error: { title: 'Něco se pokazilo', detail: 'Zkuste to znovu za minutu.' },
  stripe_unavailable: { title: 'Něco se pokazilo', detail: 'Zkuste to znovu za minutu.' },
  store_unavailable: { title: 'Něco se pokazilo', detail: 'Zkuste to znovu za minutu.' },
  setup: { title: 'Tato stránka není nastavena', detail: 'Zeptejte se nás na jiný způsob.' },
}
