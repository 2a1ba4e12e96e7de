import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Potrdite svojo identiteto',
  retry: 'Poskusite znova',
  left: 'Preostali poskusi: ',
  idle: 'Preverjanje identitete|Potrebujete osebni dokument, kamero in približno dve minuti. Preverjanje opravi Stripe.',
  starting: 'Trenutek …',
  open: 'Nadaljujte v odprtem oknu',
  processing: 'Preverjanje …|Redko traja več kot minuto.',
  verified: 'Vaša identiteta je potrjena',
  requires_input: 'Vaše identitete ni bilo mogoče preveriti|Poskusite znova ali uporabite drug dokument.',
  canceled: 'To preverjanje je bilo preklicano|Začnite znova, ko želite.',
  redacted: 'Vaši podatki so bili izbrisani|Začnite znova, ko želite.',
  'abandoned|aborted|identity': 'Niste še končali|Poskusite znova, ko želite.',
  consent:
    'S preverjanjem se niste strinjali|Poskusite znova in se strinjajte ali nas vprašajte za drug način.',
  country: 'Vaša država ni podprta|Vprašajte nas za drug način.',
  device: 'Kamere ni bilo mogoče uporabiti|Dovolite strani uporabo kamere ali uporabite drugo napravo.',
  document_expired: 'Vaš dokument je potekel|Uporabite drug dokument.',
  document_type: 'Vaš dokument ni podprt|Uporabite drug dokument.',
  document:
    'Vašega dokumenta ni bilo mogoče preveriti|Poskrbite za dobro svetlobo in pokažite vse robove ali uporabite drug dokument.',
  email: 'Vašega e-naslova ni bilo mogoče preveriti|Vnesite poslano kodo ali uporabite drug naslov.',
  phone:
    'Vaše telefonske številke ni bilo mogoče preveriti|Vnesite poslano kodo ali uporabite drugo številko.',
  id_number:
    'Vaše identifikacijske številke ni bilo mogoče preveriti|Vnesite jo, kot je v dokumentu, ali uporabite drug dokument.',
  selfie_document: 'V dokumentu ni vaše fotografije|Uporabite drug dokument.',
  selfie: 'Vašega selfija ni bilo mogoče preveriti|Poskrbite za dobro svetlobo in pokažite ves obraz.',
  under: 'Niste dovolj stari|Vprašajte nas za drug način.',
  unauthenticated: 'Niste prijavljeni|Prijavite se in poskusite znova.',
  attempts: 'Nimate več poskusov|Vprašajte nas za drug način.',
  'not_|invalid_s': 'To zdaj ni mogoče|Znova naložite stran.',
  rate_limited: 'Preveč poskusov|Poskusite znova čez minuto.',
  'user|daily': 'Danes ni več mogoče preverjati|Poskusite znova jutri.',
  network: 'Ni povezave|Preverite omrežje in poskusite znova.',
  stripe_load: 'Preverjanja ni bilo mogoče naložiti|Izklopite blokade in poskusite znova.',
  'server|store|stripe|bad': 'Nekaj je šlo narobe|Poskusite znova čez minuto.',
  modal: 'Eno preverjanje je že odprto|Najprej ga dokončajte.',
  setup: 'Ta stran ni nastavljena|Vprašajte nas za drug način.',
}
