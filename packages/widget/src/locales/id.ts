import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verifikasi identitas Anda',
  retry: 'Coba lagi',
  idle: {
    title: 'Pemeriksaan identitas',
    detail: 'Anda memerlukan dokumen identitas, kamera, dan sekitar dua menit.',
  },
  privacy: 'Pemeriksaan dilakukan oleh Stripe.',
  starting: { title: 'Sebentar …' },
  processing: { title: 'Sedang diperiksa …', detail: 'Ini jarang lebih dari satu menit.' },
  processing_long: { title: 'Sedang diperiksa …', detail: 'Ini jarang lebih dari satu menit.' },
  verified: { title: 'Identitas Anda terverifikasi' },
  unavailable: { title: 'Terjadi kesalahan', detail: 'Periksa jaringan Anda, lalu coba lagi.' },
}
