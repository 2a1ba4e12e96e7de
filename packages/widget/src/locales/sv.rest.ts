import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Försök kvar: {count}',
  open: { title: 'Fortsätt i fönstret som är öppet' },
  requires_input: {
    title: 'Din identitet kunde inte kontrolleras',
    detail: 'Försök igen eller använd en annan handling.',
  },
  taken_back: { title: 'Din identitet kunde inte kontrolleras', detail: 'Börja om när du är redo.' },
  canceled: { title: 'Kontrollen avbröts', detail: 'Börja om när du är redo.' },
  redacted: { title: 'Dina uppgifter har raderats', detail: 'Börja om när du är redo.' },
  abandoned: { title: 'Du är inte klar', detail: 'Försök igen när du är redo.' },
  consent_declined: {
    title: 'Du godkände inte kontrollen',
    detail: 'Försök igen för att godkänna, eller be oss om ett annat sätt.',
  },
  country_not_supported: { title: 'Ditt land stöds inte', detail: 'Be oss om ett annat sätt.' },
  device_not_supported: {
    title: 'Ingen kamera kunde användas',
    detail: 'Tillåt sidan att använda kameran, eller använd en annan enhet.',
  },
  document_expired: { title: 'Din handling har gått ut', detail: 'Använd en annan handling.' },
  document_type_not_supported: { title: 'Din handling stöds inte', detail: 'Använd en annan handling.' },
  document_unverified_other: {
    title: 'Din handling kunde inte kontrolleras',
    detail: 'Se till att ljuset är bra och att alla kanter syns, eller använd en annan handling.',
  },
  email_unverified_other: {
    title: 'Din e-postadress kunde inte kontrolleras',
    detail: 'Ange koden som skickats, eller använd en annan adress.',
  },
  email_verification_declined: {
    title: 'Din e-postadress kunde inte kontrolleras',
    detail: 'Ange koden som skickats, eller använd en annan adress.',
  },
  id_number_insufficient_document_data: {
    title: 'Ditt id-nummer kunde inte kontrolleras',
    detail: 'Ange det som det står i handlingen, eller använd en annan handling.',
  },
  id_number_mismatch: {
    title: 'Ditt id-nummer kunde inte kontrolleras',
    detail: 'Ange det som det står i handlingen, eller använd en annan handling.',
  },
  id_number_unverified_other: {
    title: 'Ditt id-nummer kunde inte kontrolleras',
    detail: 'Ange det som det står i handlingen, eller använd en annan handling.',
  },
  phone_unverified_other: {
    title: 'Ditt telefonnummer kunde inte kontrolleras',
    detail: 'Ange koden som skickats, eller använd ett annat nummer.',
  },
  phone_verification_declined: {
    title: 'Ditt telefonnummer kunde inte kontrolleras',
    detail: 'Ange koden som skickats, eller använd ett annat nummer.',
  },
  phone_otp_declined: {
    title: 'Ditt telefonnummer kunde inte kontrolleras',
    detail: 'Ange koden som skickats, eller använd ett annat nummer.',
  },
  selfie_document_missing_photo: {
    title: 'Din handling saknar ett foto av dig',
    detail: 'Använd en annan handling.',
  },
  selfie_face_mismatch: {
    title: 'Din selfie kunde inte kontrolleras',
    detail: 'Se till att ljuset är bra och att hela ansiktet syns.',
  },
  selfie_manipulated: {
    title: 'Din selfie kunde inte kontrolleras',
    detail: 'Se till att ljuset är bra och att hela ansiktet syns.',
  },
  selfie_unverified_other: {
    title: 'Din selfie kunde inte kontrolleras',
    detail: 'Se till att ljuset är bra och att hela ansiktet syns.',
  },
  under_supported_age: { title: 'Du är inte gammal nog', detail: 'Be oss om ett annat sätt.' },
  offline: { title: 'Du är inte ansluten', detail: 'Kontrollera nätverket och försök igen.' },
  network_error: { title: 'Du är inte ansluten', detail: 'Kontrollera nätverket och försök igen.' },
  unauthenticated: { title: 'Du är inte inloggad', detail: 'Logga in och försök igen.' },
  identity_verification_required: { title: 'Du är inte klar', detail: 'Försök igen när du är redo.' },
  attempts_exhausted: { title: 'Du har inga försök kvar', detail: 'Be oss om ett annat sätt.' },
  rate_limited: { title: 'Det var för många försök', detail: 'Försök igen om en minut.' },
  user_limit_reached: { title: 'Inga fler kontroller är möjliga i dag', detail: 'Försök igen i morgon.' },
  daily_limit_reached: { title: 'Inga fler kontroller är möjliga i dag', detail: 'Försök igen i morgon.' },
  not_found: { title: 'Det går inte just nu', detail: 'Ladda om sidan.' },
  not_cancelable: { title: 'Det går inte just nu', detail: 'Ladda om sidan.' },
  invalid_state: { title: 'Det går inte just nu', detail: 'Ladda om sidan.' },
  modal_already_open: { title: 'En kontroll är redan öppen', detail: 'Slutför den först.' },
  stripe_load_failed: {
    title: 'Kontrollen kunde inte laddas',
    detail: 'Stäng av blockerare och försök igen.',
  },
  device_unsupported: {
    title: 'Ingen kamera kunde användas',
    detail: 'Tillåt sidan att använda kameran, eller använd en annan enhet.',
  },
  aborted: { title: 'Du är inte klar', detail: 'Försök igen när du är redo.' },
  server_error: { title: 'Något gick fel', detail: 'Försök igen om en minut.' },
  bad_response: { title: 'Något gick fel', detail: 'Försök igen om en minut.' },
  stripe_rejected: { title: 'Något gick fel', detail: 'Försök igen om en minut.' },
  stripe_error: { title: 'Något gick fel', detail: 'Försök igen om en minut.' },
  stripe_unavailable: { title: 'Något gick fel', detail: 'Försök igen om en minut.' },
  store_unavailable: { title: 'Något gick fel', detail: 'Försök igen om en minut.' },
  setup: { title: 'Sidan är inte konfigurerad', detail: 'Be oss om ett annat sätt.' },
}
