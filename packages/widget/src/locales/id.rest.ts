import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Sisa percobaan: {count}',
  open: { title: 'Lanjutkan di jendela yang terbuka' },
  requires_input: {
    title: 'Identitas Anda tidak dapat diperiksa',
    detail: 'Coba lagi, atau gunakan dokumen lain.',
  },
  taken_back: { title: 'Identitas Anda tidak dapat diperiksa', detail: 'Mulai lagi jika Anda siap.' },
  canceled: { title: 'Pemeriksaan ini dibatalkan', detail: 'Mulai lagi jika Anda siap.' },
  redacted: { title: 'Data Anda telah dihapus', detail: 'Mulai lagi jika Anda siap.' },
  abandoned: { title: 'Anda belum selesai', detail: 'Coba lagi jika Anda siap.' },
  consent_declined: {
    title: 'Anda tidak menyetujui pemeriksaan',
    detail: 'Coba lagi untuk menyetujui, atau tanyakan cara lain kepada kami.',
  },
  country_not_supported: { title: 'Negara Anda tidak didukung', detail: 'Tanyakan cara lain kepada kami.' },
  device_not_supported: {
    title: 'Tidak ada kamera yang dapat dipakai',
    detail: 'Izinkan halaman ini memakai kamera, atau gunakan perangkat lain.',
  },
  document_expired: { title: 'Dokumen Anda kedaluwarsa', detail: 'Gunakan dokumen lain.' },
  document_type_not_supported: { title: 'Dokumen Anda tidak didukung', detail: 'Gunakan dokumen lain.' },
  document_unverified_other: {
    title: 'Dokumen Anda tidak dapat diperiksa',
    detail: 'Gunakan cahaya yang baik dan perlihatkan semua tepinya, atau gunakan dokumen lain.',
  },
  email_unverified_other: {
    title: 'Alamat email Anda tidak dapat diperiksa',
    detail: 'Masukkan kode yang dikirim, atau gunakan alamat lain.',
  },
  email_verification_declined: {
    title: 'Alamat email Anda tidak dapat diperiksa',
    detail: 'Masukkan kode yang dikirim, atau gunakan alamat lain.',
  },
  id_number_insufficient_document_data: {
    title: 'Nomor identitas Anda tidak dapat diperiksa',
    detail: 'Masukkan seperti pada dokumen, atau gunakan dokumen lain.',
  },
  id_number_mismatch: {
    title: 'Nomor identitas Anda tidak dapat diperiksa',
    detail: 'Masukkan seperti pada dokumen, atau gunakan dokumen lain.',
  },
  id_number_unverified_other: {
    title: 'Nomor identitas Anda tidak dapat diperiksa',
    detail: 'Masukkan seperti pada dokumen, atau gunakan dokumen lain.',
  },
  phone_unverified_other: {
    title: 'Nomor telepon Anda tidak dapat diperiksa',
    detail: 'Masukkan kode yang dikirim, atau gunakan nomor lain.',
  },
  phone_verification_declined: {
    title: 'Nomor telepon Anda tidak dapat diperiksa',
    detail: 'Masukkan kode yang dikirim, atau gunakan nomor lain.',
  },
  phone_otp_declined: {
    title: 'Nomor telepon Anda tidak dapat diperiksa',
    detail: 'Masukkan kode yang dikirim, atau gunakan nomor lain.',
  },
  selfie_document_missing_photo: {
    title: 'Dokumen Anda tidak memuat foto Anda',
    detail: 'Gunakan dokumen lain.',
  },
  selfie_face_mismatch: {
    title: 'Swafoto Anda tidak dapat diperiksa',
    detail: 'Gunakan cahaya yang baik dan perlihatkan seluruh wajah.',
  },
  selfie_manipulated: {
    title: 'Swafoto Anda tidak dapat diperiksa',
    detail: 'Gunakan cahaya yang baik dan perlihatkan seluruh wajah.',
  },
  selfie_unverified_other: {
    title: 'Swafoto Anda tidak dapat diperiksa',
    detail: 'Gunakan cahaya yang baik dan perlihatkan seluruh wajah.',
  },
  under_supported_age: { title: 'Usia Anda belum cukup', detail: 'Tanyakan cara lain kepada kami.' },
  offline: { title: 'Tidak ada koneksi', detail: 'Periksa jaringan Anda, lalu coba lagi.' },
  network_error: { title: 'Tidak ada koneksi', detail: 'Periksa jaringan Anda, lalu coba lagi.' },
  unauthenticated: { title: 'Anda belum masuk', detail: 'Masuk, lalu coba lagi.' },
  identity_verification_required: { title: 'Anda belum selesai', detail: 'Coba lagi jika Anda siap.' },
  attempts_exhausted: { title: 'Percobaan Anda sudah habis', detail: 'Tanyakan cara lain kepada kami.' },
  rate_limited: { title: 'Terlalu sering mencoba', detail: 'Coba lagi dalam satu menit.' },
  user_limit_reached: { title: 'Hari ini tidak bisa memeriksa lagi', detail: 'Coba lagi besok.' },
  daily_limit_reached: { title: 'Hari ini tidak bisa memeriksa lagi', detail: 'Coba lagi besok.' },
  not_found: { title: 'Ini tidak mungkin sekarang', detail: 'Muat ulang halaman.' },
  not_cancelable: { title: 'Ini tidak mungkin sekarang', detail: 'Muat ulang halaman.' },
  invalid_state: { title: 'Ini tidak mungkin sekarang', detail: 'Muat ulang halaman.' },
  modal_already_open: { title: 'Sudah ada pemeriksaan yang terbuka', detail: 'Selesaikan itu dahulu.' },
  stripe_load_failed: {
    title: 'Pemeriksaan tidak dapat dimuat',
    detail: 'Matikan pemblokir, lalu coba lagi.',
  },
  device_unsupported: {
    title: 'Tidak ada kamera yang dapat dipakai',
    detail: 'Izinkan halaman ini memakai kamera, atau gunakan perangkat lain.',
  },
  aborted: { title: 'Anda belum selesai', detail: 'Coba lagi jika Anda siap.' },
  server_error: { title: 'Terjadi kesalahan', detail: 'Coba lagi dalam satu menit.' },
  bad_response: { title: 'Terjadi kesalahan', detail: 'Coba lagi dalam satu menit.' },
  stripe_rejected: { title: 'Terjadi kesalahan', detail: 'Coba lagi dalam satu menit.' },
  stripe_error: { title: 'Terjadi kesalahan', detail: 'Coba lagi dalam satu menit.' },
  stripe_unavailable: { title: 'Terjadi kesalahan', detail: 'Coba lagi dalam satu menit.' },
  store_unavailable: { title: 'Terjadi kesalahan', detail: 'Coba lagi dalam satu menit.' },
  setup: { title: 'Halaman ini belum disiapkan', detail: 'Tanyakan cara lain kepada kami.' },
}
