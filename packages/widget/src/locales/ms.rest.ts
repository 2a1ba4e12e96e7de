import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Baki percubaan: {count}',
  open: { title: 'Teruskan dalam tetingkap yang terbuka' },
  requires_input: {
    title: 'Identiti anda tidak dapat disemak',
    detail: 'Cuba lagi, atau gunakan dokumen yang lain.',
  },
  taken_back: { title: 'Identiti anda tidak dapat disemak', detail: 'Mula semula apabila anda bersedia.' },
  canceled: { title: 'Semakan ini telah dibatalkan', detail: 'Mula semula apabila anda bersedia.' },
  redacted: { title: 'Data anda telah dipadam', detail: 'Mula semula apabila anda bersedia.' },
  abandoned: { title: 'Anda belum selesai', detail: 'Cuba lagi apabila anda bersedia.' },
  consent_declined: {
    title: 'Anda tidak bersetuju dengan semakan',
    detail: 'Cuba lagi untuk bersetuju, atau tanya kami cara lain.',
  },
  country_not_supported: { title: 'Negara anda tidak disokong', detail: 'Tanya kami cara lain.' },
  device_not_supported: {
    title: 'Tiada kamera yang boleh digunakan',
    detail: 'Benarkan halaman ini menggunakan kamera, atau gunakan peranti lain.',
  },
  document_expired: { title: 'Dokumen anda telah tamat tempoh', detail: 'Gunakan dokumen yang lain.' },
  document_type_not_supported: { title: 'Dokumen anda tidak disokong', detail: 'Gunakan dokumen yang lain.' },
  document_unverified_other: {
    title: 'Dokumen anda tidak dapat disemak',
    detail: 'Gunakan cahaya yang baik dan tunjukkan semua tepi, atau gunakan dokumen yang lain.',
  },
  email_unverified_other: {
    title: 'Alamat e-mel anda tidak dapat disemak',
    detail: 'Masukkan kod yang dihantar, atau gunakan alamat lain.',
  },
  email_verification_declined: {
    title: 'Alamat e-mel anda tidak dapat disemak',
    detail: 'Masukkan kod yang dihantar, atau gunakan alamat lain.',
  },
  id_number_insufficient_document_data: {
    title: 'Nombor pengenalan anda tidak dapat disemak',
    detail: 'Masukkan seperti dalam dokumen, atau gunakan dokumen yang lain.',
  },
  id_number_mismatch: {
    title: 'Nombor pengenalan anda tidak dapat disemak',
    detail: 'Masukkan seperti dalam dokumen, atau gunakan dokumen yang lain.',
  },
  id_number_unverified_other: {
    title: 'Nombor pengenalan anda tidak dapat disemak',
    detail: 'Masukkan seperti dalam dokumen, atau gunakan dokumen yang lain.',
  },
  phone_unverified_other: {
    title: 'Nombor telefon anda tidak dapat disemak',
    detail: 'Masukkan kod yang dihantar, atau gunakan nombor lain.',
  },
  phone_verification_declined: {
    title: 'Nombor telefon anda tidak dapat disemak',
    detail: 'Masukkan kod yang dihantar, atau gunakan nombor lain.',
  },
  phone_otp_declined: {
    title: 'Nombor telefon anda tidak dapat disemak',
    detail: 'Masukkan kod yang dihantar, atau gunakan nombor lain.',
  },
  selfie_document_missing_photo: {
    title: 'Dokumen anda tiada foto anda',
    detail: 'Gunakan dokumen yang lain.',
  },
  selfie_face_mismatch: {
    title: 'Swafoto anda tidak dapat disemak',
    detail: 'Gunakan cahaya yang baik dan tunjukkan seluruh muka.',
  },
  selfie_manipulated: {
    title: 'Swafoto anda tidak dapat disemak',
    detail: 'Gunakan cahaya yang baik dan tunjukkan seluruh muka.',
  },
  selfie_unverified_other: {
    title: 'Swafoto anda tidak dapat disemak',
    detail: 'Gunakan cahaya yang baik dan tunjukkan seluruh muka.',
  },
  under_supported_age: { title: 'Anda belum cukup umur', detail: 'Tanya kami cara lain.' },
  offline: { title: 'Tiada sambungan', detail: 'Semak rangkaian anda, kemudian cuba lagi.' },
  network_error: { title: 'Tiada sambungan', detail: 'Semak rangkaian anda, kemudian cuba lagi.' },
  unauthenticated: { title: 'Anda belum log masuk', detail: 'Log masuk, kemudian cuba lagi.' },
  identity_verification_required: { title: 'Anda belum selesai', detail: 'Cuba lagi apabila anda bersedia.' },
  attempts_exhausted: { title: 'Percubaan anda telah habis', detail: 'Tanya kami cara lain.' },
  rate_limited: { title: 'Terlalu kerap mencuba', detail: 'Cuba lagi selepas seminit.' },
  user_limit_reached: { title: 'Tiada lagi semakan hari ini', detail: 'Cuba lagi esok.' },
  daily_limit_reached: { title: 'Tiada lagi semakan hari ini', detail: 'Cuba lagi esok.' },
  not_found: { title: 'Ini tidak boleh dibuat sekarang', detail: 'Muat semula halaman.' },
  not_cancelable: { title: 'Ini tidak boleh dibuat sekarang', detail: 'Muat semula halaman.' },
  invalid_state: { title: 'Ini tidak boleh dibuat sekarang', detail: 'Muat semula halaman.' },
  modal_already_open: { title: 'Satu semakan sudah terbuka', detail: 'Selesaikannya dahulu.' },
  stripe_load_failed: {
    title: 'Semakan tidak dapat dimuatkan',
    detail: 'Matikan penyekat, kemudian cuba lagi.',
  },
  device_unsupported: {
    title: 'Tiada kamera yang boleh digunakan',
    detail: 'Benarkan halaman ini menggunakan kamera, atau gunakan peranti lain.',
  },
  aborted: { title: 'Anda belum selesai', detail: 'Cuba lagi apabila anda bersedia.' },
  server_error: { title: 'Sesuatu telah silap', detail: 'Cuba lagi selepas seminit.' },
  bad_response: { title: 'Sesuatu telah silap', detail: 'Cuba lagi selepas seminit.' },
  stripe_rejected: { title: 'Sesuatu telah silap', detail: 'Cuba lagi selepas seminit.' },
  stripe_error: { title: 'Sesuatu telah silap', detail: 'Cuba lagi selepas seminit.' },
  stripe_unavailable: { title: 'Sesuatu telah silap', detail: 'Cuba lagi selepas seminit.' },
  store_unavailable: { title: 'Sesuatu telah silap', detail: 'Cuba lagi selepas seminit.' },
  setup: { title: 'Halaman ini belum disediakan', detail: 'Tanya kami cara lain.' },
}
