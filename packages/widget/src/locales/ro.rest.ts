import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Încercări rămase: {count}',
  open: { title: 'Continuați în fereastra deschisă' },
  requires_input: {
    title: 'Identitatea nu a putut fi verificată',
    detail: 'Încercați din nou sau folosiți alt document.',
  },
  taken_back: { title: 'Identitatea nu a putut fi verificată', detail: 'Începeți din nou când doriți.' },
  canceled: { title: 'Această verificare a fost anulată', detail: 'Începeți din nou când doriți.' },
  redacted: { title: 'Datele dvs. au fost șterse', detail: 'Începeți din nou când doriți.' },
  abandoned: { title: 'Nu ați terminat', detail: 'Încercați din nou când doriți.' },
  consent_declined: {
    title: 'Nu ați acceptat verificarea',
    detail: 'Încercați din nou pentru a accepta sau cereți-ne o altă cale.',
  },
  country_not_supported: { title: 'Țara dvs. nu este acceptată', detail: 'Cereți-ne o altă cale.' },
  device_not_supported: {
    title: 'Nu s-a putut folosi nicio cameră',
    detail: 'Permiteți paginii să folosească o cameră sau folosiți alt dispozitiv.',
  },
  document_expired: { title: 'Documentul a expirat', detail: 'Folosiți alt document.' },
  document_type_not_supported: { title: 'Documentul nu este acceptat', detail: 'Folosiți alt document.' },
  document_unverified_other: {
    title: 'Documentul nu a putut fi verificat',
    detail: 'Alegeți o lumină bună și arătați toate marginile sau folosiți alt document.',
  },
  email_unverified_other: {
    title: 'Adresa de e-mail nu a putut fi verificată',
    detail: 'Introduceți codul trimis sau folosiți altă adresă.',
  },
  email_verification_declined: {
    title: 'Adresa de e-mail nu a putut fi verificată',
    detail: 'Introduceți codul trimis sau folosiți altă adresă.',
  },
  id_number_insufficient_document_data: {
    title: 'Numărul de identitate nu a putut fi verificat',
    detail: 'Introduceți-l ca în document sau folosiți alt document.',
  },
  id_number_mismatch: {
    title: 'Numărul de identitate nu a putut fi verificat',
    detail: 'Introduceți-l ca în document sau folosiți alt document.',
  },
  id_number_unverified_other: {
    title: 'Numărul de identitate nu a putut fi verificat',
    detail: 'Introduceți-l ca în document sau folosiți alt document.',
  },
  phone_unverified_other: {
    title: 'Numărul de telefon nu a putut fi verificat',
    detail: 'Introduceți codul trimis sau folosiți alt număr.',
  },
  phone_verification_declined: {
    title: 'Numărul de telefon nu a putut fi verificat',
    detail: 'Introduceți codul trimis sau folosiți alt număr.',
  },
  phone_otp_declined: {
    title: 'Numărul de telefon nu a putut fi verificat',
    detail: 'Introduceți codul trimis sau folosiți alt număr.',
  },
  selfie_document_missing_photo: {
    title: 'Documentul nu are o fotografie a dvs.',
    detail: 'Folosiți alt document.',
  },
  selfie_face_mismatch: {
    title: 'Selfie-ul nu a putut fi verificat',
    detail: 'Alegeți o lumină bună și arătați toată fața.',
  },
  selfie_manipulated: {
    title: 'Selfie-ul nu a putut fi verificat',
    detail: 'Alegeți o lumină bună și arătați toată fața.',
  },
  selfie_unverified_other: {
    title: 'Selfie-ul nu a putut fi verificat',
    detail: 'Alegeți o lumină bună și arătați toată fața.',
  },
  under_supported_age: { title: 'Nu aveți vârsta necesară', detail: 'Cereți-ne o altă cale.' },
  offline: { title: 'Nu există conexiune', detail: 'Verificați rețeaua și încercați din nou.' },
  network_error: { title: 'Nu există conexiune', detail: 'Verificați rețeaua și încercați din nou.' },
  unauthenticated: { title: 'Nu sunteți conectat la cont', detail: 'Conectați-vă și încercați din nou.' },
  identity_verification_required: { title: 'Nu ați terminat', detail: 'Încercați din nou când doriți.' },
  attempts_exhausted: { title: 'Nu mai aveți încercări', detail: 'Cereți-ne o altă cale.' },
  rate_limited: { title: 'Prea multe încercări', detail: 'Încercați din nou peste un minut.' },
  user_limit_reached: { title: 'Astăzi nu mai sunt posibile verificări', detail: 'Încercați din nou mâine.' },
  daily_limit_reached: {
    title: 'Astăzi nu mai sunt posibile verificări',
    detail: 'Încercați din nou mâine.',
  },
  not_found: { title: 'Acum nu este posibil', detail: 'Reîncărcați pagina.' },
  not_cancelable: { title: 'Acum nu este posibil', detail: 'Reîncărcați pagina.' },
  invalid_state: { title: 'Acum nu este posibil', detail: 'Reîncărcați pagina.' },
  modal_already_open: { title: 'O verificare este deja deschisă', detail: 'Încheiați-o mai întâi.' },
  stripe_load_failed: {
    title: 'Verificarea nu a putut fi încărcată',
    detail: 'Dezactivați blocările și încercați din nou.',
  },
  device_unsupported: {
    title: 'Nu s-a putut folosi nicio cameră',
    detail: 'Permiteți paginii să folosească o cameră sau folosiți alt dispozitiv.',
  },
  aborted: { title: 'Nu ați terminat', detail: 'Încercați din nou când doriți.' },
  server_error: { title: 'Ceva nu a mers bine', detail: 'Încercați din nou peste un minut.' },
  bad_response: { title: 'Ceva nu a mers bine', detail: 'Încercați din nou peste un minut.' },
  stripe_rejected: { title: 'Ceva nu a mers bine', detail: 'Încercați din nou peste un minut.' },
  stripe_error: { title: 'Ceva nu a mers bine', detail: 'Încercați din nou peste un minut.' },
  stripe_unavailable: { title: 'Ceva nu a mers bine', detail: 'Încercați din nou peste un minut.' },
  store_unavailable: { title: 'Ceva nu a mers bine', detail: 'Încercați din nou peste un minut.' },
  setup: { title: 'Această pagină nu este configurată', detail: 'Cereți-ne o altă cale.' },
}
