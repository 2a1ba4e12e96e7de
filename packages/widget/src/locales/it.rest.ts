import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'La verifica non è stata completata',
  detail: 'Può riprendere quando vuole da dove ha interrotto.',
}
const noCamera: Advice = {
  title: 'Non è stato possibile usare la fotocamera',
  detail: 'Consenta a questa pagina di accedere alla fotocamera o usi un dispositivo che ne abbia una.',
}
const phoneDeclined: Advice = {
  title: 'Non ha confermato il suo numero di telefono',
  detail: 'Riprovi e inserisca il codice che riceve.',
}

export const messages: RestTexts = {
  attempts_left: 'Tentativi rimasti: {count}',
  processing_long: {
    title: 'Verifica ancora in corso…',
    detail: 'Può lasciare questa pagina. Al suo ritorno troverà qui il risultato.',
  },
  open: { title: 'Continui nella finestra che si è aperta' },
  requires_input: {
    title: 'Non è stato possibile verificare la sua identità',
    detail: 'Riprovi o usi un altro documento.',
  },
  taken_back: {
    title: 'Questa verifica va ripetuta',
    detail: 'La verifica precedente non è più valida. Verifichi di nuovo la sua identità.',
  },
  canceled: {
    title: 'Questa verifica è stata annullata',
    detail: 'Può iniziarne una nuova quando vuole.',
  },
  redacted: {
    title: 'I dati della sua verifica sono stati eliminati',
    detail: 'Può verificare di nuovo la sua identità quando vuole.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Non ha acconsentito alla verifica',
    detail: 'Riprovi per acconsentire o ci contatti per un’altra modalità di verifica.',
  },
  country_not_supported: {
    title: 'La verifica non è disponibile nel suo Paese',
    detail: 'Ci contatti per un’altra modalità di verifica.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Il suo documento è scaduto',
    detail: 'Ne usi uno in corso di validità.',
  },
  document_type_not_supported: {
    title: 'Questo tipo di documento non è accettato',
    detail: 'Riprovi con uno dei documenti accettati.',
  },
  document_unverified_other: {
    title: 'Non è stato possibile verificare il suo documento',
    detail: 'Scatti la foto con una buona luce e con tutti e quattro i bordi visibili.',
  },
  email_unverified_other: {
    title: 'Non è stato possibile verificare il suo indirizzo email',
    detail: 'Controlli l’indirizzo e inserisca il codice che riceve.',
  },
  email_verification_declined: {
    title: 'Non ha confermato il suo indirizzo email',
    detail: 'Riprovi e inserisca il codice che riceve.',
  },
  id_number_insufficient_document_data: {
    title: 'Il suo documento non contiene dati sufficienti per verificare il numero identificativo',
    detail: 'Ne usi uno che riporti nome completo e data di nascita.',
  },
  id_number_mismatch: {
    title: 'Il suo numero identificativo non corrisponde ai suoi dati',
    detail: 'Controlli il numero, il nome e la data di nascita, poi riprovi.',
  },
  id_number_unverified_other: {
    title: 'Non è stato possibile verificare il suo numero identificativo',
    detail: 'Controlli il numero e riprovi.',
  },
  phone_unverified_other: {
    title: 'Non è stato possibile verificare il suo numero di telefono',
    detail: 'Controlli il numero e inserisca il codice che riceve.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Nel documento non c’è una sua foto',
    detail: 'Usi un documento con fotografia.',
  },
  selfie_face_mismatch: {
    title: 'Il suo selfie non corrisponde alla foto del documento',
    detail: 'Scatti un nuovo selfie e usi un documento a suo nome.',
  },
  selfie_manipulated: {
    title: 'Il suo selfie sembra modificato',
    detail: 'Ne scatti uno nuovo con la fotocamera, senza filtri.',
  },
  selfie_unverified_other: {
    title: 'Non è stato possibile verificare il suo selfie',
    detail: 'Lo scatti con una buona luce e con il viso interamente visibile.',
  },
  under_supported_age: {
    title: 'Non ha l’età minima richiesta',
    detail: 'Ci contatti per un’altra modalità di verifica.',
  },

  offline: {
    title: 'Nessuna connessione a Internet',
    detail: 'Si connetta a Internet e riprovi.',
  },
  network_error: {
    title: 'Connessione non riuscita',
    detail: 'Controlli la connessione a Internet e riprovi.',
  },
  unauthenticated: {
    title: 'Accesso non effettuato',
    detail: 'Acceda al suo account e riprovi.',
  },
  identity_verification_required: {
    title: 'Verifichi prima la sua identità',
    detail: 'Dopo potrà continuare.',
  },
  attempts_exhausted: {
    title: 'Non ha più tentativi a disposizione',
    detail: 'Ci contatti per un’altra modalità di verifica.',
  },
  rate_limited: {
    title: 'Troppi tentativi in poco tempo',
    detail: 'Riprovi tra un minuto.',
  },
  user_limit_reached: {
    title: 'Ha raggiunto il limite di oggi',
    detail: 'Riprovi domani.',
  },
  daily_limit_reached: {
    title: 'Oggi non sono possibili altre verifiche',
    detail: 'Riprovi domani.',
  },
  not_found: {
    title: 'La sua verifica non è stata trovata',
    detail: 'Ricarichi la pagina e riprovi.',
  },
  not_cancelable: {
    title: 'Questa verifica non può essere annullata in questo momento',
    detail: 'Ricarichi la pagina per vedere a che punto è la verifica.',
  },
  invalid_state: {
    title: 'Questa operazione al momento non è possibile',
    detail: 'Ricarichi la pagina per vedere a che punto è la verifica.',
  },
  modal_already_open: {
    title: 'Un’altra verifica è già aperta',
    detail: 'La completi prima.',
  },
  stripe_load_failed: {
    title: 'Non è stato possibile caricare la verifica',
    detail: 'Disattivi gli ad blocker per questa pagina e riprovi.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Qualcosa è andato storto',
    detail: 'Riprovi tra un minuto.',
  },
  setup: {
    title: 'La verifica non è configurata in questa pagina',
    detail: 'Ci contatti per un’altra modalità di verifica.',
  },
}
