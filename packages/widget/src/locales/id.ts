import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Verifikasi identitas Anda',
  retry: 'Coba lagi',
  left: 'Sisa percobaan: ',
  idle: 'Pemeriksaan identitas|Anda memerlukan dokumen identitas, kamera, dan sekitar dua menit. Pemeriksaan dilakukan oleh Stripe.',
  starting: 'Sebentar …',
  open: 'Lanjutkan di jendela yang terbuka',
  processing: 'Sedang diperiksa …|Ini jarang lebih dari satu menit.',
  verified: 'Identitas Anda terverifikasi',
  requires_input: 'Identitas Anda tidak dapat diperiksa|Coba lagi, atau gunakan dokumen lain.',
  canceled: 'Pemeriksaan ini dibatalkan|Mulai lagi jika Anda siap.',
  redacted: 'Data Anda telah dihapus|Mulai lagi jika Anda siap.',
  'abandoned|aborted|identity': 'Anda belum selesai|Coba lagi jika Anda siap.',
  consent:
    'Anda tidak menyetujui pemeriksaan|Coba lagi untuk menyetujui, atau tanyakan cara lain kepada kami.',
  country: 'Negara Anda tidak didukung|Tanyakan cara lain kepada kami.',
  device:
    'Tidak ada kamera yang dapat dipakai|Izinkan halaman ini memakai kamera, atau gunakan perangkat lain.',
  document_expired: 'Dokumen Anda kedaluwarsa|Gunakan dokumen lain.',
  document_type: 'Dokumen Anda tidak didukung|Gunakan dokumen lain.',
  document:
    'Dokumen Anda tidak dapat diperiksa|Gunakan cahaya yang baik dan perlihatkan semua tepinya, atau gunakan dokumen lain.',
  email: 'Alamat email Anda tidak dapat diperiksa|Masukkan kode yang dikirim, atau gunakan alamat lain.',
  phone: 'Nomor telepon Anda tidak dapat diperiksa|Masukkan kode yang dikirim, atau gunakan nomor lain.',
  id_number:
    'Nomor identitas Anda tidak dapat diperiksa|Masukkan seperti pada dokumen, atau gunakan dokumen lain.',
  selfie_document: 'Dokumen Anda tidak memuat foto Anda|Gunakan dokumen lain.',
  selfie: 'Swafoto Anda tidak dapat diperiksa|Gunakan cahaya yang baik dan perlihatkan seluruh wajah.',
  under: 'Usia Anda belum cukup|Tanyakan cara lain kepada kami.',
  unauthenticated: 'Anda belum masuk|Masuk, lalu coba lagi.',
  attempts: 'Percobaan Anda sudah habis|Tanyakan cara lain kepada kami.',
  'not_|invalid_s': 'Ini tidak mungkin sekarang|Muat ulang halaman.',
  rate_limited: 'Terlalu sering mencoba|Coba lagi dalam satu menit.',
  'user|daily': 'Hari ini tidak bisa memeriksa lagi|Coba lagi besok.',
  network: 'Tidak ada koneksi|Periksa jaringan Anda, lalu coba lagi.',
  stripe_load: 'Pemeriksaan tidak dapat dimuat|Matikan pemblokir, lalu coba lagi.',
  'server|store|stripe|bad': 'Terjadi kesalahan|Coba lagi dalam satu menit.',
  modal: 'Sudah ada pemeriksaan yang terbuka|Selesaikan itu dahulu.',
  setup: 'Halaman ini belum disiapkan|Tanyakan cara lain kepada kami.',
}
