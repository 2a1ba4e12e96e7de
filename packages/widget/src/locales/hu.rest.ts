import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Nem fejezte be az ellenőrzést',
  detail: 'Folytassa ott, ahol abbahagyta, amikor Önnek megfelel.',
}
const noCamera: Advice = {
  title: 'Nem sikerült használni a kameráját',
  detail: 'Engedélyezze az oldalnak a kamera használatát, vagy használjon kamerával rendelkező eszközt.',
}
const phoneDeclined: Advice = {
  title: 'Nem erősítette meg a telefonszámát',
  detail: 'Próbálja újra, és adja meg az elküldött kódot.',
}

export const messages: RestTexts = {
  attempts_left: 'Hátralévő próbálkozások: {count}',
  processing_long: {
    title: 'Az ellenőrzés még tart…',
    detail: 'Elhagyhatja ezt az oldalt. Amikor visszatér, itt találja az eredményt.',
  },
  open: { title: 'Folytassa a megnyílt ablakban' },
  requires_input: {
    title: 'Nem sikerült igazolni a személyazonosságát',
    detail: 'Próbálja újra, vagy használjon másik okmányt.',
  },
  taken_back: {
    title: 'Ezt az ellenőrzést meg kell ismételni',
    detail: 'Korábbi ellenőrzése már nem érvényes. Kérjük, igazolja újra a személyazonosságát.',
  },
  canceled: {
    title: 'Ezt az ellenőrzést megszakították',
    detail: 'Bármikor elkezdhet egy újat.',
  },
  redacted: {
    title: 'Az ellenőrzés adatait töröltük',
    detail: 'Személyazonosságát bármikor újra igazolhatja.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Nem járult hozzá az ellenőrzéshez',
    detail: 'Próbálja újra, ha mégis hozzájárul, vagy kérjen tőlünk más megoldást.',
  },
  country_not_supported: {
    title: 'Az ellenőrzés az Ön országában nem érhető el',
    detail: 'Kérjen tőlünk más megoldást.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Okmánya lejárt',
    detail: 'Használjon érvényes okmányt.',
  },
  document_type_not_supported: {
    title: 'Ezt az okmánytípust nem fogadjuk el',
    detail: 'Próbálja újra az elfogadott okmányok egyikével.',
  },
  document_unverified_other: {
    title: 'Nem sikerült ellenőrizni az okmányát',
    detail: 'Jó fényben fényképezze le úgy, hogy mind a négy széle látsszon.',
  },
  email_unverified_other: {
    title: 'Nem sikerült ellenőrizni az e-mail-címét',
    detail: 'Ellenőrizze a címet, és adja meg az elküldött kódot.',
  },
  email_verification_declined: {
    title: 'Nem erősítette meg az e-mail-címét',
    detail: 'Próbálja újra, és adja meg az elküldött kódot.',
  },
  id_number_insufficient_document_data: {
    title: 'Az okmánya nem tartalmaz elég adatot az azonosítószám ellenőrzéséhez',
    detail: 'Használjon olyat, amelyen szerepel a teljes neve és a születési dátuma.',
  },
  id_number_mismatch: {
    title: 'Az azonosítószáma nem egyezik az adataival',
    detail: 'Ellenőrizze a számot, a nevét és a születési dátumát, majd próbálja újra.',
  },
  id_number_unverified_other: {
    title: 'Nem sikerült ellenőrizni az azonosítószámát',
    detail: 'Ellenőrizze a számot, majd próbálja újra.',
  },
  phone_unverified_other: {
    title: 'Nem sikerült ellenőrizni a telefonszámát',
    detail: 'Ellenőrizze a számot, és adja meg az elküldött kódot.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Az okmányán nincs Önről fénykép',
    detail: 'Használjon fényképes okmányt.',
  },
  selfie_face_mismatch: {
    title: 'A szelfije nem egyezik az okmányon lévő fényképpel',
    detail: 'Készítsen új szelfit, és használja a saját okmányát.',
  },
  selfie_manipulated: {
    title: 'A szelfije szerkesztettnek tűnik',
    detail: 'Készítsen újat a kamerával, szűrők nélkül.',
  },
  selfie_unverified_other: {
    title: 'Nem sikerült ellenőrizni a szelfijét',
    detail: 'Jó fényben készítse el úgy, hogy az egész arca látsszon.',
  },
  under_supported_age: {
    title: 'Nem érte el az alsó korhatárt',
    detail: 'Kérjen tőlünk más megoldást.',
  },

  offline: {
    title: 'Nincs internetkapcsolat',
    detail: 'Csatlakozzon az internethez, majd próbálja újra.',
  },
  network_error: {
    title: 'Nem sikerült kapcsolódni',
    detail: 'Ellenőrizze az internetkapcsolatot, majd próbálja újra.',
  },
  unauthenticated: {
    title: 'Nincs bejelentkezve',
    detail: 'Jelentkezzen be, majd próbálja újra.',
  },
  identity_verification_required: {
    title: 'Kérjük, először igazolja a személyazonosságát',
    detail: 'Ezután folytathatja.',
  },
  attempts_exhausted: {
    title: 'Nincs több próbálkozási lehetősége',
    detail: 'Kérjen tőlünk más megoldást.',
  },
  rate_limited: {
    title: 'Túl sok próbálkozás rövid idő alatt',
    detail: 'Próbálja újra egy perc múlva.',
  },
  user_limit_reached: {
    title: 'Elérte a mai korlátot',
    detail: 'Próbálja újra holnap.',
  },
  daily_limit_reached: {
    title: 'Ma nincs lehetőség több ellenőrzésre',
    detail: 'Próbálja újra holnap.',
  },
  not_found: {
    title: 'Nem találjuk az ellenőrzését',
    detail: 'Töltse be újra az oldalt, majd próbálja újra.',
  },
  not_cancelable: {
    title: 'Ez az ellenőrzés most nem szakítható meg',
    detail: 'Töltse be újra az oldalt, hogy lássa, hol tart.',
  },
  invalid_state: {
    title: 'Ez most nem lehetséges',
    detail: 'Töltse be újra az oldalt, hogy lássa, hol tart az ellenőrzés.',
  },
  modal_already_open: {
    title: 'Már meg van nyitva egy másik ellenőrzés',
    detail: 'Először azt fejezze be.',
  },
  stripe_load_failed: {
    title: 'Az ellenőrzés nem töltődött be',
    detail: 'Kapcsolja ki a hirdetésblokkolót ezen az oldalon, majd próbálja újra.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Hiba történt',
    detail: 'Próbálja újra egy perc múlva.',
  },
  setup: {
    title: 'Az ellenőrzés nincs beállítva ezen az oldalon',
    detail: 'Kérjen tőlünk más megoldást.',
  },
}
