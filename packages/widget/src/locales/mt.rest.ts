import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Il-verifika ma tlestietx',
  detail: 'Kompli minn fejn waqaft meta jkun jaqbillek.',
}
const noCamera: Advice = {
  title: 'Ma stajniex nużaw il-kamera tiegħek',
  detail: 'Ippermetti lil din il-paġna tuża l-kamera, jew uża apparat li għandu kamera.',
}
const phoneDeclined: Advice = {
  title: 'In-numru tat-telefown tiegħek ma ġiex ikkonfermat',
  detail: 'Erġa’ pprova u daħħal il-kodiċi li nibagħtulek.',
}

export const messages: RestTexts = {
  attempts_left: 'Tentattivi li fadal: {count}',
  processing_long: {
    title: 'Għadna qed niċċekkjaw…',
    detail: 'Tista’ titlaq minn din il-paġna. Ir-riżultat ikun hawn meta terġa’ lura.',
  },
  open: { title: 'Kompli fit-tieqa li nfetħet' },
  requires_input: {
    title: 'Ma stajniex nivverifikaw l-identità tiegħek',
    detail: 'Erġa’ pprova jew uża dokument ieħor.',
  },
  taken_back: {
    title: 'Din il-verifika trid issir mill-ġdid',
    detail: 'Il-verifika ta’ qabel m’għadhiex valida. Jekk jogħġbok ivverifika l-identità tiegħek mill-ġdid.',
  },
  canceled: {
    title: 'Din il-verifika ġiet ikkanċellata',
    detail: 'Tista’ tibda waħda ġdida meta trid.',
  },
  redacted: {
    title: 'L-informazzjoni tal-verifika tiegħek tħassret',
    detail: 'Tista’ tivverifika l-identità tiegħek mill-ġdid meta trid.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Ma qbiltx mal-verifika',
    detail: 'Erġa’ pprova biex taqbel, jew ikkuntattjana għal mod ieħor.',
  },
  country_not_supported: {
    title: 'Il-verifika mhix disponibbli f’pajjiżek',
    detail: 'Ikkuntattjana għal mod ieħor.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Id-dokument tiegħek skada',
    detail: 'Uża wieħed li għadu validu.',
  },
  document_type_not_supported: {
    title: 'Ma naċċettawx dan it-tip ta’ dokument',
    detail: 'Erġa’ pprova b’wieħed mid-dokumenti aċċettati.',
  },
  document_unverified_other: {
    title: 'Ma stajniex nivverifikaw id-dokument tiegħek',
    detail: 'Ħu r-ritratt f’dawl tajjeb bl-erbat itruf jidhru.',
  },
  email_unverified_other: {
    title: 'Ma stajniex nivverifikaw l-indirizz tal-email tiegħek',
    detail: 'Iċċekkja l-indirizz u daħħal il-kodiċi li nibagħtulek.',
  },
  email_verification_declined: {
    title: 'L-indirizz tal-email tiegħek ma ġiex ikkonfermat',
    detail: 'Erġa’ pprova u daħħal il-kodiċi li nibagħtulek.',
  },
  id_number_insufficient_document_data: {
    title: 'Id-dokument tiegħek m’għandux biżżejjed dettalji biex niċċekkjaw in-numru tal-identità',
    detail: 'Uża wieħed li juri ismek sħiħ u d-data tat-twelid tiegħek.',
  },
  id_number_mismatch: {
    title: 'In-numru tal-identità ma jaqbilx mad-dettalji tiegħek',
    detail: 'Iċċekkja n-numru, ismek u d-data tat-twelid, imbagħad erġa’ pprova.',
  },
  id_number_unverified_other: {
    title: 'Ma stajniex nivverifikaw in-numru tal-identità tiegħek',
    detail: 'Iċċekkja n-numru, imbagħad erġa’ pprova.',
  },
  phone_unverified_other: {
    title: 'Ma stajniex nivverifikaw in-numru tat-telefown tiegħek',
    detail: 'Iċċekkja n-numru u daħħal il-kodiċi li nibagħtulek.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Id-dokument tiegħek m’għandux ritratt tiegħek',
    detail: 'Uża dokument bir-ritratt.',
  },
  selfie_face_mismatch: {
    title: 'Is-selfie tiegħek ma taqbilx mar-ritratt fuq id-dokument',
    detail: 'Ħu selfie ġdida u uża dokument tiegħek.',
  },
  selfie_manipulated: {
    title: 'Is-selfie tiegħek tidher editjata',
    detail: 'Ħu waħda ġdida bil-kamera, mingħajr filtri.',
  },
  selfie_unverified_other: {
    title: 'Ma stajniex nivverifikaw is-selfie tiegħek',
    detail: 'Ħudha f’dawl tajjeb b’wiċċek kollu jidher.',
  },
  under_supported_age: {
    title: 'Għadek taħt l-età minima',
    detail: 'Ikkuntattjana għal mod ieħor.',
  },

  offline: {
    title: 'M’hemmx konnessjoni mal-internet',
    detail: 'Ikkonnettja mal-internet, imbagħad erġa’ pprova.',
  },
  network_error: {
    title: 'Ma stajniex nikkonnettjaw',
    detail: 'Iċċekkja l-konnessjoni tal-internet tiegħek, imbagħad erġa’ pprova.',
  },
  unauthenticated: {
    title: 'Trid tidħol fil-kont tiegħek',
    detail: 'Idħol, imbagħad erġa’ pprova.',
  },
  identity_verification_required: {
    title: 'L-ewwel ivverifika l-identità tiegħek',
    detail: 'Wara tkun tista’ tkompli.',
  },
  attempts_exhausted: {
    title: 'Ma fadallekx tentattivi',
    detail: 'Ikkuntattjana għal mod ieħor.',
  },
  rate_limited: {
    title: 'Wisq tentattivi f’ħin qasir',
    detail: 'Erġa’ pprova wara minuta.',
  },
  user_limit_reached: {
    title: 'Ilħaqt il-limitu tal-lum',
    detail: 'Erġa’ pprova għada.',
  },
  daily_limit_reached: {
    title: 'Illum ma jistgħux isiru aktar verifiki',
    detail: 'Erġa’ pprova għada.',
  },
  not_found: {
    title: 'Ma sibniex il-verifika tiegħek',
    detail: 'Erġa’ għabbi l-paġna u erġa’ pprova.',
  },
  not_cancelable: {
    title: 'Din il-verifika bħalissa ma tistax tiġi kkanċellata',
    detail: 'Erġa’ għabbi l-paġna biex tara x’inhu l-istat tagħha.',
  },
  invalid_state: {
    title: 'Bħalissa dan mhux possibbli',
    detail: 'Erġa’ għabbi l-paġna biex tara l-istat tal-verifika tiegħek.',
  },
  modal_already_open: {
    title: 'Diġà hemm verifika oħra miftuħa',
    detail: 'L-ewwel lesti dik.',
  },
  stripe_load_failed: {
    title: 'Il-verifika ma tgħabbietx',
    detail: 'Itfi l-imblokkaturi tar-reklami għal din il-paġna, imbagħad erġa’ pprova.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Xi ħaġa marret ħażin',
    detail: 'Erġa’ pprova wara minuta.',
  },
  setup: {
    title: 'Il-verifika mhix ikkonfigurata fuq din il-paġna',
    detail: 'Ikkuntattjana għal mod ieħor.',
  },
}
