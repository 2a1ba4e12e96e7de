import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Verifica la tua identità',
  retry: 'Riprova',
  left: 'Tentativi rimasti: ',
  idle: 'Verifica dell’identità|Servono un documento d’identità, una fotocamera e circa due minuti. La verifica è svolta da Stripe.',
  starting: 'Un momento …',
  open: 'Continui nella finestra aperta',
  processing: 'Verifica in corso …|Raramente richiede più di un minuto.',
  verified: 'La sua identità è verificata',
  requires_input: 'Non è stato possibile verificare la sua identità|Riprovi, o usi un altro documento.',
  canceled: 'Questa verifica è stata annullata|Ricominci quando è pronto.',
  redacted: 'I suoi dati sono stati cancellati|Ricominci quando è pronto.',
  'abandoned|aborted|identity': 'Non ha terminato|Riprovi quando è pronto.',
  consent: 'Non ha accettato la verifica|Riprovi per accettarla, o ci chieda un’altra soluzione.',
  country: 'Il suo paese non è supportato|Ci chieda un’altra soluzione.',
  device:
    'Nessuna fotocamera utilizzabile|Consenta a questa pagina di usare la fotocamera, o usi un altro dispositivo.',
  document_expired: 'Il suo documento è scaduto|Usi un altro documento.',
  document_type: 'Il suo documento non è accettato|Usi un altro documento.',
  document:
    'Non è stato possibile controllare il documento|Scelga una buona luce e mostri tutti i bordi, o usi un altro documento.',
  email:
    'Non è stato possibile controllare l’indirizzo e-mail|Inserisca il codice ricevuto, o usi un altro indirizzo.',
  phone: 'Non è stato possibile controllare il telefono|Inserisca il codice ricevuto, o usi un altro numero.',
  id_number:
    'Non è stato possibile controllare il numero d’identità|Lo inserisca come sul documento, o usi un altro documento.',
  selfie_document: 'Il documento non contiene una sua foto|Usi un altro documento.',
  selfie: 'Non è stato possibile controllare il selfie|Scelga una buona luce e mostri tutto il viso.',
  under: 'Non ha l’età richiesta|Ci chieda un’altra soluzione.',
  unauthenticated: 'Non ha effettuato l’accesso|Acceda, poi riprovi.',
  attempts: 'Non ha più tentativi|Ci chieda un’altra soluzione.',
  'not_|invalid_s': 'Ora non è possibile|Ricarichi la pagina.',
  rate_limited: 'Troppi tentativi ravvicinati|Riprovi tra un minuto.',
  'user|daily': 'Oggi non sono possibili altre verifiche|Riprovi domani.',
  network: 'Non c’è connessione|Controlli la rete, poi riprovi.',
  stripe_load: 'Non è stato possibile caricare la verifica|Disattivi i blocchi, poi riprovi.',
  'server|store|stripe|bad': 'Qualcosa è andato storto|Riprovi tra un minuto.',
  modal: 'Una verifica è già aperta|Prima la concluda.',
  setup: 'Questa pagina non è configurata|Ci chieda un’altra soluzione.',
}
