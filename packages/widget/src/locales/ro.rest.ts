import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Nu ați finalizat verificarea',
  detail: 'Continuați de unde ați rămas oricând doriți.',
}
const noCamera: Advice = {
  title: 'Nu am putut folosi camera',
  detail: 'Permiteți acestei pagini accesul la cameră sau folosiți un dispozitiv cu cameră.',
}
const phoneDeclined: Advice = {
  title: 'Nu v-ați confirmat numărul de telefon',
  detail: 'Încercați din nou și introduceți codul pe care vi-l trimitem.',
}

export const messages: RestTexts = {
  attempts_left: 'Încercări rămase: {count}',
  processing_long: {
    title: 'Verificarea continuă…',
    detail: 'Puteți părăsi această pagină. Rezultatul va fi aici când reveniți.',
  },
  open: { title: 'Continuați în fereastra care s-a deschis' },
  requires_input: {
    title: 'Nu v-am putut verifica identitatea',
    detail: 'Încercați din nou sau folosiți alt document.',
  },
  taken_back: {
    title: 'Această verificare trebuie repetată',
    detail: 'Verificarea anterioară nu mai este valabilă. Vă rugăm să vă verificați din nou identitatea.',
  },
  canceled: {
    title: 'Această verificare a fost anulată',
    detail: 'Puteți începe una nouă oricând doriți.',
  },
  redacted: {
    title: 'Datele verificării au fost șterse',
    detail: 'Vă puteți verifica din nou identitatea oricând doriți.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Nu v-ați dat acordul pentru verificare',
    detail:
      'Încercați din nou pentru a vă da acordul sau contactați-ne pentru altă modalitate de verificare.',
  },
  country_not_supported: {
    title: 'Verificarea nu este disponibilă în țara dumneavoastră',
    detail: 'Contactați-ne pentru altă modalitate de verificare.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Documentul dumneavoastră a expirat',
    detail: 'Folosiți unul valabil.',
  },
  document_type_not_supported: {
    title: 'Nu acceptăm acest tip de document',
    detail: 'Încercați din nou cu unul dintre documentele acceptate.',
  },
  document_unverified_other: {
    title: 'Nu v-am putut verifica documentul',
    detail: 'Fotografiați-l la lumină bună, cu toate cele patru margini vizibile.',
  },
  email_unverified_other: {
    title: 'Nu v-am putut verifica adresa de e-mail',
    detail: 'Verificați adresa și introduceți codul pe care vi-l trimitem.',
  },
  email_verification_declined: {
    title: 'Nu v-ați confirmat adresa de e-mail',
    detail: 'Încercați din nou și introduceți codul pe care vi-l trimitem.',
  },
  id_number_insufficient_document_data: {
    title: 'Documentul nu conține suficiente date pentru verificarea numărului de identificare',
    detail: 'Folosiți unul pe care apar numele complet și data nașterii.',
  },
  id_number_mismatch: {
    title: 'Numărul de identificare nu corespunde datelor dumneavoastră',
    detail: 'Verificați numărul, numele și data nașterii, apoi încercați din nou.',
  },
  id_number_unverified_other: {
    title: 'Nu v-am putut verifica numărul de identificare',
    detail: 'Verificați numărul, apoi încercați din nou.',
  },
  phone_unverified_other: {
    title: 'Nu v-am putut verifica numărul de telefon',
    detail: 'Verificați numărul și introduceți codul pe care vi-l trimitem.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Documentul nu conține fotografia dumneavoastră',
    detail: 'Folosiți un document cu fotografie.',
  },
  selfie_face_mismatch: {
    title: 'Selfie-ul nu corespunde fotografiei din document',
    detail: 'Faceți un selfie nou și folosiți propriul document.',
  },
  selfie_manipulated: {
    title: 'Selfie-ul pare editat',
    detail: 'Faceți unul nou cu camera, fără filtre.',
  },
  selfie_unverified_other: {
    title: 'Nu v-am putut verifica selfie-ul',
    detail: 'Faceți-l la lumină bună, cu toată fața vizibilă.',
  },
  under_supported_age: {
    title: 'Nu aveți vârsta minimă',
    detail: 'Contactați-ne pentru altă modalitate de verificare.',
  },

  offline: {
    title: 'Sunteți offline',
    detail: 'Conectați-vă la internet, apoi încercați din nou.',
  },
  network_error: {
    title: 'Conectarea nu a reușit',
    detail: 'Verificați conexiunea la internet, apoi încercați din nou.',
  },
  unauthenticated: {
    title: 'Este necesară autentificarea',
    detail: 'Autentificați-vă, apoi încercați din nou.',
  },
  identity_verification_required: {
    title: 'Vă rugăm să vă verificați mai întâi identitatea',
    detail: 'Apoi puteți continua.',
  },
  attempts_exhausted: {
    title: 'Nu mai aveți încercări',
    detail: 'Contactați-ne pentru altă modalitate de verificare.',
  },
  rate_limited: {
    title: 'Prea multe încercări într-un timp scurt',
    detail: 'Încercați din nou peste un minut.',
  },
  user_limit_reached: {
    title: 'Ați atins limita de astăzi',
    detail: 'Încercați din nou mâine.',
  },
  daily_limit_reached: {
    title: 'Astăzi nu mai sunt posibile alte verificări',
    detail: 'Încercați din nou mâine.',
  },
  not_found: {
    title: 'Nu v-am găsit verificarea',
    detail: 'Reîncărcați pagina, apoi încercați din nou.',
  },
  not_cancelable: {
    title: 'Această verificare nu poate fi anulată acum',
    detail: 'Reîncărcați pagina pentru a vedea în ce stadiu este verificarea.',
  },
  invalid_state: {
    title: 'Acest lucru nu este posibil momentan',
    detail: 'Reîncărcați pagina pentru a vedea în ce stadiu este verificarea.',
  },
  modal_already_open: {
    title: 'O altă verificare este deja deschisă',
    detail: 'Finalizați-o mai întâi pe aceea.',
  },
  stripe_load_failed: {
    title: 'Verificarea nu s-a încărcat',
    detail: 'Dezactivați blocarea reclamelor pe această pagină, apoi încercați din nou.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'A apărut o problemă',
    detail: 'Încercați din nou peste un minut.',
  },
  setup: {
    title: 'Verificarea nu este configurată pe această pagină',
    detail: 'Contactați-ne pentru altă modalitate de verificare.',
  },
}
