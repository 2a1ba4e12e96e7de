import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Potvrdite svoj identitet',
  retry: 'Pokušajte ponovno',
  left: 'Preostali pokušaji: ',
  idle: 'Provjera identiteta|Trebate osobni dokument, kameru i oko dvije minute. Provjeru obavlja Stripe.',
  starting: 'Trenutak …',
  open: 'Nastavite u otvorenom prozoru',
  processing: 'Provjera u tijeku …|Rijetko traje dulje od minute.',
  verified: 'Vaš je identitet potvrđen',
  requires_input:
    'Vaš identitet nije bilo moguće provjeriti|Pokušajte ponovno ili upotrijebite drugi dokument.',
  canceled: 'Ova je provjera otkazana|Počnite ponovno kad želite.',
  redacted: 'Vaši su podaci izbrisani|Počnite ponovno kad želite.',
  'abandoned|aborted|identity': 'Još niste završili|Pokušajte ponovno kad želite.',
  consent: 'Niste pristali na provjeru|Pokušajte ponovno i pristanite ili nas pitajte za drugi način.',
  country: 'Vaša zemlja nije podržana|Pitajte nas za drugi način.',
  device:
    'Kamera se nije mogla upotrijebiti|Dopustite stranici da koristi kameru ili upotrijebite drugi uređaj.',
  document_expired: 'Vaš je dokument istekao|Upotrijebite drugi dokument.',
  document_type: 'Vaš dokument nije podržan|Upotrijebite drugi dokument.',
  document:
    'Vaš dokument nije bilo moguće provjeriti|Osigurajte dobro svjetlo i pokažite sve rubove ili upotrijebite drugi dokument.',
  email: 'Vašu adresu e-pošte nije bilo moguće provjeriti|Unesite poslani kod ili upotrijebite drugu adresu.',
  phone: 'Vaš telefonski broj nije bilo moguće provjeriti|Unesite poslani kod ili upotrijebite drugi broj.',
  id_number:
    'Vaš identifikacijski broj nije bilo moguće provjeriti|Unesite ga kako stoji u dokumentu ili upotrijebite drugi dokument.',
  selfie_document: 'Na dokumentu nema vaše fotografije|Upotrijebite drugi dokument.',
  selfie: 'Vaš selfie nije bilo moguće provjeriti|Osigurajte dobro svjetlo i pokažite cijelo lice.',
  under: 'Nemate potrebnu dob|Pitajte nas za drugi način.',
  unauthenticated: 'Niste prijavljeni|Prijavite se pa pokušajte ponovno.',
  attempts: 'Nemate više pokušaja|Pitajte nas za drugi način.',
  'not_|invalid_s': 'To sada nije moguće|Ponovno učitajte stranicu.',
  rate_limited: 'Previše pokušaja|Pokušajte ponovno za minutu.',
  'user|daily': 'Danas više nema provjera|Pokušajte ponovno sutra.',
  network: 'Nema veze|Provjerite mrežu pa pokušajte ponovno.',
  stripe_load: 'Provjeru nije bilo moguće učitati|Isključite blokade pa pokušajte ponovno.',
  'server|store|stripe|bad': 'Nešto je pošlo po zlu|Pokušajte ponovno za minutu.',
  modal: 'Jedna je provjera već otvorena|Prvo je dovršite.',
  setup: 'Ova stranica nije postavljena|Pitajte nas za drugi način.',
}
