import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Identität bestätigen',
  retry: 'Erneut versuchen',
  left: 'Verbleibende Versuche: ',

  idle: 'Identitätsprüfung|Sie brauchen ein Ausweisdokument, eine Kamera und etwa zwei Minuten. Stripe führt die Prüfung durch.',
  starting: 'Einen Moment …',
  open: 'Machen Sie im geöffneten Fenster weiter',
  processing: 'Prüfung läuft …|Das dauert selten länger als eine Minute.',
  verified: 'Ihre Identität ist bestätigt',
  requires_input:
    'Ihre Identität konnte nicht bestätigt werden|Versuchen Sie es erneut, wenn möglich mit einem anderen Dokument.',
  canceled: 'Diese Prüfung wurde abgebrochen|Sie können eine neue beginnen.',
  redacted: 'Die Daten dieser Prüfung wurden gelöscht|Sie können eine neue beginnen.',

  'abandoned|aborted|identity': 'Sie sind noch nicht fertig|Versuchen Sie es erneut, sobald Sie bereit sind.',
  consent:
    'Sie haben der Prüfung nicht zugestimmt|Versuchen Sie es erneut, um zuzustimmen, oder fragen Sie uns nach einem anderen Weg.',
  country: 'Ihr Land wird noch nicht unterstützt|Fragen Sie uns nach einem anderen Weg.',
  device:
    'Es konnte keine Kamera benutzt werden|Erlauben Sie dieser Seite die Kamera, oder nehmen Sie ein anderes Gerät.',
  document_expired: 'Ihr Dokument ist abgelaufen|Nehmen Sie ein anderes Dokument.',
  document_type: 'Diese Art von Dokument wird nicht angenommen|Nehmen Sie ein anderes Dokument.',
  document:
    'Ihr Dokument konnte nicht geprüft werden|Sorgen Sie für gutes Licht und alle Ränder im Bild, oder nehmen Sie ein anderes Dokument.',
  email:
    'Ihre E-Mail-Adresse konnte nicht geprüft werden|Geben Sie den zugesandten Code ein, oder nehmen Sie eine andere Adresse.',
  phone:
    'Ihre Telefonnummer konnte nicht geprüft werden|Geben Sie den zugesandten Code ein, oder nehmen Sie eine andere Nummer.',
  id_number:
    'Ihre Ausweisnummer konnte nicht geprüft werden|Geben Sie sie so ein, wie sie im Dokument steht, oder nehmen Sie ein anderes Dokument.',
  selfie_document: 'Ihr Dokument enthält kein Foto von Ihnen|Nehmen Sie ein anderes Dokument.',
  selfie:
    'Ihr Selfie konnte nicht geprüft werden|Sorgen Sie für gutes Licht und Ihr ganzes Gesicht im Bild, ohne Filter.',
  under: 'Sie sind nicht alt genug|Fragen Sie uns nach einem anderen Weg.',

  unauthenticated: 'Sie sind nicht angemeldet|Melden Sie sich an, und versuchen Sie es dann erneut.',
  attempts: 'Sie haben keine Versuche mehr|Fragen Sie uns nach einem anderen Weg.',
  'not_|invalid_s': 'Das ist jetzt nicht möglich|Laden Sie die Seite neu, um den Stand der Prüfung zu sehen.',
  rate_limited: 'Das war zu oft|Versuchen Sie es in einer Minute erneut.',
  'user|daily': 'Heute sind keine weiteren Prüfungen möglich|Versuchen Sie es morgen erneut.',
  network: 'Es besteht keine Verbindung|Prüfen Sie Ihr Netz, und versuchen Sie es dann erneut.',
  stripe_load:
    'Die Prüfung konnte nicht geladen werden|Schalten Sie Blocker für diese Seite aus, und versuchen Sie es dann erneut.',
  'server|store|stripe|bad': 'Etwas ist schiefgegangen|Versuchen Sie es in einer Minute erneut.',
  modal: 'Es ist schon eine Prüfung offen|Beenden Sie diese zuerst.',
  setup: 'Diese Seite ist nicht für Prüfungen eingerichtet|Fragen Sie uns nach einem anderen Weg.',
}
