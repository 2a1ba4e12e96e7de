import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Sie haben die Prüfung nicht abgeschlossen',
  detail: 'Sie können jederzeit dort weitermachen, wo Sie aufgehört haben.',
}
const noCamera: Advice = {
  title: 'Wir konnten Ihre Kamera nicht verwenden',
  detail: 'Erlauben Sie dieser Seite den Zugriff auf die Kamera, oder verwenden Sie ein Gerät mit Kamera.',
}
const phoneDeclined: Advice = {
  title: 'Sie haben Ihre Telefonnummer nicht bestätigt',
  detail: 'Versuchen Sie es erneut, und geben Sie den zugesandten Code ein.',
}

export const messages: RestTexts = {
  attempts_left: 'Verbleibende Versuche: {count}',
  processing_long: {
    title: 'Die Prüfung läuft noch …',
    detail: 'Sie können diese Seite verlassen. Das Ergebnis finden Sie hier, wenn Sie zurückkommen.',
  },
  open: { title: 'Fahren Sie im geöffneten Fenster fort' },
  requires_input: {
    title: 'Ihre Identität konnte nicht bestätigt werden',
    detail: 'Versuchen Sie es erneut, oder verwenden Sie ein anderes Dokument.',
  },
  taken_back: {
    title: 'Diese Prüfung muss wiederholt werden',
    detail: 'Ihre frühere Bestätigung gilt nicht mehr. Bitte bestätigen Sie Ihre Identität erneut.',
  },
  canceled: {
    title: 'Diese Prüfung wurde abgebrochen',
    detail: 'Sie können jederzeit eine neue beginnen.',
  },
  redacted: {
    title: 'Die Daten Ihrer Prüfung wurden gelöscht',
    detail: 'Sie können Ihre Identität jederzeit erneut bestätigen.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Sie haben der Prüfung nicht zugestimmt',
    detail:
      'Versuchen Sie es erneut, und stimmen Sie zu, oder kontaktieren Sie uns, um Ihre Identität auf anderem Weg nachzuweisen.',
  },
  country_not_supported: {
    title: 'Die Prüfung ist in Ihrem Land nicht verfügbar',
    detail: 'Kontaktieren Sie uns, um Ihre Identität auf anderem Weg nachzuweisen.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Ihr Dokument ist abgelaufen',
    detail: 'Verwenden Sie ein gültiges Dokument.',
  },
  document_type_not_supported: {
    title: 'Diese Art von Dokument wird nicht akzeptiert',
    detail: 'Versuchen Sie es erneut mit einem der akzeptierten Dokumente.',
  },
  document_unverified_other: {
    title: 'Ihr Dokument konnte nicht verifiziert werden',
    detail: 'Fotografieren Sie es bei gutem Licht, sodass alle vier Ränder zu sehen sind.',
  },
  email_unverified_other: {
    title: 'Ihre E-Mail-Adresse konnte nicht bestätigt werden',
    detail: 'Prüfen Sie die Adresse, und geben Sie den zugesandten Code ein.',
  },
  email_verification_declined: {
    title: 'Sie haben Ihre E-Mail-Adresse nicht bestätigt',
    detail: 'Versuchen Sie es erneut, und geben Sie den zugesandten Code ein.',
  },
  id_number_insufficient_document_data: {
    title: 'Ihr Dokument enthält zu wenige Angaben, um Ihre Ausweisnummer zu prüfen',
    detail: 'Verwenden Sie ein Dokument mit Ihrem vollen Namen und Geburtsdatum.',
  },
  id_number_mismatch: {
    title: 'Ihre Ausweisnummer stimmt nicht mit Ihren Angaben überein',
    detail: 'Prüfen Sie Nummer, Namen und Geburtsdatum, und versuchen Sie es erneut.',
  },
  id_number_unverified_other: {
    title: 'Ihre Ausweisnummer konnte nicht verifiziert werden',
    detail: 'Prüfen Sie die Nummer, und versuchen Sie es erneut.',
  },
  phone_unverified_other: {
    title: 'Ihre Telefonnummer konnte nicht bestätigt werden',
    detail: 'Prüfen Sie die Nummer, und geben Sie den zugesandten Code ein.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Ihr Dokument enthält kein Foto von Ihnen',
    detail: 'Verwenden Sie ein Dokument mit Foto.',
  },
  selfie_face_mismatch: {
    title: 'Ihr Selfie stimmt nicht mit dem Foto in Ihrem Dokument überein',
    detail: 'Nehmen Sie ein neues Selfie auf, und verwenden Sie Ihr eigenes Dokument.',
  },
  selfie_manipulated: {
    title: 'Ihr Selfie wirkt bearbeitet',
    detail: 'Nehmen Sie mit Ihrer Kamera ein neues ohne Filter auf.',
  },
  selfie_unverified_other: {
    title: 'Ihr Selfie konnte nicht verifiziert werden',
    detail: 'Nehmen Sie es bei gutem Licht auf, sodass Ihr ganzes Gesicht zu sehen ist.',
  },
  under_supported_age: {
    title: 'Sie haben das Mindestalter noch nicht erreicht',
    detail: 'Kontaktieren Sie uns, um Ihre Identität auf anderem Weg nachzuweisen.',
  },

  offline: {
    title: 'Sie sind offline',
    detail: 'Stellen Sie eine Internetverbindung her, und versuchen Sie es erneut.',
  },
  network_error: {
    title: 'Es konnte keine Verbindung hergestellt werden',
    detail: 'Prüfen Sie Ihre Internetverbindung, und versuchen Sie es erneut.',
  },
  unauthenticated: {
    title: 'Sie sind nicht angemeldet',
    detail: 'Melden Sie sich an, und versuchen Sie es erneut.',
  },
  identity_verification_required: {
    title: 'Bitte bestätigen Sie zuerst Ihre Identität',
    detail: 'Erst danach können Sie fortfahren.',
  },
  attempts_exhausted: {
    title: 'Sie haben keine Versuche mehr',
    detail: 'Kontaktieren Sie uns, um Ihre Identität auf anderem Weg nachzuweisen.',
  },
  rate_limited: {
    title: 'Zu viele Versuche in kurzer Zeit',
    detail: 'Versuchen Sie es in einer Minute erneut.',
  },
  user_limit_reached: {
    title: 'Sie haben das Limit für heute erreicht',
    detail: 'Versuchen Sie es morgen erneut.',
  },
  daily_limit_reached: {
    title: 'Heute sind keine weiteren Prüfungen möglich',
    detail: 'Versuchen Sie es morgen erneut.',
  },
  not_found: {
    title: 'Ihre Prüfung wurde nicht gefunden',
    detail: 'Laden Sie die Seite neu, und versuchen Sie es erneut.',
  },
  not_cancelable: {
    title: 'Diese Prüfung kann jetzt nicht abgebrochen werden',
    detail: 'Laden Sie die Seite neu, um den Stand der Prüfung zu sehen.',
  },
  invalid_state: {
    title: 'Das ist im Moment nicht möglich',
    detail: 'Laden Sie die Seite neu, um den Stand der Prüfung zu sehen.',
  },
  modal_already_open: {
    title: 'Es ist bereits eine andere Prüfung geöffnet',
    detail: 'Schließen Sie diese zuerst ab.',
  },
  stripe_load_failed: {
    title: 'Die Prüfung konnte nicht geladen werden',
    detail: 'Schalten Sie Werbeblocker für diese Seite aus, und versuchen Sie es erneut.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Etwas ist schiefgegangen',
    detail: 'Versuchen Sie es in einer Minute erneut.',
  },
  setup: {
    title: 'Die Prüfung ist auf dieser Seite nicht eingerichtet',
    detail: 'Kontaktieren Sie uns, um Ihre Identität auf anderem Weg nachzuweisen.',
  },
}
