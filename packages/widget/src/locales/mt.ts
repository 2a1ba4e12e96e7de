import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Ivverifika l-identità tiegħek',
  retry: 'Erġa’ pprova',
  idle: {
    title: 'Kontroll tal-identità',
    detail: 'Teħtieġ dokument tal-identità, kamera u madwar żewġ minuti.',
  },
  privacy: 'Il-kontroll isir minn Stripe.',
  starting: { title: 'Mument …' },
  processing: { title: 'Qed isir il-kontroll …', detail: 'Rari jdum aktar minn minuta.' },
  processing_long: { title: 'Qed isir il-kontroll …', detail: 'Rari jdum aktar minn minuta.' },
  verified: { title: 'L-identità tiegħek ġiet ivverifikata' },
  unavailable: { title: 'Xi ħaġa marret ħażin', detail: 'Iċċekkja n-netwerk, imbagħad erġa’ pprova.' },
}
