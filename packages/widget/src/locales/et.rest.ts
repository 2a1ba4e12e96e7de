import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Katseid alles: {count}',
  open: { title: 'Jätkake avatud aknas' },
  requires_input: {
    title: 'Teie isikut ei saanud kontrollida',
    detail: 'Proovige uuesti või kasutage teist dokumenti.',
  },
  taken_back: { title: 'Teie isikut ei saanud kontrollida', detail: 'Alustage uuesti, kui olete valmis.' },
  canceled: { title: 'See kontroll tühistati', detail: 'Alustage uuesti, kui olete valmis.' },
  redacted: { title: 'Teie andmed on kustutatud', detail: 'Alustage uuesti, kui olete valmis.' },
  abandoned: { title: 'Te ei ole lõpetanud', detail: 'Proovige uuesti, kui olete valmis.' },
  consent_declined: {
    title: 'Te ei nõustunud kontrolliga',
    detail: 'Proovige uuesti ja nõustuge või küsige meilt teist võimalust.',
  },
  country_not_supported: { title: 'Teie riiki ei toetata', detail: 'Küsige meilt teist võimalust.' },
  device_not_supported: {
    title: 'Kaamerat ei saanud kasutada',
    detail: 'Lubage lehel kaamerat kasutada või kasutage teist seadet.',
  },
  document_expired: { title: 'Teie dokument on aegunud', detail: 'Kasutage teist dokumenti.' },
  document_type_not_supported: { title: 'Teie dokumenti ei toetata', detail: 'Kasutage teist dokumenti.' },
  document_unverified_other: {
    title: 'Teie dokumenti ei saanud kontrollida',
    detail: 'Valige hea valgus ja näidake kõiki servi või kasutage teist dokumenti.',
  },
  email_unverified_other: {
    title: 'Teie e-posti aadressi ei saanud kontrollida',
    detail: 'Sisestage saadetud kood või kasutage teist aadressi.',
  },
  email_verification_declined: {
    title: 'Teie e-posti aadressi ei saanud kontrollida',
    detail: 'Sisestage saadetud kood või kasutage teist aadressi.',
  },
  id_number_insufficient_document_data: {
    title: 'Teie isikukoodi ei saanud kontrollida',
    detail: 'Sisestage see nagu dokumendis või kasutage teist dokumenti.',
  },
  id_number_mismatch: {
    title: 'Teie isikukoodi ei saanud kontrollida',
    detail: 'Sisestage see nagu dokumendis või kasutage teist dokumenti.',
  },
  id_number_unverified_other: {
    title: 'Teie isikukoodi ei saanud kontrollida',
    detail: 'Sisestage see nagu dokumendis või kasutage teist dokumenti.',
  },
  phone_unverified_other: {
    title: 'Teie telefoninumbrit ei saanud kontrollida',
    detail: 'Sisestage saadetud kood või kasutage teist numbrit.',
  },
  phone_verification_declined: {
    title: 'Teie telefoninumbrit ei saanud kontrollida',
    detail: 'Sisestage saadetud kood või kasutage teist numbrit.',
  },
  phone_otp_declined: {
    title: 'Teie telefoninumbrit ei saanud kontrollida',
    detail: 'Sisestage saadetud kood või kasutage teist numbrit.',
  },
  selfie_document_missing_photo: {
    title: 'Dokumendil ei ole teie fotot',
    detail: 'Kasutage teist dokumenti.',
  },
  selfie_face_mismatch: {
    title: 'Teie selfit ei saanud kontrollida',
    detail: 'Valige hea valgus ja näidake kogu nägu.',
  },
  selfie_manipulated: {
    title: 'Teie selfit ei saanud kontrollida',
    detail: 'Valige hea valgus ja näidake kogu nägu.',
  },
  selfie_unverified_other: {
    title: 'Teie selfit ei saanud kontrollida',
    detail: 'Valige hea valgus ja näidake kogu nägu.',
  },
  under_supported_age: { title: 'Te ei ole piisavalt vana', detail: 'Küsige meilt teist võimalust.' },
  offline: { title: 'Ühendus puudub', detail: 'Kontrollige võrku ja proovige uuesti.' },
  network_error: { title: 'Ühendus puudub', detail: 'Kontrollige võrku ja proovige uuesti.' },
  unauthenticated: { title: 'Te ei ole sisse logitud', detail: 'Logige sisse ja proovige uuesti.' },
  identity_verification_required: {
    title: 'Te ei ole lõpetanud',
    detail: 'Proovige uuesti, kui olete valmis.',
  },
  attempts_exhausted: { title: 'Teil ei ole enam katseid', detail: 'Küsige meilt teist võimalust.' },
  rate_limited: { title: 'Liiga palju katseid', detail: 'Proovige minuti pärast uuesti.' },
  user_limit_reached: { title: 'Täna rohkem kontrolle teha ei saa', detail: 'Proovige homme uuesti.' },
  daily_limit_reached: { title: 'Täna rohkem kontrolle teha ei saa', detail: 'Proovige homme uuesti.' },
  not_found: { title: 'See ei ole praegu võimalik', detail: 'Laadige leht uuesti.' },
  not_cancelable: { title: 'See ei ole praegu võimalik', detail: 'Laadige leht uuesti.' },
  invalid_state: { title: 'See ei ole praegu võimalik', detail: 'Laadige leht uuesti.' },
  modal_already_open: { title: 'Kontroll on juba avatud', detail: 'Lõpetage see kõigepealt.' },
  stripe_load_failed: {
    title: 'Kontrolli ei saanud laadida',
    detail: 'Lülitage blokeerijad välja ja proovige uuesti.',
  },
  device_unsupported: {
    title: 'Kaamerat ei saanud kasutada',
    detail: 'Lubage lehel kaamerat kasutada või kasutage teist seadet.',
  },
  aborted: { title: 'Te ei ole lõpetanud', detail: 'Proovige uuesti, kui olete valmis.' },
  server_error: { title: 'Midagi läks valesti', detail: 'Proovige minuti pärast uuesti.' },
  bad_response: { title: 'Midagi läks valesti', detail: 'Proovige minuti pärast uuesti.' },
  stripe_rejected: { title: 'Midagi läks valesti', detail: 'Proovige minuti pärast uuesti.' },
  stripe_error: { title: 'Midagi läks valesti', detail: 'Proovige minuti pärast uuesti.' },
  stripe_unavailable: { title: 'Midagi läks valesti', detail: 'Proovige minuti pärast uuesti.' },
  store_unavailable: { title: 'Midagi läks valesti', detail: 'Proovige minuti pärast uuesti.' },
  setup: { title: 'Leht ei ole seadistatud', detail: 'Küsige meilt teist võimalust.' },
}
