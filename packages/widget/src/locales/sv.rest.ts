import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Du slutförde inte verifieringen',
  detail: 'Fortsätt där du slutade när det passar dig.',
}
const noCamera: Advice = {
  title: 'Vi kunde inte använda din kamera',
  detail: 'Ge sidan åtkomst till kameran eller använd en enhet med kamera.',
}
const phoneDeclined: Advice = {
  title: 'Du bekräftade inte ditt telefonnummer',
  detail: 'Försök igen och ange koden som du får.',
}

export const messages: RestTexts = {
  attempts_left: 'Försök kvar: {count}',
  processing_long: {
    title: 'Kontrollen pågår fortfarande …',
    detail: 'Du kan lämna sidan. Resultatet finns här när du kommer tillbaka.',
  },
  open: { title: 'Fortsätt i fönstret som öppnades' },
  requires_input: {
    title: 'Vi kunde inte verifiera din identitet',
    detail: 'Försök igen eller använd en annan id-handling.',
  },
  taken_back: {
    title: 'Den här verifieringen måste göras om',
    detail: 'Din tidigare verifiering gäller inte längre. Verifiera din identitet igen.',
  },
  canceled: {
    title: 'Den här verifieringen avbröts',
    detail: 'Du kan starta en ny när det passar dig.',
  },
  redacted: {
    title: 'Uppgifterna från din verifiering har raderats',
    detail: 'Du kan verifiera din identitet igen när det passar dig.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Du samtyckte inte till verifieringen',
    detail: 'Försök igen om du vill samtycka, eller kontakta oss för att verifiera dig på ett annat sätt.',
  },
  country_not_supported: {
    title: 'Verifieringen är inte tillgänglig i ditt land',
    detail: 'Kontakta oss för att verifiera dig på ett annat sätt.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Din id-handling har gått ut',
    detail: 'Använd en som fortfarande är giltig.',
  },
  document_type_not_supported: {
    title: 'Vi kan inte godta den här typen av id-handling',
    detail: 'Försök igen med någon av de id-handlingar som godtas.',
  },
  document_unverified_other: {
    title: 'Vi kunde inte verifiera din id-handling',
    detail: 'Ta fotot i bra ljus så att alla fyra kanterna syns.',
  },
  email_unverified_other: {
    title: 'Vi kunde inte verifiera din e-postadress',
    detail: 'Kontrollera adressen och ange koden som du får.',
  },
  email_verification_declined: {
    title: 'Du bekräftade inte din e-postadress',
    detail: 'Försök igen och ange koden som du får.',
  },
  id_number_insufficient_document_data: {
    title: 'Uppgifterna på din id-handling räcker inte för att kontrollera ditt id-nummer',
    detail: 'Använd en som visar ditt fullständiga namn och födelsedatum.',
  },
  id_number_mismatch: {
    title: 'Ditt id-nummer stämmer inte med dina uppgifter',
    detail: 'Kontrollera numret, ditt namn och ditt födelsedatum och försök igen.',
  },
  id_number_unverified_other: {
    title: 'Vi kunde inte verifiera ditt id-nummer',
    detail: 'Kontrollera numret och försök igen.',
  },
  phone_unverified_other: {
    title: 'Vi kunde inte verifiera ditt telefonnummer',
    detail: 'Kontrollera numret och ange koden som du får.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Din id-handling har inget foto av dig',
    detail: 'Använd en id-handling med foto.',
  },
  selfie_face_mismatch: {
    title: 'Din selfie stämmer inte med fotot på id-handlingen',
    detail: 'Ta en ny selfie och använd din egen id-handling.',
  },
  selfie_manipulated: {
    title: 'Din selfie ser redigerad ut',
    detail: 'Ta en ny med kameran, utan filter.',
  },
  selfie_unverified_other: {
    title: 'Vi kunde inte verifiera din selfie',
    detail: 'Ta den i bra ljus så att hela ansiktet syns.',
  },
  under_supported_age: {
    title: 'Du har inte uppnått minimiåldern',
    detail: 'Kontakta oss för att verifiera dig på ett annat sätt.',
  },

  offline: {
    title: 'Du är offline',
    detail: 'Anslut till internet och försök igen.',
  },
  network_error: {
    title: 'Det gick inte att ansluta',
    detail: 'Kontrollera din internetanslutning och försök igen.',
  },
  unauthenticated: {
    title: 'Du är inte inloggad',
    detail: 'Logga in och försök igen.',
  },
  identity_verification_required: {
    title: 'Verifiera din identitet först',
    detail: 'Därefter kan du fortsätta.',
  },
  attempts_exhausted: {
    title: 'Du har inga försök kvar',
    detail: 'Kontakta oss för att verifiera dig på ett annat sätt.',
  },
  rate_limited: {
    title: 'För många försök på kort tid',
    detail: 'Försök igen om en minut.',
  },
  user_limit_reached: {
    title: 'Du har nått dagens gräns',
    detail: 'Försök igen i morgon.',
  },
  daily_limit_reached: {
    title: 'Det går inte att göra fler verifieringar i dag',
    detail: 'Försök igen i morgon.',
  },
  not_found: {
    title: 'Vi kunde inte hitta din verifiering',
    detail: 'Ladda om sidan och försök igen.',
  },
  not_cancelable: {
    title: 'Den här verifieringen kan inte avbrytas nu',
    detail: 'Ladda om sidan för att se hur långt verifieringen har kommit.',
  },
  invalid_state: {
    title: 'Det går inte just nu',
    detail: 'Ladda om sidan för att se hur långt din verifiering har kommit.',
  },
  modal_already_open: {
    title: 'En annan verifiering är redan öppen',
    detail: 'Slutför den först.',
  },
  stripe_load_failed: {
    title: 'Verifieringen kunde inte läsas in',
    detail: 'Stäng av eventuella annonsblockerare för sidan och försök igen.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Något gick fel',
    detail: 'Försök igen om en minut.',
  },
  setup: {
    title: 'Verifiering är inte konfigurerad på den här sidan',
    detail: 'Kontakta oss för att verifiera dig på ett annat sätt.',
  },
}
