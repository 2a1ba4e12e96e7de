import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Preostali pokušaji: {count}',
  open: { title: 'Nastavite u otvorenom prozoru' },
  requires_input: {
    title: 'Vaš identitet nije bilo moguće provjeriti',
    detail: 'Pokušajte ponovno ili upotrijebite drugi dokument.',
  },
  taken_back: { title: 'Vaš identitet nije bilo moguće provjeriti', detail: 'Počnite ponovno kad želite.' },
  canceled: { title: 'Ova je provjera otkazana', detail: 'Počnite ponovno kad želite.' },
  redacted: { title: 'Vaši su podaci izbrisani', detail: 'Počnite ponovno kad želite.' },
  abandoned: { title: 'Još niste završili', detail: 'Pokušajte ponovno kad želite.' },
  consent_declined: {
    title: 'Niste pristali na provjeru',
    detail: 'Pokušajte ponovno i pristanite ili nas pitajte za drugi način.',
  },
  country_not_supported: { title: 'Vaša zemlja nije podržana', detail: 'Pitajte nas za drugi način.' },
  device_not_supported: {
    title: 'Kamera se nije mogla upotrijebiti',
    detail: 'Dopustite stranici da koristi kameru ili upotrijebite drugi uređaj.',
  },
  document_expired: { title: 'Vaš je dokument istekao', detail: 'Upotrijebite drugi dokument.' },
  document_type_not_supported: { title: 'Vaš dokument nije podržan', detail: 'Upotrijebite drugi dokument.' },
  document_unverified_other: {
    title: 'Vaš dokument nije bilo moguće provjeriti',
    detail: 'Osigurajte dobro svjetlo i pokažite sve rubove ili upotrijebite drugi dokument.',
  },
  email_unverified_other: {
    title: 'Vašu adresu e-pošte nije bilo moguće provjeriti',
    detail: 'Unesite poslani kod ili upotrijebite drugu adresu.',
  },
  email_verification_declined: {
    title: 'Vašu adresu e-pošte nije bilo moguće provjeriti',
    detail: 'Unesite poslani kod ili upotrijebite drugu adresu.',
  },
  id_number_insufficient_document_data: {
    title: 'Vaš identifikacijski broj nije bilo moguće provjeriti',
    detail: 'Unesite ga kako stoji u dokumentu ili upotrijebite drugi dokument.',
  },
  id_number_mismatch: {
    title: 'Vaš identifikacijski broj nije bilo moguće provjeriti',
    detail: 'Unesite ga kako stoji u dokumentu ili upotrijebite drugi dokument.',
  },
  id_number_unverified_other: {
    title: 'Vaš identifikacijski broj nije bilo moguće provjeriti',
    detail: 'Unesite ga kako stoji u dokumentu ili upotrijebite drugi dokument.',
  },
  phone_unverified_other: {
    title: 'Vaš telefonski broj nije bilo moguće provjeriti',
    detail: 'Unesite poslani kod ili upotrijebite drugi broj.',
  },
  phone_verification_declined: {
    title: 'Vaš telefonski broj nije bilo moguće provjeriti',
    detail: 'Unesite poslani kod ili upotrijebite drugi broj.',
  },
  phone_otp_declined: {
    title: 'Vaš telefonski broj nije bilo moguće provjeriti',
    detail: 'Unesite poslani kod ili upotrijebite drugi broj.',
  },
  selfie_document_missing_photo: {
    title: 'Na dokumentu nema vaše fotografije',
    detail: 'Upotrijebite drugi dokument.',
  },
  selfie_face_mismatch: {
    title: 'Vaš selfie nije bilo moguće provjeriti',
    detail: 'Osigurajte dobro svjetlo i pokažite cijelo lice.',
  },
  selfie_manipulated: {
    title: 'Vaš selfie nije bilo moguće provjeriti',
    detail: 'Osigurajte dobro svjetlo i pokažite cijelo lice.',
  },
  selfie_unverified_other: {
    title: 'Vaš selfie nije bilo moguće provjeriti',
    detail: 'Osigurajte dobro svjetlo i pokažite cijelo lice.',
  },
  under_supported_age: { title: 'Nemate potrebnu dob', detail: 'Pitajte nas za drugi način.' },
  offline: { title: 'Nema veze', detail: 'Provjerite mrežu pa pokušajte ponovno.' },
  network_error: { title: 'Nema veze', detail: 'Provjerite mrežu pa pokušajte ponovno.' },
  unauthenticated: { title: 'Niste prijavljeni', detail: 'Prijavite se pa pokušajte ponovno.' },
  identity_verification_required: { title: 'Još niste završili', detail: 'Pokušajte ponovno kad želite.' },
  attempts_exhausted: { title: 'Nemate više pokušaja', detail: 'Pitajte nas za drugi način.' },
  rate_limited: { title: 'Previše pokušaja', detail: 'Pokušajte ponovno za minutu.' },
  user_limit_reached: { title: 'Danas više nema provjera', detail: 'Pokušajte ponovno sutra.' },
  daily_limit_reached: { title: 'Danas više nema provjera', detail: 'Pokušajte ponovno sutra.' },
  not_found: { title: 'To sada nije moguće', detail: 'Ponovno učitajte stranicu.' },
  not_cancelable: { title: 'To sada nije moguće', detail: 'Ponovno učitajte stranicu.' },
  invalid_state: { title: 'To sada nije moguće', detail: 'Ponovno učitajte stranicu.' },
  modal_already_open: { title: 'Jedna je provjera već otvorena', detail: 'Prvo je dovršite.' },
  stripe_load_failed: {
    title: 'Provjeru nije bilo moguće učitati',
    detail: 'Isključite blokade pa pokušajte ponovno.',
  },
  device_unsupported: {
    title: 'Kamera se nije mogla upotrijebiti',
    detail: 'Dopustite stranici da koristi kameru ili upotrijebite drugi uređaj.',
  },
  aborted: { title: 'Još niste završili', detail: 'Pokušajte ponovno kad želite.' },
  server_error: { title: 'Nešto je pošlo po zlu', detail: 'Pokušajte ponovno za minutu.' },
  bad_response: { title: 'Nešto je pošlo po zlu', detail: 'Pokušajte ponovno za minutu.' },
  stripe_rejected: { title: 'Nešto je pošlo po zlu', detail: 'Pokušajte ponovno za minutu.' },
  stripe_error: { title: 'Nešto je pošlo po zlu', detail: 'Pokušajte ponovno za minutu.' },
  stripe_unavailable: { title: 'Nešto je pošlo po zlu', detail: 'Pokušajte ponovno za minutu.' },
  store_unavailable: { title: 'Nešto je pošlo po zlu', detail: 'Pokušajte ponovno za minutu.' },
  setup: { title: 'Ova stranica nije postavljena', detail: 'Pitajte nas za drugi način.' },
}
