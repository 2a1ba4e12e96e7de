import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Anda belum menyelesaikan verifikasi',
  detail: 'Lanjutkan dari langkah terakhir kapan saja Anda siap.',
}
const noCamera: Advice = {
  title: 'Kami tidak dapat menggunakan kamera Anda',
  detail: 'Izinkan halaman ini mengakses kamera, atau gunakan perangkat yang memiliki kamera.',
}
const phoneDeclined: Advice = {
  title: 'Anda belum mengonfirmasi nomor telepon Anda',
  detail: 'Coba lagi, lalu masukkan kode yang kami kirim.',
}

export const messages: RestTexts = {
  attempts_left: 'Sisa percobaan: {count}',
  processing_long: {
    title: 'Masih memeriksa…',
    detail: 'Anda boleh meninggalkan halaman ini. Hasilnya ada di sini saat Anda kembali.',
  },
  open: { title: 'Lanjutkan di jendela yang terbuka' },
  requires_input: {
    title: 'Kami tidak dapat memverifikasi identitas Anda',
    detail: 'Coba lagi, atau gunakan dokumen lain.',
  },
  taken_back: {
    title: 'Verifikasi ini perlu diulang',
    detail: 'Verifikasi Anda sebelumnya tidak berlaku lagi. Silakan verifikasi identitas Anda sekali lagi.',
  },
  canceled: {
    title: 'Verifikasi ini dibatalkan',
    detail: 'Anda dapat memulai yang baru kapan saja.',
  },
  redacted: {
    title: 'Data verifikasi Anda telah dihapus',
    detail: 'Anda dapat memverifikasi identitas lagi kapan saja.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Anda tidak menyetujui verifikasi',
    detail: 'Coba lagi untuk menyetujui, atau hubungi kami untuk cara verifikasi lain.',
  },
  country_not_supported: {
    title: 'Verifikasi tidak tersedia di negara Anda',
    detail: 'Hubungi kami untuk cara verifikasi lain.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Dokumen Anda sudah kedaluwarsa',
    detail: 'Gunakan dokumen yang masih berlaku.',
  },
  document_type_not_supported: {
    title: 'Kami tidak dapat menerima jenis dokumen ini',
    detail: 'Coba lagi dengan salah satu dokumen yang diterima.',
  },
  document_unverified_other: {
    title: 'Kami tidak dapat memverifikasi dokumen Anda',
    detail: 'Ambil foto di tempat terang dengan keempat tepinya terlihat.',
  },
  email_unverified_other: {
    title: 'Kami tidak dapat memverifikasi email Anda',
    detail: 'Periksa alamatnya, lalu masukkan kode yang kami kirim.',
  },
  email_verification_declined: {
    title: 'Anda belum mengonfirmasi email Anda',
    detail: 'Coba lagi, lalu masukkan kode yang kami kirim.',
  },
  id_number_insufficient_document_data: {
    title: 'Data di dokumen Anda tidak cukup untuk memeriksa nomor identifikasi',
    detail: 'Gunakan dokumen yang memuat nama lengkap dan tanggal lahir Anda.',
  },
  id_number_mismatch: {
    title: 'Nomor identifikasi tidak cocok dengan data Anda',
    detail: 'Periksa nomor, nama, dan tanggal lahir Anda, lalu coba lagi.',
  },
  id_number_unverified_other: {
    title: 'Kami tidak dapat memverifikasi nomor identifikasi Anda',
    detail: 'Periksa nomornya, lalu coba lagi.',
  },
  phone_unverified_other: {
    title: 'Kami tidak dapat memverifikasi nomor telepon Anda',
    detail: 'Periksa nomornya, lalu masukkan kode yang kami kirim.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Dokumen Anda tidak memuat foto Anda',
    detail: 'Gunakan dokumen yang berfoto.',
  },
  selfie_face_mismatch: {
    title: 'Swafoto Anda tidak cocok dengan foto di dokumen',
    detail: 'Ambil swafoto baru, dan gunakan dokumen Anda sendiri.',
  },
  selfie_manipulated: {
    title: 'Swafoto Anda tampaknya telah diedit',
    detail: 'Ambil yang baru dengan kamera, tanpa filter.',
  },
  selfie_unverified_other: {
    title: 'Kami tidak dapat memverifikasi swafoto Anda',
    detail: 'Ambil di tempat terang dengan seluruh wajah terlihat.',
  },
  under_supported_age: {
    title: 'Anda belum mencapai usia minimum',
    detail: 'Hubungi kami untuk cara verifikasi lain.',
  },

  offline: {
    title: 'Anda sedang offline',
    detail: 'Sambungkan ke internet, lalu coba lagi.',
  },
  network_error: {
    title: 'Kami tidak dapat terhubung',
    detail: 'Periksa koneksi internet Anda, lalu coba lagi.',
  },
  unauthenticated: {
    title: 'Anda belum masuk',
    detail: 'Masuk ke akun Anda, lalu coba lagi.',
  },
  identity_verification_required: {
    title: 'Silakan verifikasi identitas Anda terlebih dahulu',
    detail: 'Setelah itu Anda dapat melanjutkan.',
  },
  attempts_exhausted: {
    title: 'Kesempatan Anda sudah habis',
    detail: 'Hubungi kami untuk cara verifikasi lain.',
  },
  rate_limited: {
    title: 'Terlalu banyak percobaan dalam waktu singkat',
    detail: 'Coba lagi setelah satu menit.',
  },
  user_limit_reached: {
    title: 'Anda telah mencapai batas hari ini',
    detail: 'Coba lagi besok.',
  },
  daily_limit_reached: {
    title: 'Verifikasi tidak dapat dilakukan lagi hari ini',
    detail: 'Coba lagi besok.',
  },
  not_found: {
    title: 'Kami tidak menemukan verifikasi Anda',
    detail: 'Muat ulang halaman, lalu coba lagi.',
  },
  not_cancelable: {
    title: 'Verifikasi ini tidak dapat dibatalkan sekarang',
    detail: 'Muat ulang halaman untuk melihat status verifikasi ini.',
  },
  invalid_state: {
    title: 'Tindakan itu tidak dapat dilakukan saat ini',
    detail: 'Muat ulang halaman untuk melihat status verifikasi Anda.',
  },
  modal_already_open: {
    title: 'Verifikasi lain sudah terbuka',
    detail: 'Selesaikan verifikasi itu terlebih dahulu.',
  },
  stripe_load_failed: {
    title: 'Verifikasi gagal dimuat',
    detail: 'Matikan pemblokir iklan di halaman ini, lalu coba lagi.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Terjadi kesalahan',
    detail: 'Coba lagi setelah satu menit.',
  },
  setup: {
    title: 'Verifikasi belum disiapkan di halaman ini',
    detail: 'Hubungi kami untuk cara verifikasi lain.',
  },
}
