import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Anda belum menyelesaikan pengesahan',
  detail: 'Sambung dari tempat anda berhenti apabila anda bersedia.',
}
const noCamera: Advice = {
  title: 'Kami tidak dapat menggunakan kamera anda',
  detail: 'Benarkan halaman ini mengakses kamera, atau gunakan peranti yang mempunyai kamera.',
}
const phoneDeclined: Advice = {
  title: 'Anda belum mengesahkan nombor telefon anda',
  detail: 'Cuba lagi dan masukkan kod yang kami hantar.',
}

export const messages: RestTexts = {
  attempts_left: 'Baki percubaan: {count}',
  processing_long: {
    title: 'Masih menyemak…',
    detail: 'Anda boleh meninggalkan halaman ini. Keputusannya ada di sini apabila anda kembali.',
  },
  open: { title: 'Teruskan dalam tetingkap yang dibuka' },
  requires_input: {
    title: 'Kami tidak dapat mengesahkan identiti anda',
    detail: 'Cuba lagi, atau gunakan dokumen lain.',
  },
  taken_back: {
    title: 'Pengesahan ini perlu diulang',
    detail: 'Pengesahan anda yang terdahulu tidak sah lagi. Sila sahkan identiti anda sekali lagi.',
  },
  canceled: {
    title: 'Pengesahan ini telah dibatalkan',
    detail: 'Anda boleh memulakan yang baharu pada bila-bila masa.',
  },
  redacted: {
    title: 'Data pengesahan anda telah dipadamkan',
    detail: 'Anda boleh mengesahkan identiti sekali lagi pada bila-bila masa.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Anda tidak bersetuju dengan pengesahan',
    detail: 'Cuba lagi untuk bersetuju, atau hubungi kami untuk cara pengesahan lain.',
  },
  country_not_supported: {
    title: 'Pengesahan tidak tersedia di negara anda',
    detail: 'Hubungi kami untuk cara pengesahan lain.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Dokumen anda telah tamat tempoh',
    detail: 'Gunakan dokumen yang masih sah.',
  },
  document_type_not_supported: {
    title: 'Kami tidak dapat menerima jenis dokumen ini',
    detail: 'Cuba lagi dengan salah satu dokumen yang diterima.',
  },
  document_unverified_other: {
    title: 'Kami tidak dapat mengesahkan dokumen anda',
    detail: 'Ambil foto di tempat terang dengan keempat-empat tepi kelihatan.',
  },
  email_unverified_other: {
    title: 'Kami tidak dapat mengesahkan alamat e-mel anda',
    detail: 'Semak alamatnya dan masukkan kod yang kami hantar.',
  },
  email_verification_declined: {
    title: 'Anda belum mengesahkan alamat e-mel anda',
    detail: 'Cuba lagi dan masukkan kod yang kami hantar.',
  },
  id_number_insufficient_document_data: {
    title: 'Butiran pada dokumen anda tidak mencukupi untuk menyemak nombor ID',
    detail: 'Gunakan dokumen yang memaparkan nama penuh dan tarikh lahir anda.',
  },
  id_number_mismatch: {
    title: 'Nombor ID tidak sepadan dengan butiran anda',
    detail: 'Semak nombor, nama dan tarikh lahir anda, kemudian cuba lagi.',
  },
  id_number_unverified_other: {
    title: 'Kami tidak dapat mengesahkan nombor ID anda',
    detail: 'Semak nombor itu, kemudian cuba lagi.',
  },
  phone_unverified_other: {
    title: 'Kami tidak dapat mengesahkan nombor telefon anda',
    detail: 'Semak nombor itu dan masukkan kod yang kami hantar.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Tiada foto anda pada dokumen anda',
    detail: 'Gunakan dokumen yang mempunyai foto.',
  },
  selfie_face_mismatch: {
    title: 'Swafoto anda tidak sepadan dengan foto pada dokumen',
    detail: 'Ambil swafoto baharu dan gunakan dokumen anda sendiri.',
  },
  selfie_manipulated: {
    title: 'Swafoto anda kelihatan telah disunting',
    detail: 'Ambil yang baharu dengan kamera, tanpa penapis.',
  },
  selfie_unverified_other: {
    title: 'Kami tidak dapat mengesahkan swafoto anda',
    detail: 'Ambil swafoto di tempat terang dengan seluruh wajah kelihatan.',
  },
  under_supported_age: {
    title: 'Anda belum mencapai umur minimum',
    detail: 'Hubungi kami untuk cara pengesahan lain.',
  },

  offline: {
    title: 'Anda di luar talian',
    detail: 'Sambung ke internet, kemudian cuba lagi.',
  },
  network_error: {
    title: 'Kami tidak dapat menyambung',
    detail: 'Semak sambungan internet anda, kemudian cuba lagi.',
  },
  unauthenticated: {
    title: 'Anda belum log masuk',
    detail: 'Log masuk, kemudian cuba lagi.',
  },
  identity_verification_required: {
    title: 'Sila sahkan identiti anda dahulu',
    detail: 'Selepas itu anda boleh meneruskan.',
  },
  attempts_exhausted: {
    title: 'Percubaan anda telah habis',
    detail: 'Hubungi kami untuk cara pengesahan lain.',
  },
  rate_limited: {
    title: 'Terlalu banyak percubaan dalam masa singkat',
    detail: 'Cuba lagi selepas satu minit.',
  },
  user_limit_reached: {
    title: 'Anda telah mencapai had hari ini',
    detail: 'Cuba lagi esok.',
  },
  daily_limit_reached: {
    title: 'Tiada lagi pengesahan boleh dibuat hari ini',
    detail: 'Cuba lagi esok.',
  },
  not_found: {
    title: 'Kami tidak menemui pengesahan anda',
    detail: 'Muat semula halaman, kemudian cuba lagi.',
  },
  not_cancelable: {
    title: 'Pengesahan ini tidak boleh dibatalkan sekarang',
    detail: 'Muat semula halaman untuk melihat status pengesahan.',
  },
  invalid_state: {
    title: 'Perkara itu tidak dapat dilakukan sekarang',
    detail: 'Muat semula halaman untuk melihat status pengesahan anda.',
  },
  modal_already_open: {
    title: 'Satu pengesahan lain sudah dibuka',
    detail: 'Selesaikan yang itu dahulu.',
  },
  stripe_load_failed: {
    title: 'Pengesahan tidak dapat dimuatkan',
    detail: 'Matikan penyekat iklan untuk halaman ini, kemudian cuba lagi.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Ada sesuatu yang tidak kena',
    detail: 'Cuba lagi selepas satu minit.',
  },
  setup: {
    title: 'Pengesahan belum disediakan pada halaman ini',
    detail: 'Hubungi kami untuk cara pengesahan lain.',
  },
}
