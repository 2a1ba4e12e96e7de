import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Te ei viinud tuvastamist lõpule',
  detail: 'Jätkake sealt, kus pooleli jäite, kui teile sobib.',
}
const noCamera: Advice = {
  title: 'Teie kaamerat ei õnnestunud kasutada',
  detail: 'Lubage sellel lehel kaamerat kasutada või võtke kaameraga seade.',
}
const phoneDeclined: Advice = {
  title: 'Te ei kinnitanud oma telefoninumbrit',
  detail: 'Proovige uuesti ja sisestage saadetud kood.',
}

export const messages: RestTexts = {
  attempts_left: 'Katseid alles: {count}',
  processing_long: {
    title: 'Kontrollimine veel kestab…',
    detail: 'Võite sellelt lehelt lahkuda. Tulemus on siin, kui naasete.',
  },
  open: { title: 'Jätkake avanenud aknas' },
  requires_input: {
    title: 'Teie isikut ei õnnestunud kinnitada',
    detail: 'Proovige uuesti või kasutage teist dokumenti.',
  },
  taken_back: {
    title: 'See tuvastamine tuleb uuesti teha',
    detail: 'Teie varasem kinnitus enam ei kehti. Palun kinnitage oma isik uuesti.',
  },
  canceled: {
    title: 'See tuvastamine tühistati',
    detail: 'Võite igal ajal uut alustada.',
  },
  redacted: {
    title: 'Teie tuvastamise andmed on kustutatud',
    detail: 'Võite oma isiku igal ajal uuesti kinnitada.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Te ei nõustunud tuvastamisega',
    detail: 'Nõustumiseks proovige uuesti või küsige meilt teist võimalust.',
  },
  country_not_supported: {
    title: 'Tuvastamine pole teie riigis saadaval',
    detail: 'Küsige meilt teist võimalust.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Teie dokument on aegunud',
    detail: 'Kasutage kehtivat dokumenti.',
  },
  document_type_not_supported: {
    title: 'Seda tüüpi dokumenti me ei aktsepteeri',
    detail: 'Proovige uuesti mõne aktsepteeritud dokumendiga.',
  },
  document_unverified_other: {
    title: 'Teie dokumenti ei õnnestunud kinnitada',
    detail: 'Pildistage heas valguses nii, et kõik neli serva on näha.',
  },
  email_unverified_other: {
    title: 'Teie e-posti aadressi ei õnnestunud kinnitada',
    detail: 'Kontrollige aadressi ja sisestage saadetud kood.',
  },
  email_verification_declined: {
    title: 'Te ei kinnitanud oma e-posti aadressi',
    detail: 'Proovige uuesti ja sisestage saadetud kood.',
  },
  id_number_insufficient_document_data: {
    title: 'Teie dokumendil pole isikukoodi kontrollimiseks piisavalt andmeid',
    detail: 'Kasutage dokumenti, millel on teie täisnimi ja sünniaeg.',
  },
  id_number_mismatch: {
    title: 'Teie isikukood ei vasta teie andmetele',
    detail: 'Kontrollige koodi, nime ja sünniaega ning proovige uuesti.',
  },
  id_number_unverified_other: {
    title: 'Teie isikukoodi ei õnnestunud kinnitada',
    detail: 'Kontrollige koodi ja proovige uuesti.',
  },
  phone_unverified_other: {
    title: 'Teie telefoninumbrit ei õnnestunud kinnitada',
    detail: 'Kontrollige numbrit ja sisestage saadetud kood.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Teie dokumendil pole teie fotot',
    detail: 'Kasutage fotoga dokumenti.',
  },
  selfie_face_mismatch: {
    title: 'Teie selfi ei vasta dokumendi fotole',
    detail: 'Tehke uus selfi ja kasutage enda dokumenti.',
  },
  selfie_manipulated: {
    title: 'Teie selfi näib töödeldud',
    detail: 'Tehke kaameraga uus, ilma filtriteta.',
  },
  selfie_unverified_other: {
    title: 'Teie selfit ei õnnestunud kinnitada',
    detail: 'Tehke see heas valguses nii, et kogu nägu on näha.',
  },
  under_supported_age: {
    title: 'Te ei ole nõutavas vanuses',
    detail: 'Küsige meilt teist võimalust.',
  },

  offline: {
    title: 'Internetiühendus puudub',
    detail: 'Looge internetiühendus ja proovige uuesti.',
  },
  network_error: {
    title: 'Ühendust ei õnnestunud luua',
    detail: 'Kontrollige internetiühendust ja proovige uuesti.',
  },
  unauthenticated: {
    title: 'Te ei ole sisse loginud',
    detail: 'Logige sisse ja proovige uuesti.',
  },
  identity_verification_required: {
    title: 'Palun kinnitage kõigepealt oma isik',
    detail: 'Pärast seda saate jätkata.',
  },
  attempts_exhausted: {
    title: 'Teil pole enam katseid',
    detail: 'Küsige meilt teist võimalust.',
  },
  rate_limited: {
    title: 'Liiga palju katseid lühikese ajaga',
    detail: 'Proovige minuti pärast uuesti.',
  },
  user_limit_reached: {
    title: 'Tänane limiit on täis',
    detail: 'Proovige homme uuesti.',
  },
  daily_limit_reached: {
    title: 'Täna pole rohkem tuvastamisi võimalik',
    detail: 'Proovige homme uuesti.',
  },
  not_found: {
    title: 'Teie tuvastamist ei leitud',
    detail: 'Laadige leht uuesti ja proovige veel kord.',
  },
  not_cancelable: {
    title: 'Seda tuvastamist ei saa praegu tühistada',
    detail: 'Selle seisu nägemiseks laadige leht uuesti.',
  },
  invalid_state: {
    title: 'See pole praegu võimalik',
    detail: 'Tuvastamise seisu nägemiseks laadige leht uuesti.',
  },
  modal_already_open: {
    title: 'Teine tuvastamine on juba avatud',
    detail: 'Viige kõigepealt see lõpule.',
  },
  stripe_load_failed: {
    title: 'Tuvastamist ei õnnestunud laadida',
    detail: 'Lülitage sellel lehel reklaamiblokeerija välja ja proovige uuesti.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Midagi läks valesti',
    detail: 'Proovige minuti pärast uuesti.',
  },
  setup: {
    title: 'Tuvastamine pole sellel lehel seadistatud',
    detail: 'Küsige meilt teist võimalust.',
  },
}
