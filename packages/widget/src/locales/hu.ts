import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Személyazonosság igazolása',
  retry: 'Próbálja újra',
  left: 'Hátralévő próbálkozások: ',
  idle: 'Személyazonosság ellenőrzése|Szüksége van egy okmányra, egy kamerára és körülbelül két percre. Az ellenőrzést a Stripe végzi.',
  starting: 'Egy pillanat …',
  open: 'Folytassa a megnyílt ablakban',
  processing: 'Ellenőrzés folyamatban …|Ritkán tart tovább egy percnél.',
  verified: 'Személyazonossága igazolva',
  requires_input:
    'Nem sikerült ellenőrizni a személyazonosságát|Próbálja újra, vagy használjon másik okmányt.',
  canceled: 'Ezt az ellenőrzést megszakították|Kezdje újra, amikor szeretné.',
  redacted: 'Az adatait töröltük|Kezdje újra, amikor szeretné.',
  'abandoned|aborted|identity': 'Még nem fejezte be|Próbálja újra, amikor szeretné.',
  consent:
    'Nem járult hozzá az ellenőrzéshez|Próbálja újra a hozzájáruláshoz, vagy kérjen tőlünk más megoldást.',
  country: 'Az országa nem támogatott|Kérjen tőlünk más megoldást.',
  device: 'Nem használható kamera|Engedélyezze az oldalnak a kamerát, vagy használjon másik eszközt.',
  document_expired: 'Az okmánya lejárt|Használjon másik okmányt.',
  document_type: 'Az okmánya nem támogatott|Használjon másik okmányt.',
  document:
    'Nem sikerült ellenőrizni az okmányát|Legyen jó fény, és látsszon minden széle, vagy használjon másik okmányt.',
  email: 'Nem sikerült ellenőrizni az e-mail-címét|Írja be a kapott kódot, vagy használjon másik címet.',
  phone: 'Nem sikerült ellenőrizni a telefonszámát|Írja be a kapott kódot, vagy használjon másik számot.',
  id_number:
    'Nem sikerült ellenőrizni az azonosítószámát|Úgy írja be, ahogy az okmányon áll, vagy használjon másik okmányt.',
  selfie_document: 'Az okmányán nincs fénykép Önről|Használjon másik okmányt.',
  selfie: 'Nem sikerült ellenőrizni a szelfijét|Legyen jó fény, és látsszon az egész arca.',
  under: 'Nem érte el a szükséges kort|Kérjen tőlünk más megoldást.',
  unauthenticated: 'Nincs bejelentkezve|Jelentkezzen be, majd próbálja újra.',
  attempts: 'Nincs több próbálkozása|Kérjen tőlünk más megoldást.',
  'not_|invalid_s': 'Ez most nem lehetséges|Töltse be újra az oldalt.',
  rate_limited: 'Túl sok próbálkozás|Próbálja újra egy perc múlva.',
  'user|daily': 'Ma több ellenőrzés nem lehetséges|Próbálja újra holnap.',
  network: 'Nincs kapcsolat|Ellenőrizze a hálózatot, majd próbálja újra.',
  stripe_load: 'Az ellenőrzést nem sikerült betölteni|Kapcsolja ki a blokkolókat, majd próbálja újra.',
  'server|store|stripe|bad': 'Valami hiba történt|Próbálja újra egy perc múlva.',
  modal: 'Már meg van nyitva egy ellenőrzés|Előbb azt fejezze be.',
  setup: 'Ez az oldal nincs beállítva|Kérjen tőlünk más megoldást.',
}
