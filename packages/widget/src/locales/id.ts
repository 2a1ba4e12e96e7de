import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifikasi identitas saya',
  retry: 'Coba lagi',
  idle: {
    title: 'Verifikasi identitas',
    detail: 'Anda memerlukan tanda pengenal resmi, kamera, dan waktu sekitar dua menit.',
  },
  privacy: 'Stripe mengumpulkan dokumen dan foto Anda, lalu membagikan hasilnya kepada kami.',
  starting: { title: 'Tunggu sebentar…' },
  processing: {
    title: 'Memeriksa data Anda…',
    detail: 'Biasanya kurang dari satu menit.',
  },
  verified: { title: 'Identitas Anda telah diverifikasi' },
  unavailable: {
    title: 'Verifikasi sedang tidak tersedia',
    detail: 'Periksa koneksi Anda, lalu muat ulang halaman.',
  },
}
