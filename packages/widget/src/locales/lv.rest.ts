import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Jūs nepabeidzāt pārbaudi',
  detail: 'Kad jums ir ērti, turpiniet no vietas, kur pārtraucāt.',
}
const noCamera: Advice = {
  title: 'Neizdevās izmantot jūsu kameru',
  detail: 'Atļaujiet šai lapai piekļūt kamerai vai izmantojiet ierīci ar kameru.',
}
const phoneDeclined: Advice = {
  title: 'Jūs neapstiprinājāt savu tālruņa numuru',
  detail: 'Mēģiniet vēlreiz un ievadiet nosūtīto kodu.',
}

export const messages: RestTexts = {
  attempts_left: 'Atlikušie mēģinājumi: {count}',
  processing_long: {
    title: 'Pārbaude vēl turpinās…',
    detail: 'Varat aizvērt šo lapu. Rezultāts būs šeit, kad atgriezīsieties.',
  },
  open: { title: 'Turpiniet atvērtajā logā' },
  requires_input: {
    title: 'Neizdevās apstiprināt jūsu identitāti',
    detail: 'Mēģiniet vēlreiz vai izmantojiet citu dokumentu.',
  },
  taken_back: {
    title: 'Šī pārbaude ir jāatkārto',
    detail: 'Jūsu iepriekšējais apstiprinājums vairs nav spēkā. Lūdzu, apstipriniet savu identitāti vēlreiz.',
  },
  canceled: {
    title: 'Šī pārbaude tika atcelta',
    detail: 'Jaunu varat sākt jebkurā laikā.',
  },
  redacted: {
    title: 'Jūsu pārbaudes dati ir dzēsti',
    detail: 'Savu identitāti varat apstiprināt vēlreiz jebkurā laikā.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Jūs nepiekritāt pārbaudei',
    detail: 'Mēģiniet vēlreiz, lai piekristu, vai sazinieties ar mums par citu pārbaudes veidu.',
  },
  country_not_supported: {
    title: 'Pārbaude jūsu valstī nav pieejama',
    detail: 'Sazinieties ar mums par citu pārbaudes veidu.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Jūsu dokumenta derīguma termiņš ir beidzies',
    detail: 'Izmantojiet derīgu dokumentu.',
  },
  document_type_not_supported: {
    title: 'Šāda veida dokumentu nepieņemam',
    detail: 'Mēģiniet vēlreiz ar kādu no pieņemtajiem dokumentiem.',
  },
  document_unverified_other: {
    title: 'Neizdevās apstiprināt jūsu dokumentu',
    detail: 'Fotografējiet labā apgaismojumā tā, lai būtu redzamas visas četras malas.',
  },
  email_unverified_other: {
    title: 'Neizdevās apstiprināt jūsu e-pasta adresi',
    detail: 'Pārbaudiet adresi un ievadiet nosūtīto kodu.',
  },
  email_verification_declined: {
    title: 'Jūs neapstiprinājāt savu e-pasta adresi',
    detail: 'Mēģiniet vēlreiz un ievadiet nosūtīto kodu.',
  },
  id_number_insufficient_document_data: {
    title: 'Jūsu dokumentā nav pietiekami daudz datu personas koda pārbaudei',
    detail: 'Izmantojiet dokumentu, kurā ir jūsu vārds, uzvārds un dzimšanas datums.',
  },
  id_number_mismatch: {
    title: 'Jūsu personas kods neatbilst jūsu datiem',
    detail: 'Pārbaudiet kodu, vārdu, uzvārdu un dzimšanas datumu un mēģiniet vēlreiz.',
  },
  id_number_unverified_other: {
    title: 'Neizdevās apstiprināt jūsu personas kodu',
    detail: 'Pārbaudiet kodu un mēģiniet vēlreiz.',
  },
  phone_unverified_other: {
    title: 'Neizdevās apstiprināt jūsu tālruņa numuru',
    detail: 'Pārbaudiet numuru un ievadiet nosūtīto kodu.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Jūsu dokumentā nav jūsu fotoattēla',
    detail: 'Izmantojiet dokumentu ar fotoattēlu.',
  },
  selfie_face_mismatch: {
    title: 'Jūsu pašbilde neatbilst fotoattēlam dokumentā',
    detail: 'Uzņemiet jaunu pašbildi un izmantojiet savu dokumentu.',
  },
  selfie_manipulated: {
    title: 'Jūsu pašbilde izskatās apstrādāta',
    detail: 'Uzņemiet jaunu ar kameru, bez filtriem.',
  },
  selfie_unverified_other: {
    title: 'Neizdevās apstiprināt jūsu pašbildi',
    detail: 'Uzņemiet to labā apgaismojumā tā, lai būtu redzama visa seja.',
  },
  under_supported_age: {
    title: 'Jūsu vecums neatbilst minimālajai prasībai',
    detail: 'Sazinieties ar mums par citu pārbaudes veidu.',
  },

  offline: {
    title: 'Nav interneta savienojuma',
    detail: 'Izveidojiet interneta savienojumu un mēģiniet vēlreiz.',
  },
  network_error: {
    title: 'Neizdevās izveidot savienojumu',
    detail: 'Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.',
  },
  unauthenticated: {
    title: 'Nepieciešams pieteikties',
    detail: 'Piesakieties un mēģiniet vēlreiz.',
  },
  identity_verification_required: {
    title: 'Lūdzu, vispirms apstipriniet savu identitāti',
    detail: 'Pēc tam varēsiet turpināt.',
  },
  attempts_exhausted: {
    title: 'Jums vairs nav mēģinājumu',
    detail: 'Sazinieties ar mums par citu pārbaudes veidu.',
  },
  rate_limited: {
    title: 'Pārāk daudz mēģinājumu īsā laikā',
    detail: 'Mēģiniet vēlreiz pēc minūtes.',
  },
  user_limit_reached: {
    title: 'Šodienas ierobežojums ir sasniegts',
    detail: 'Mēģiniet vēlreiz rīt.',
  },
  daily_limit_reached: {
    title: 'Šodien vairs nav iespējama neviena pārbaude',
    detail: 'Mēģiniet vēlreiz rīt.',
  },
  not_found: {
    title: 'Neizdevās atrast jūsu pārbaudi',
    detail: 'Atkārtoti ielādējiet lapu un mēģiniet vēlreiz.',
  },
  not_cancelable: {
    title: 'Šo pārbaudi tagad nevar atcelt',
    detail: 'Atkārtoti ielādējiet lapu, lai redzētu tās stāvokli.',
  },
  invalid_state: {
    title: 'Pašlaik tas nav iespējams',
    detail: 'Atkārtoti ielādējiet lapu, lai redzētu pārbaudes stāvokli.',
  },
  modal_already_open: {
    title: 'Jau ir atvērta cita pārbaude',
    detail: 'Vispirms pabeidziet to.',
  },
  stripe_load_failed: {
    title: 'Pārbaude netika ielādēta',
    detail: 'Šajā lapā izslēdziet reklāmu bloķēšanu un mēģiniet vēlreiz.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Radās kļūda',
    detail: 'Mēģiniet vēlreiz pēc minūtes.',
  },
  setup: {
    title: 'Pārbaude šajā lapā nav iestatīta',
    detail: 'Sazinieties ar mums par citu pārbaudes veidu.',
  },
}
