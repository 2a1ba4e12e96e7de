import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Zostávajúce pokusy: {count}',
  open: { title: 'Pokračujte v otvorenom okne' },
  requires_input: {
    title: 'Vašu totožnosť sa nepodarilo overiť',
    detail: 'Skúste to znova alebo použite iný doklad.',
  },
  taken_back: { title: 'Vašu totožnosť sa nepodarilo overiť', detail: 'Začnite znova, keď budete chcieť.' },
  canceled: { title: 'Toto overenie bolo zrušené', detail: 'Začnite znova, keď budete chcieť.' },
  redacted: { title: 'Vaše údaje boli vymazané', detail: 'Začnite znova, keď budete chcieť.' },
  abandoned: { title: 'Ešte ste neskončili', detail: 'Skúste to znova, keď budete chcieť.' },
  consent_declined: {
    title: 'S overením ste nesúhlasili',
    detail: 'Skúste to znova a súhlaste, alebo sa nás opýtajte na iný spôsob.',
  },
  country_not_supported: {
    title: 'Vaša krajina nie je podporovaná',
    detail: 'Opýtajte sa nás na iný spôsob.',
  },
  device_not_supported: {
    title: 'Nedá sa použiť žiadna kamera',
    detail: 'Povoľte tejto stránke kameru alebo použite iné zariadenie.',
  },
  document_expired: { title: 'Váš doklad už neplatí', detail: 'Použite iný doklad.' },
  document_type_not_supported: { title: 'Váš doklad nie je podporovaný', detail: 'Použite iný doklad.' },
  document_unverified_other: {
    title: 'Váš doklad sa nepodarilo skontrolovať',
    detail: 'Zabezpečte dobré svetlo a ukážte všetky okraje alebo použite iný doklad.',
  },
  email_unverified_other: {
    title: 'Vašu e-mailovú adresu sa nepodarilo overiť',
    detail: 'Zadajte zaslaný kód alebo použite inú adresu.',
  },
  email_verification_declined: {
    title: 'Vašu e-mailovú adresu sa nepodarilo overiť',
    detail: 'Zadajte zaslaný kód alebo použite inú adresu.',
  },
  id_number_insufficient_document_data: {
    title: 'Vaše identifikačné číslo sa nepodarilo overiť',
    detail: 'Zadajte ho tak, ako je v doklade, alebo použite iný doklad.',
  },
  id_number_mismatch: {
    title: 'Vaše identifikačné číslo sa nepodarilo overiť',
    detail: 'Zadajte ho tak, ako je v doklade, alebo použite iný doklad.',
  },
  id_number_unverified_other: {
    title: 'Vaše identifikačné číslo sa nepodarilo overiť',
    detail: 'Zadajte ho tak, ako je v doklade, alebo použite iný doklad.',
  },
  phone_unverified_other: {
    title: 'Vaše telefónne číslo sa nepodarilo overiť',
    detail: 'Zadajte zaslaný kód alebo použite iné číslo.',
  },
  phone_verification_declined: {
    title: 'Vaše telefónne číslo sa nepodarilo overiť',
    detail: 'Zadajte zaslaný kód alebo použite iné číslo.',
  },
  phone_otp_declined: {
    title: 'Vaše telefónne číslo sa nepodarilo overiť',
    detail: 'Zadajte zaslaný kód alebo použite iné číslo.',
  },
  selfie_document_missing_photo: {
    title: 'Na doklade nie je vaša fotografia',
    detail: 'Použite iný doklad.',
  },
  selfie_face_mismatch: {
    title: 'Vašu selfie sa nepodarilo skontrolovať',
    detail: 'Zabezpečte dobré svetlo a ukážte celú tvár.',
  },
  selfie_manipulated: {
    title: 'Vašu selfie sa nepodarilo skontrolovať',
    detail: 'Zabezpečte dobré svetlo a ukážte celú tvár.',
  },
  selfie_unverified_other: {
    title: 'Vašu selfie sa nepodarilo skontrolovať',
    detail: 'Zabezpečte dobré svetlo a ukážte celú tvár.',
  },
  under_supported_age: { title: 'Nedosiahli ste potrebný vek', detail: 'Opýtajte sa nás na iný spôsob.' },
  offline: { title: 'Nie ste pripojení', detail: 'Skontrolujte sieť a skúste to znova.' },
  network_error: { title: 'Nie ste pripojení', detail: 'Skontrolujte sieť a skúste to znova.' },
  unauthenticated: { title: 'Nie ste prihlásení', detail: 'Prihláste sa a skúste to znova.' },
  identity_verification_required: {
    title: 'Ešte ste neskončili',
    detail: 'Skúste to znova, keď budete chcieť.',
  },
  attempts_exhausted: { title: 'Nemáte už žiadne pokusy', detail: 'Opýtajte sa nás na iný spôsob.' },
  rate_limited: { title: 'Príliš veľa pokusov', detail: 'Skúste to znova o minútu.' },
  user_limit_reached: { title: 'Dnes už nie sú možné ďalšie overenia', detail: 'Skúste to znova zajtra.' },
  daily_limit_reached: { title: 'Dnes už nie sú možné ďalšie overenia', detail: 'Skúste to znova zajtra.' },
  not_found: { title: 'Teraz to nie je možné', detail: 'Načítajte stránku znova.' },
  not_cancelable: { title: 'Teraz to nie je možné', detail: 'Načítajte stránku znova.' },
  invalid_state: { title: 'Teraz to nie je možné', detail: 'Načítajte stránku znova.' },
  modal_already_open: { title: 'Jedno overenie je už otvorené', detail: 'Najskôr ho dokončite.' },
  stripe_load_failed: {
    title: 'Overenie sa nepodarilo načítať',
    detail: 'Vypnite blokovanie a skúste to znova.',
  },
  device_unsupported: {
    title: 'Nedá sa použiť žiadna kamera',
    detail: 'Povoľte tejto stránke kameru alebo použite iné zariadenie.',
  },
  aborted: { title: 'Ešte ste neskončili', detail: 'Skúste to znova, keď budete chcieť.' },
  server_error: { title: 'Niečo sa pokazilo', detail: 'Skúste to znova o minútu.' },
  bad_response: { title: 'Niečo sa pokazilo', detail: 'Skúste to znova o minútu.' },
  stripe_rejected: { title: 'Niečo sa pokazilo', detail: 'Skúste to znova o minútu.' },
  stripe_error: { title: 'Niečo sa pokazilo', detail: 'Skúste to znova o minútu.' },
  stripe_unavailable: { title: 'Niečo sa pokazilo', detail: 'Skúste to znova o minútu.' },
  store_unavailable: { title: 'Niečo sa pokazilo', detail: 'Skúste to znova o minútu.' },
  setup: { title: 'Táto stránka nie je nastavená', detail: 'Opýtajte sa nás na iný spôsob.' },
}
