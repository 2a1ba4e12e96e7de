import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Ivverifika l-identità tiegħi',
  retry: 'Erġa’ pprova',
  idle: {
    title: 'Verifika tal-identità',
    detail: 'Għandek bżonn dokument uffiċjali tal-identità, kamera u madwar żewġ minuti.',
  },
  privacy: 'Stripe tiġbor id-dokument u r-ritratti tiegħek u taqsam ir-riżultati magħna.',
  starting: { title: 'Mument…' },
  processing: {
    title: 'Qed niċċekkjaw id-dettalji tiegħek…',
    detail: 'Ġeneralment dan jieħu inqas minn minuta.',
  },
  verified: { title: 'L-identità tiegħek hija vverifikata' },
  unavailable: {
    title: 'Il-verifika bħalissa mhix disponibbli',
    detail: 'Iċċekkja l-konnessjoni tiegħek, imbagħad erġa’ għabbi l-paġna.',
  },
}
