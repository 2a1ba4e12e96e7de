import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Hátralévő próbálkozások: {count}',
  open: { title: 'Folytassa a megnyílt ablakban' },
  requires_input: {
    title: 'Nem sikerült ellenőrizni a személyazonosságát',
    detail: 'Próbálja újra, vagy használjon másik okmányt.',
  },
  taken_back: {
    title: 'Nem sikerült ellenőrizni a személyazonosságát',
    detail: 'Kezdje újra, amikor szeretné.',
  },
  canceled: { title: 'Ezt az ellenőrzést megszakították', detail: 'Kezdje újra, amikor szeretné.' },
  redacted: { title: 'Az adatait töröltük', detail: 'Kezdje újra, amikor szeretné.' },
  abandoned: { title: 'Még nem fejezte be', detail: 'Próbálja újra, amikor szeretné.' },
  consent_declined: {
    title: 'Nem járult hozzá az ellenőrzéshez',
    detail: 'Próbálja újra a hozzájáruláshoz, vagy kérjen tőlünk más megoldást.',
  },
  country_not_supported: { title: 'Az országa nem támogatott', detail: 'Kérjen tőlünk más megoldást.' },
  device_not_supported: {
    title: 'Nem használható kamera',
    detail: 'Engedélyezze az oldalnak a kamerát, vagy használjon másik eszközt.',
  },
  document_expired: { title: 'Az okmánya lejárt', detail: 'Használjon másik okmányt.' },
  document_type_not_supported: { title: 'Az okmánya nem támogatott', detail: 'Használjon másik okmányt.' },
  document_unverified_other: {
    title: 'Nem sikerült ellenőrizni az okmányát',
    detail: 'Legyen jó fény, és látsszon minden széle, vagy használjon másik okmányt.',
  },
  email_unverified_other: {
    title: 'Nem sikerült ellenőrizni az e-mail-címét',
    detail: 'Írja be a kapott kódot, vagy használjon másik címet.',
  },
  email_verification_declined: {
    title: 'Nem sikerült ellenőrizni az e-mail-címét',
    detail: 'Írja be a kapott kódot, vagy használjon másik címet.',
  },
  id_number_insufficient_document_data: {
    title: 'Nem sikerült ellenőrizni az azonosítószámát',
    detail: 'Úgy írja be, ahogy az okmányon áll, vagy használjon másik okmányt.',
  },
  id_number_mismatch: {
    title: 'Nem sikerült ellenőrizni az azonosítószámát',
    detail: 'Úgy írja be, ahogy az okmányon áll, vagy használjon másik okmányt.',
  },
  id_number_unverified_other: {
    title: 'Nem sikerült ellenőrizni az azonosítószámát',
    detail: 'Úgy írja be, ahogy az okmányon áll, vagy használjon másik okmányt.',
  },
  phone_unverified_other: {
    title: 'Nem sikerült ellenőrizni a telefonszámát',
    detail: 'Írja be a kapott kódot, vagy használjon másik számot.',
  },
  phone_verification_declined: {
    title: 'Nem sikerült ellenőrizni a telefonszámát',
    detail: 'Írja be a kapott kódot, vagy használjon másik számot.',
  },
  phone_otp_declined: {
    title: 'Nem sikerült ellenőrizni a telefonszámát',
    detail: 'Írja be a kapott kódot, vagy használjon másik számot.',
  },
  selfie_document_missing_photo: {
    title: 'Az okmányán nincs fénykép Önről',
    detail: 'Használjon másik okmányt.',
  },
  selfie_face_mismatch: {
    title: 'Nem sikerült ellenőrizni a szelfijét',
    detail: 'Legyen jó fény, és látsszon az egész arca.',
  },
  selfie_manipulated: {
    title: 'Nem sikerült ellenőrizni a szelfijét',
    detail: 'Legyen jó fény, és látsszon az egész arca.',
  },
  selfie_unverified_other: {
    title: 'Nem sikerült ellenőrizni a szelfijét',
    detail: 'Legyen jó fény, és látsszon az egész arca.',
  },
  under_supported_age: { title: 'Nem érte el a szükséges kort', detail: 'Kérjen tőlünk más megoldást.' },
  offline: { title: 'Nincs kapcsolat', detail: 'Ellenőrizze a hálózatot, majd próbálja újra.' },
  network_error: { title: 'Nincs kapcsolat', detail: 'Ellenőrizze a hálózatot, majd próbálja újra.' },
  unauthenticated: { title: 'Nincs bejelentkezve', detail: 'Jelentkezzen be, majd próbálja újra.' },
  identity_verification_required: { title: 'Még nem fejezte be', detail: 'Próbálja újra, amikor szeretné.' },
  attempts_exhausted: { title: 'Nincs több próbálkozása', detail: 'Kérjen tőlünk más megoldást.' },
  rate_limited: { title: 'Túl sok próbálkozás', detail: 'Próbálja újra egy perc múlva.' },
  user_limit_reached: { title: 'Ma több ellenőrzés nem lehetséges', detail: 'Próbálja újra holnap.' },
  daily_limit_reached: { title: 'Ma több ellenőrzés nem lehetséges', detail: 'Próbálja újra holnap.' },
  not_found: { title: 'Ez most nem lehetséges', detail: 'Töltse be újra az oldalt.' },
  not_cancelable: { title: 'Ez most nem lehetséges', detail: 'Töltse be újra az oldalt.' },
  invalid_state: { title: 'Ez most nem lehetséges', detail: 'Töltse be újra az oldalt.' },
  modal_already_open: { title: 'Már meg van nyitva egy ellenőrzés', detail: 'Előbb azt fejezze be.' },
  stripe_load_failed: {
    title: 'Az ellenőrzést nem sikerült betölteni',
    detail: 'Kapcsolja ki a blokkolókat, majd próbálja újra.',
  },
  device_unsupported: {
    title: 'Nem használható kamera',
    detail: 'Engedélyezze az oldalnak a kamerát, vagy használjon másik eszközt.',
  },
  aborted: { title: 'Még nem fejezte be', detail: 'Próbálja újra, amikor szeretné.' },
  server_error: { title: 'Valami hiba történt', detail: 'Próbálja újra egy perc múlva.' },
  bad_response: { title: 'Valami hiba történt', detail: 'Próbálja újra egy perc múlva.' },
  stripe_rejected: { title: 'Valami hiba történt', detail: 'Próbálja újra egy perc múlva.' },
  stripe_error: { title: 'Valami hiba történt', detail: 'Próbálja újra egy perc múlva.' },
  stripe_unavailable: { title: 'Valami hiba történt', detail: 'Próbálja újra egy perc múlva.' },
  store_unavailable: { title: 'Valami hiba történt', detail: 'Próbálja újra egy perc múlva.' },
  setup: { title: 'Ez az oldal nincs beállítva', detail: 'Kérjen tőlünk más megoldást.' },
}
