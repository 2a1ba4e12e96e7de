import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Verbleibende Versuche: {count}',
  open: { title: 'Machen Sie im geöffneten Fenster weiter' },
  requires_input: {
    title: 'Ihre Identität konnte nicht bestätigt werden',
    detail: 'Versuchen Sie es erneut, wenn möglich mit einem anderen Dokument.',
  },
  taken_back: {
    title: 'Ihre Identität konnte nicht bestätigt werden',
    detail: 'Sie können eine neue beginnen.',
  },
  canceled: { title: 'Diese Prüfung wurde abgebrochen', detail: 'Sie können eine neue beginnen.' },
  redacted: { title: 'Die Daten dieser Prüfung wurden gelöscht', detail: 'Sie können eine neue beginnen.' },
  abandoned: {
    title: 'Sie sind noch nicht fertig',
    detail: 'Versuchen Sie es erneut, sobald Sie bereit sind.',
  },
  consent_declined: {
    title: 'Sie haben der Prüfung nicht zugestimmt',
    detail: 'Versuchen Sie es erneut, um zuzustimmen, oder fragen Sie uns nach einem anderen Weg.',
  },
  country_not_supported: {
    title: 'Ihr Land wird noch nicht unterstützt',
    detail: 'Fragen Sie uns nach einem anderen Weg.',
  },
  device_not_supported: {
    title: 'Es konnte keine Kamera benutzt werden',
    detail: 'Erlauben Sie dieser Seite die Kamera, oder nehmen Sie ein anderes Gerät.',
  },
  document_expired: { title: 'Ihr Dokument ist abgelaufen', detail: 'Nehmen Sie ein anderes Dokument.' },
  document_type_not_supported: {
    title: 'Diese Art von Dokument wird nicht angenommen',
    detail: 'Nehmen Sie ein anderes Dokument.',
  },
  document_unverified_other: {
    title: 'Ihr Dokument konnte nicht geprüft werden',
    detail: 'Sorgen Sie für gutes Licht und alle Ränder im Bild, oder nehmen Sie ein anderes Dokument.',
  },
  email_unverified_other: {
    title: 'Ihre E-Mail-Adresse konnte nicht geprüft werden',
    detail: 'Geben Sie den zugesandten Code ein, oder nehmen Sie eine andere Adresse.',
  },
  email_verification_declined: {
    title: 'Ihre E-Mail-Adresse konnte nicht geprüft werden',
    detail: 'Geben Sie den zugesandten Code ein, oder nehmen Sie eine andere Adresse.',
  },
  id_number_insufficient_document_data: {
    title: 'Ihre Ausweisnummer konnte nicht geprüft werden',
    detail: 'Geben Sie sie so ein, wie sie im Dokument steht, oder nehmen Sie ein anderes Dokument.',
  },
  id_number_mismatch: {
    title: 'Ihre Ausweisnummer konnte nicht geprüft werden',
    detail: 'Geben Sie sie so ein, wie sie im Dokument steht, oder nehmen Sie ein anderes Dokument.',
  },
  id_number_unverified_other: {
    title: 'Ihre Ausweisnummer konnte nicht geprüft werden',
    detail: 'Geben Sie sie so ein, wie sie im Dokument steht, oder nehmen Sie ein anderes Dokument.',
  },
  phone_unverified_other: {
    title: 'Ihre Telefonnummer konnte nicht geprüft werden',
    detail: 'Geben Sie den zugesandten Code ein, oder nehmen Sie eine andere Nummer.',
  },
  phone_verification_declined: {
    title: 'Ihre Telefonnummer konnte nicht geprüft werden',
    detail: 'Geben Sie den zugesandten Code ein, oder nehmen Sie eine andere Nummer.',
  },
  phone_otp_declined: {
    title: 'Ihre Telefonnummer konnte nicht geprüft werden',
    detail: 'Geben Sie den zugesandten Code ein, oder nehmen Sie eine andere Nummer.',
  },
  selfie_document_missing_photo: {
    title: 'Ihr Dokument enthält kein Foto von Ihnen',
    detail: 'Nehmen Sie ein anderes Dokument.',
  },
  selfie_face_mismatch: {
    title: 'Ihr Selfie konnte nicht geprüft werden',
    detail: 'Sorgen Sie für gutes Licht und Ihr ganzes Gesicht im Bild, ohne Filter.',
  },
  selfie_manipulated: {
    title: 'Ihr Selfie konnte nicht geprüft werden',
    detail: 'Sorgen Sie für gutes Licht und Ihr ganzes Gesicht im Bild, ohne Filter.',
  },
  selfie_unverified_other: {
    title: 'Ihr Selfie konnte nicht geprüft werden',
    detail: 'Sorgen Sie für gutes Licht und Ihr ganzes Gesicht im Bild, ohne Filter.',
  },
  under_supported_age: {
    title: 'Sie sind nicht alt genug',
    detail: 'Fragen Sie uns nach einem anderen Weg.',
  },
  offline: {
    title: 'Es besteht keine Verbindung',
    detail: 'Prüfen Sie Ihr Netz, und versuchen Sie es dann erneut.',
  },
  network_error: {
    title: 'Es besteht keine Verbindung',
    detail: 'Prüfen Sie Ihr Netz, und versuchen Sie es dann erneut.',
  },
  unauthenticated: {
    title: 'Sie sind nicht angemeldet',
    detail: 'Melden Sie sich an, und versuchen Sie es dann erneut.',
  },
  identity_verification_required: {
    title: 'Sie sind noch nicht fertig',
    detail: 'Versuchen Sie es erneut, sobald Sie bereit sind.',
  },
  attempts_exhausted: {
    title: 'Sie haben keine Versuche mehr',
    detail: 'Fragen Sie uns nach einem anderen Weg.',
  },
  rate_limited: { title: 'Das war zu oft', detail: 'Versuchen Sie es in einer Minute erneut.' },
  user_limit_reached: {
    title: 'Heute sind keine weiteren Prüfungen möglich',
    detail: 'Versuchen Sie es morgen erneut.',
  },
  daily_limit_reached: {
    title: 'Heute sind keine weiteren Prüfungen möglich',
    detail: 'Versuchen Sie es morgen erneut.',
  },
  not_found: {
    title: 'Das ist jetzt nicht möglich',
    detail: 'Laden Sie die Seite neu, um den Stand der Prüfung zu sehen.',
  },
  not_cancelable: {
    title: 'Das ist jetzt nicht möglich',
    detail: 'Laden Sie die Seite neu, um den Stand der Prüfung zu sehen.',
  },
  invalid_state: {
    title: 'Das ist jetzt nicht möglich',
    detail: 'Laden Sie die Seite neu, um den Stand der Prüfung zu sehen.',
  },
  modal_already_open: { title: 'Es ist schon eine Prüfung offen', detail: 'Beenden Sie diese zuerst.' },
  stripe_load_failed: {
    title: 'Die Prüfung konnte nicht geladen werden',
    detail: 'Schalten Sie Blocker für diese Seite aus, und versuchen Sie es dann erneut.',
  },
  device_unsupported: {
    title: 'Es konnte keine Kamera benutzt werden',
    detail: 'Erlauben Sie dieser Seite die Kamera, oder nehmen Sie ein anderes Gerät.',
  },
  aborted: {
    title: 'Sie sind noch nicht fertig',
    detail: 'Versuchen Sie es erneut, sobald Sie bereit sind.',
  },
  server_error: { title: 'Etwas ist schiefgegangen', detail: 'Versuchen Sie es in einer Minute erneut.' },
  bad_response: { title: 'Etwas ist schiefgegangen', detail: 'Versuchen Sie es in einer Minute erneut.' },
  stripe_rejected: { title: 'Etwas ist schiefgegangen', detail: 'Versuchen Sie es in einer Minute erneut.' },
  stripe_error: { title: 'Etwas ist schiefgegangen', detail: 'Versuchen Sie es in einer Minute erneut.' },
  stripe_unavailable: {
    title: 'Etwas ist schiefgegangen',
    detail: 'Versuchen Sie es in einer Minute erneut.',
  },
  store_unavailable: {
    title: 'Etwas ist schiefgegangen',
    detail: 'Versuchen Sie es in einer Minute erneut.',
  },
  setup: {
    title: 'Diese Seite ist nicht für Prüfungen eingerichtet',
    detail: 'Fragen Sie uns nach einem anderen Weg.',
  },
}
