import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Sahkan identiti saya',
  retry: 'Cuba lagi',
  idle: {
    title: 'Pengesahan identiti',
    detail: 'Anda memerlukan dokumen pengenalan rasmi, kamera dan kira-kira dua minit.',
  },
  privacy: 'Stripe mengumpul dokumen dan foto anda serta berkongsi keputusannya dengan kami.',
  starting: { title: 'Sebentar…' },
  processing: {
    title: 'Menyemak butiran anda…',
    detail: 'Ini biasanya mengambil masa kurang daripada seminit.',
  },
  verified: { title: 'Identiti anda telah disahkan' },
  unavailable: {
    title: 'Pengesahan tidak tersedia sekarang',
    detail: 'Semak sambungan anda, kemudian muat semula halaman.',
  },
}
