import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Tentattivi li fadal: {count}',
  open: { title: 'Kompli fit-tieqa miftuħa' },
  requires_input: {
    title: 'L-identità tiegħek ma setgħetx tiġi kkontrollata',
    detail: 'Erġa’ pprova, jew uża dokument ieħor.',
  },
  taken_back: {
    title: 'L-identità tiegħek ma setgħetx tiġi kkontrollata',
    detail: 'Erġa’ ibda meta tkun lest.',
  },
  canceled: { title: 'Dan il-kontroll tħassar', detail: 'Erġa’ ibda meta tkun lest.' },
  redacted: { title: 'Id-data tiegħek tħassret', detail: 'Erġa’ ibda meta tkun lest.' },
  abandoned: { title: 'Għadek ma lestejtx', detail: 'Erġa’ pprova meta tkun lest.' },
  consent_declined: {
    title: 'Ma qbiltx mal-kontroll',
    detail: 'Erġa’ pprova biex taqbel, jew staqsina għal mod ieħor.',
  },
  country_not_supported: { title: 'Pajjiżek mhux appoġġjat', detail: 'Staqsina għal mod ieħor.' },
  device_not_supported: {
    title: 'Ma setgħet tintuża l-ebda kamera',
    detail: 'Ħalli din il-paġna tuża l-kamera, jew uża apparat ieħor.',
  },
  document_expired: { title: 'Id-dokument tiegħek skada', detail: 'Uża dokument ieħor.' },
  document_type_not_supported: { title: 'Id-dokument tiegħek mhux aċċettat', detail: 'Uża dokument ieħor.' },
  document_unverified_other: {
    title: 'Id-dokument tiegħek ma setax jiġi kkontrollat',
    detail: 'Uża dawl tajjeb u uri x-xfar kollha, jew uża dokument ieħor.',
  },
  email_unverified_other: {
    title: 'L-indirizz elettroniku ma setax jiġi kkontrollat',
    detail: 'Daħħal il-kodiċi mibgħut, jew uża indirizz ieħor.',
  },
  email_verification_declined: {
    title: 'L-indirizz elettroniku ma setax jiġi kkontrollat',
    detail: 'Daħħal il-kodiċi mibgħut, jew uża indirizz ieħor.',
  },
  id_number_insufficient_document_data: {
    title: 'In-numru tal-identità ma setax jiġi kkontrollat',
    detail: 'Daħħlu kif inhu fid-dokument, jew uża dokument ieħor.',
  },
  id_number_mismatch: {
    title: 'In-numru tal-identità ma setax jiġi kkontrollat',
    detail: 'Daħħlu kif inhu fid-dokument, jew uża dokument ieħor.',
  },
  id_number_unverified_other: {
    title: 'In-numru tal-identità ma setax jiġi kkontrollat',
    detail: 'Daħħlu kif inhu fid-dokument, jew uża dokument ieħor.',
  },
  phone_unverified_other: {
    title: 'In-numru tat-telefon ma setax jiġi kkontrollat',
    detail: 'Daħħal il-kodiċi mibgħut, jew uża numru ieħor.',
  },
  phone_verification_declined: {
    title: 'In-numru tat-telefon ma setax jiġi kkontrollat',
    detail: 'Daħħal il-kodiċi mibgħut, jew uża numru ieħor.',
  },
  phone_otp_declined: {
    title: 'In-numru tat-telefon ma setax jiġi kkontrollat',
    detail: 'Daħħal il-kodiċi mibgħut, jew uża numru ieħor.',
  },
  selfie_document_missing_photo: {
    title: 'Id-dokument m’għandux ritratt tiegħek',
    detail: 'Uża dokument ieħor.',
  },
  selfie_face_mismatch: {
    title: 'Is-selfie tiegħek ma setgħetx tiġi kkontrollata',
    detail: 'Uża dawl tajjeb u uri wiċċek kollu.',
  },
  selfie_manipulated: {
    title: 'Is-selfie tiegħek ma setgħetx tiġi kkontrollata',
    detail: 'Uża dawl tajjeb u uri wiċċek kollu.',
  },
  selfie_unverified_other: {
    title: 'Is-selfie tiegħek ma setgħetx tiġi kkontrollata',
    detail: 'Uża dawl tajjeb u uri wiċċek kollu.',
  },
  under_supported_age: { title: 'M’għandekx l-età meħtieġa', detail: 'Staqsina għal mod ieħor.' },
  offline: { title: 'M’hemmx konnessjoni', detail: 'Iċċekkja n-netwerk, imbagħad erġa’ pprova.' },
  network_error: { title: 'M’hemmx konnessjoni', detail: 'Iċċekkja n-netwerk, imbagħad erġa’ pprova.' },
  unauthenticated: { title: 'M’intix illoggjat', detail: 'Illoggja, imbagħad erġa’ pprova.' },
  identity_verification_required: { title: 'Għadek ma lestejtx', detail: 'Erġa’ pprova meta tkun lest.' },
  attempts_exhausted: { title: 'M’għadx fadallek tentattivi', detail: 'Staqsina għal mod ieħor.' },
  rate_limited: { title: 'Wisq tentattivi', detail: 'Erġa’ pprova wara minuta.' },
  user_limit_reached: { title: 'Illum mhux possibbli aktar kontrolli', detail: 'Erġa’ pprova għada.' },
  daily_limit_reached: { title: 'Illum mhux possibbli aktar kontrolli', detail: 'Erġa’ pprova għada.' },
  not_found: { title: 'Dan mhux possibbli bħalissa', detail: 'Erġa’ tella’ l-paġna.' },
  not_cancelable: { title: 'Dan mhux possibbli bħalissa', detail: 'Erġa’ tella’ l-paġna.' },
  invalid_state: { title: 'Dan mhux possibbli bħalissa', detail: 'Erġa’ tella’ l-paġna.' },
  modal_already_open: { title: 'Diġà hemm kontroll miftuħ', detail: 'L-ewwel lestih.' },
  stripe_load_failed: {
    title: 'Il-kontroll ma setax jitgħabba',
    detail: 'Itfi l-imblukkaturi, imbagħad erġa’ pprova.',
  },
  device_unsupported: {
    title: 'Ma setgħet tintuża l-ebda kamera',
    detail: 'Ħalli din il-paġna tuża l-kamera, jew uża apparat ieħor.',
  },
  aborted: { title: 'Għadek ma lestejtx', detail: 'Erġa’ pprova meta tkun lest.' },
  server_error: { title: 'Xi ħaġa marret ħażin', detail: 'Erġa’ pprova wara minuta.' },
  bad_response: { title: 'Xi ħaġa marret ħażin', detail: 'Erġa’ pprova wara minuta.' },
  stripe_rejected: { title: 'Xi ħaġa marret ħażin', detail: 'Erġa’ pprova wara minuta.' },
  stripe_error: { title: 'Xi ħaġa marret ħażin', detail: 'Erġa’ pprova wara minuta.' },
  stripe_unavailable: { title: 'Xi ħaġa marret ħażin', detail: 'Erġa’ pprova wara minuta.' },
  store_unavailable: { title: 'Xi ħaġa marret ħażin', detail: 'Erġa’ pprova wara minuta.' },
  setup: { title: 'Din il-paġna mhix issettjata', detail: 'Staqsina għal mod ieħor.' },
}
