import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Tentativi rimasti: {count}',
  open: { title: 'Continui nella finestra aperta' },
  requires_input: {
    title: 'Non è stato possibile verificare la sua identità',
    detail: 'Riprovi, o usi un altro documento.',
  },
  taken_back: {
    title: 'Non è stato possibile verificare la sua identità',
    detail: 'Ricominci quando è pronto.',
  },
  canceled: { title: 'Questa verifica è stata annullata', detail: 'Ricominci quando è pronto.' },
  redacted: { title: 'I suoi dati sono stati cancellati', detail: 'Ricominci quando è pronto.' },
  abandoned: { title: 'Non ha terminato', detail: 'Riprovi quando è pronto.' },
  consent_declined: {
    title: 'Non ha accettato la verifica',
    detail: 'Riprovi per accettarla, o ci chieda un’altra soluzione.',
  },
  country_not_supported: { title: 'Il suo paese non è supportato', detail: 'Ci chieda un’altra soluzione.' },
  device_not_supported: {
    title: 'Nessuna fotocamera utilizzabile',
    detail: 'Consenta a questa pagina di usare la fotocamera, o usi un altro dispositivo.',
  },
  document_expired: { title: 'Il suo documento è scaduto', detail: 'Usi un altro documento.' },
  document_type_not_supported: {
    title: 'Il suo documento non è accettato',
    detail: 'Usi un altro documento.',
  },
  document_unverified_other: {
    title: 'Non è stato possibile controllare il documento',
    detail: 'Scelga una buona luce e mostri tutti i bordi, o usi un altro documento.',
  },
  email_unverified_other: {
    title: 'Non è stato possibile controllare l’indirizzo e-mail',
    detail: 'Inserisca il codice ricevuto, o usi un altro indirizzo.',
  },
  email_verification_declined: {
    title: 'Non è stato possibile controllare l’indirizzo e-mail',
    detail: 'Inserisca il codice ricevuto, o usi un altro indirizzo.',
  },
  id_number_insufficient_document_data: {
    title: 'Non è stato possibile controllare il numero d’identità',
    detail: 'Lo inserisca come sul documento, o usi un altro documento.',
  },
  id_number_mismatch: {
    title: 'Non è stato possibile controllare il numero d’identità',
    detail: 'Lo inserisca come sul documento, o usi un altro documento.',
  },
  id_number_unverified_other: {
    title: 'Non è stato possibile controllare il numero d’identità',
    detail: 'Lo inserisca come sul documento, o usi un altro documento.',
  },
  phone_unverified_other: {
    title: 'Non è stato possibile controllare il telefono',
    detail: 'Inserisca il codice ricevuto, o usi un altro numero.',
  },
  phone_verification_declined: {
    title: 'Non è stato possibile controllare il telefono',
    detail: 'Inserisca il codice ricevuto, o usi un altro numero.',
  },
  phone_otp_declined: {
    title: 'Non è stato possibile controllare il telefono',
    detail: 'Inserisca il codice ricevuto, o usi un altro numero.',
  },
  selfie_document_missing_photo: {
    title: 'Il documento non contiene una sua foto',
    detail: 'Usi un altro documento.',
  },
  selfie_face_mismatch: {
    title: 'Non è stato possibile controllare il selfie',
    detail: 'Scelga una buona luce e mostri tutto il viso.',
  },
  selfie_manipulated: {
    title: 'Non è stato possibile controllare il selfie',
    detail: 'Scelga una buona luce e mostri tutto il viso.',
  },
  selfie_unverified_other: {
    title: 'Non è stato possibile controllare il selfie',
    detail: 'Scelga una buona luce e mostri tutto il viso.',
  },
  under_supported_age: { title: 'Non ha l’età richiesta', detail: 'Ci chieda un’altra soluzione.' },
  offline: { title: 'Non c’è connessione', detail: 'Controlli la rete, poi riprovi.' },
  network_error: { title: 'Non c’è connessione', detail: 'Controlli la rete, poi riprovi.' },
  unauthenticated: { title: 'Non ha effettuato l’accesso', detail: 'Acceda, poi riprovi.' },
  identity_verification_required: { title: 'Non ha terminato', detail: 'Riprovi quando è pronto.' },
  attempts_exhausted: { title: 'Non ha più tentativi', detail: 'Ci chieda un’altra soluzione.' },
  rate_limited: { title: 'Troppi tentativi ravvicinati', detail: 'Riprovi tra un minuto.' },
  user_limit_reached: { title: 'Oggi non sono possibili altre verifiche', detail: 'Riprovi domani.' },
  daily_limit_reached: { title: 'Oggi non sono possibili altre verifiche', detail: 'Riprovi domani.' },
  not_found: { title: 'Ora non è possibile', detail: 'Ricarichi la pagina.' },
  not_cancelable: { title: 'Ora non è possibile', detail: 'Ricarichi la pagina.' },
  invalid_state: { title: 'Ora non è possibile', detail: 'Ricarichi la pagina.' },
  modal_already_open: { title: 'Una verifica è già aperta', detail: 'Prima la concluda.' },
  stripe_load_failed: {
    title: 'Non è stato possibile caricare la verifica',
    detail: 'Disattivi i blocchi, poi riprovi.',
  },
  device_unsupported: {
    title: 'Nessuna fotocamera utilizzabile',
    detail: 'Consenta a questa pagina di usare la fotocamera, o usi un altro dispositivo.',
  },
  aborted: { title: 'Non ha terminato', detail: 'Riprovi quando è pronto.' },
  server_error: { title: 'Qualcosa è andato storto', detail: 'Riprovi tra un minuto.' },
  bad_response: { title: 'Qualcosa è andato storto', detail: 'Riprovi tra un minuto.' },
  stripe_rejected: { title: 'Qualcosa è andato storto', detail: 'Riprovi tra un minuto.' },
  stripe_error: { title: 'Qualcosa è andato storto', detail: 'Riprovi tra un minuto.' },
  stripe_unavailable: { title: 'Qualcosa è andato storto', detail: 'Riprovi tra un minuto.' },
  store_unavailable: { title: 'Qualcosa è andato storto', detail: 'Riprovi tra un minuto.' },
  setup: { title: 'Questa pagina non è configurata', detail: 'Ci chieda un’altra soluzione.' },
}
