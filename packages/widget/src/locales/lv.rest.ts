import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Atlikušie mēģinājumi: {count}',
  open: { title: 'Turpiniet atvērtajā logā' },
  requires_input: {
    title: 'Jūsu identitāti nevarēja pārbaudīt',
    detail: 'Mēģiniet vēlreiz vai izmantojiet citu dokumentu.',
  },
  taken_back: { title: 'Jūsu identitāti nevarēja pārbaudīt', detail: 'Sāciet no jauna, kad vēlaties.' },
  canceled: { title: 'Šī pārbaude tika atcelta', detail: 'Sāciet no jauna, kad vēlaties.' },
  redacted: { title: 'Jūsu dati ir izdzēsti', detail: 'Sāciet no jauna, kad vēlaties.' },
  abandoned: { title: 'Jūs vēl neesat pabeidzis', detail: 'Mēģiniet vēlreiz, kad vēlaties.' },
  consent_declined: {
    title: 'Jūs nepiekritāt pārbaudei',
    detail: 'Mēģiniet vēlreiz, lai piekristu, vai jautājiet mums citu veidu.',
  },
  country_not_supported: { title: 'Jūsu valsts netiek atbalstīta', detail: 'Jautājiet mums citu veidu.' },
  device_not_supported: {
    title: 'Nevarēja izmantot kameru',
    detail: 'Atļaujiet lapai izmantot kameru vai izmantojiet citu ierīci.',
  },
  document_expired: { title: 'Jūsu dokumenta termiņš ir beidzies', detail: 'Izmantojiet citu dokumentu.' },
  document_type_not_supported: {
    title: 'Jūsu dokuments netiek atbalstīts',
    detail: 'Izmantojiet citu dokumentu.',
  },
  document_unverified_other: {
    title: 'Jūsu dokumentu nevarēja pārbaudīt',
    detail: 'Izvēlieties labu apgaismojumu un parādiet visas malas vai izmantojiet citu dokumentu.',
  },
  email_unverified_other: {
    title: 'Jūsu e-pasta adresi nevarēja pārbaudīt',
    detail: 'Ievadiet nosūtīto kodu vai izmantojiet citu adresi.',
  },
  email_verification_declined: {
    title: 'Jūsu e-pasta adresi nevarēja pārbaudīt',
    detail: 'Ievadiet nosūtīto kodu vai izmantojiet citu adresi.',
  },
  id_number_insufficient_document_data: {
    title: 'Jūsu personas kodu nevarēja pārbaudīt',
    detail: 'Ievadiet to tā, kā tas ir dokumentā, vai izmantojiet citu dokumentu.',
  },
  id_number_mismatch: {
    title: 'Jūsu personas kodu nevarēja pārbaudīt',
    detail: 'Ievadiet to tā, kā tas ir dokumentā, vai izmantojiet citu dokumentu.',
  },
  id_number_unverified_other: {
    title: 'Jūsu personas kodu nevarēja pārbaudīt',
    detail: 'Ievadiet to tā, kā tas ir dokumentā, vai izmantojiet citu dokumentu.',
  },
  phone_unverified_other: {
    title: 'Jūsu tālruņa numuru nevarēja pārbaudīt',
    detail: 'Ievadiet nosūtīto kodu vai izmantojiet citu numuru.',
  },
  phone_verification_declined: {
    title: 'Jūsu tālruņa numuru nevarēja pārbaudīt',
    detail: 'Ievadiet nosūtīto kodu vai izmantojiet citu numuru.',
  },
  phone_otp_declined: {
    title: 'Jūsu tālruņa numuru nevarēja pārbaudīt',
    detail: 'Ievadiet nosūtīto kodu vai izmantojiet citu numuru.',
  },
  selfie_document_missing_photo: {
    title: 'Dokumentā nav jūsu fotogrāfijas',
    detail: 'Izmantojiet citu dokumentu.',
  },
  selfie_face_mismatch: {
    title: 'Jūsu pašbildi nevarēja pārbaudīt',
    detail: 'Izvēlieties labu apgaismojumu un parādiet visu seju.',
  },
  selfie_manipulated: {
    title: 'Jūsu pašbildi nevarēja pārbaudīt',
    detail: 'Izvēlieties labu apgaismojumu un parādiet visu seju.',
  },
  selfie_unverified_other: {
    title: 'Jūsu pašbildi nevarēja pārbaudīt',
    detail: 'Izvēlieties labu apgaismojumu un parādiet visu seju.',
  },
  under_supported_age: {
    title: 'Jūs neesat sasniedzis vajadzīgo vecumu',
    detail: 'Jautājiet mums citu veidu.',
  },
  offline: { title: 'Nav savienojuma', detail: 'Pārbaudiet tīklu un mēģiniet vēlreiz.' },
  network_error: { title: 'Nav savienojuma', detail: 'Pārbaudiet tīklu un mēģiniet vēlreiz.' },
  unauthenticated: { title: 'Jūs neesat pieteicies', detail: 'Piesakieties un mēģiniet vēlreiz.' },
  identity_verification_required: {
    title: 'Jūs vēl neesat pabeidzis',
    detail: 'Mēģiniet vēlreiz, kad vēlaties.',
  },
  attempts_exhausted: { title: 'Jums vairs nav mēģinājumu', detail: 'Jautājiet mums citu veidu.' },
  rate_limited: { title: 'Pārāk daudz mēģinājumu', detail: 'Mēģiniet vēlreiz pēc minūtes.' },
  user_limit_reached: { title: 'Šodien pārbaudes vairs nav iespējamas', detail: 'Mēģiniet vēlreiz rīt.' },
  daily_limit_reached: { title: 'Šodien pārbaudes vairs nav iespējamas', detail: 'Mēģiniet vēlreiz rīt.' },
  not_found: { title: 'Pašlaik tas nav iespējams', detail: 'Pārlādējiet lapu.' },
  not_cancelable: { title: 'Pašlaik tas nav iespējams', detail: 'Pārlādējiet lapu.' },
  invalid_state: { title: 'Pašlaik tas nav iespējams', detail: 'Pārlādējiet lapu.' },
  modal_already_open: { title: 'Pārbaude jau ir atvērta', detail: 'Vispirms pabeidziet to.' },
  stripe_load_failed: {
    title: 'Pārbaudi nevarēja ielādēt',
    detail: 'Izslēdziet bloķētājus un mēģiniet vēlreiz.',
  },
  device_unsupported: {
    title: 'Nevarēja izmantot kameru',
    detail: 'Atļaujiet lapai izmantot kameru vai izmantojiet citu ierīci.',
  },
  aborted: { title: 'Jūs vēl neesat pabeidzis', detail: 'Mēģiniet vēlreiz, kad vēlaties.' },
  server_error: { title: 'Radās kļūda', detail: 'Mēģiniet vēlreiz pēc minūtes.' },
  bad_response: { title: 'Radās kļūda', detail: 'Mēģiniet vēlreiz pēc minūtes.' },
  stripe_rejected: { title: 'Radās kļūda', detail: 'Mēģiniet vēlreiz pēc minūtes.' },
  stripe_error: { title: 'Radās kļūda', detail: 'Mēģiniet vēlreiz pēc minūtes.' },
  stripe_unavailable: { title: 'Radās kļūda', detail: 'Mēģiniet vēlreiz pēc minūtes.' },
  store_unavailable: { title: 'Radās kļūda', detail: 'Mēģiniet vēlreiz pēc minūtes.' },
  setup: { title: 'Šī lapa nav iestatīta', detail: 'Jautājiet mums citu veidu.' },
}
