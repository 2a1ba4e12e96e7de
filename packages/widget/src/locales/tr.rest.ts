import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Kalan deneme: {count}',
  open: { title: 'Açılan pencerede devam edin' },
  requires_input: {
    title: 'Kimliğiniz kontrol edilemedi',
    detail: 'Yeniden deneyin veya başka bir belge kullanın.',
  },
  taken_back: { title: 'Kimliğiniz kontrol edilemedi', detail: 'Hazır olduğunuzda yeniden başlayın.' },
  canceled: { title: 'Bu kontrol iptal edildi', detail: 'Hazır olduğunuzda yeniden başlayın.' },
  redacted: { title: 'Verileriniz silindi', detail: 'Hazır olduğunuzda yeniden başlayın.' },
  abandoned: { title: 'Henüz bitirmediniz', detail: 'Hazır olduğunuzda yeniden deneyin.' },
  consent_declined: {
    title: 'Kontrolü kabul etmediniz',
    detail: 'Kabul etmek için yeniden deneyin veya bizden başka bir yol isteyin.',
  },
  country_not_supported: { title: 'Ülkeniz desteklenmiyor', detail: 'Bizden başka bir yol isteyin.' },
  device_not_supported: {
    title: 'Hiçbir kamera kullanılamadı',
    detail: 'Bu sayfanın kamerayı kullanmasına izin verin veya başka bir cihaz kullanın.',
  },
  document_expired: { title: 'Belgenizin süresi dolmuş', detail: 'Başka bir belge kullanın.' },
  document_type_not_supported: { title: 'Belgeniz desteklenmiyor', detail: 'Başka bir belge kullanın.' },
  document_unverified_other: {
    title: 'Belgeniz kontrol edilemedi',
    detail: 'İyi bir ışıkta tüm kenarları gösterin veya başka bir belge kullanın.',
  },
  email_unverified_other: {
    title: 'E-posta adresiniz kontrol edilemedi',
    detail: 'Gönderilen kodu girin veya başka bir adres kullanın.',
  },
  email_verification_declined: {
    title: 'E-posta adresiniz kontrol edilemedi',
    detail: 'Gönderilen kodu girin veya başka bir adres kullanın.',
  },
  id_number_insufficient_document_data: {
    title: 'Kimlik numaranız kontrol edilemedi',
    detail: 'Belgenizdeki gibi girin veya başka bir belge kullanın.',
  },
  id_number_mismatch: {
    title: 'Kimlik numaranız kontrol edilemedi',
    detail: 'Belgenizdeki gibi girin veya başka bir belge kullanın.',
  },
  id_number_unverified_other: {
    title: 'Kimlik numaranız kontrol edilemedi',
    detail: 'Belgenizdeki gibi girin veya başka bir belge kullanın.',
  },
  phone_unverified_other: {
    title: 'Telefon numaranız kontrol edilemedi',
    detail: 'Gönderilen kodu girin veya başka bir numara kullanın.',
  },
  phone_verification_declined: {
    title: 'Telefon numaranız kontrol edilemedi',
    detail: 'Gönderilen kodu girin veya başka bir numara kullanın.',
  },
  phone_otp_declined: {
    title: 'Telefon numaranız kontrol edilemedi',
    detail: 'Gönderilen kodu girin veya başka bir numara kullanın.',
  },
  selfie_document_missing_photo: {
    title: 'Belgenizde fotoğrafınız yok',
    detail: 'Başka bir belge kullanın.',
  },
  selfie_face_mismatch: {
    title: 'Selfieniz kontrol edilemedi',
    detail: 'İyi bir ışıkta yüzünüzün tamamını gösterin.',
  },
  selfie_manipulated: {
    title: 'Selfieniz kontrol edilemedi',
    detail: 'İyi bir ışıkta yüzünüzün tamamını gösterin.',
  },
  selfie_unverified_other: {
    title: 'Selfieniz kontrol edilemedi',
    detail: 'İyi bir ışıkta yüzünüzün tamamını gösterin.',
  },
  under_supported_age: { title: 'Yaşınız yeterli değil', detail: 'Bizden başka bir yol isteyin.' },
  offline: { title: 'Bağlantı yok', detail: 'Ağınızı kontrol edin ve yeniden deneyin.' },
  network_error: { title: 'Bağlantı yok', detail: 'Ağınızı kontrol edin ve yeniden deneyin.' },
  unauthenticated: { title: 'Oturum açmadınız', detail: 'Oturum açın ve yeniden deneyin.' },
  identity_verification_required: {
    title: 'Henüz bitirmediniz',
    detail: 'Hazır olduğunuzda yeniden deneyin.',
  },
  attempts_exhausted: { title: 'Deneme hakkınız kalmadı', detail: 'Bizden başka bir yol isteyin.' },
  rate_limited: { title: 'Çok sık denendi', detail: 'Bir dakika sonra yeniden deneyin.' },
  user_limit_reached: { title: 'Bugün başka kontrol yapılamıyor', detail: 'Yarın yeniden deneyin.' },
  daily_limit_reached: { title: 'Bugün başka kontrol yapılamıyor', detail: 'Yarın yeniden deneyin.' },
  not_found: { title: 'Bu şu anda mümkün değil', detail: 'Sayfayı yeniden yükleyin.' },
  not_cancelable: { title: 'Bu şu anda mümkün değil', detail: 'Sayfayı yeniden yükleyin.' },
  invalid_state: { title: 'Bu şu anda mümkün değil', detail: 'Sayfayı yeniden yükleyin.' },
  modal_already_open: { title: 'Zaten açık bir kontrol var', detail: 'Önce onu bitirin.' },
  stripe_load_failed: { title: 'Kontrol yüklenemedi', detail: 'Engelleyicileri kapatın ve yeniden deneyin.' },
  device_unsupported: {
    title: 'Hiçbir kamera kullanılamadı',
    detail: 'Bu sayfanın kamerayı kullanmasına izin verin veya başka bir cihaz kullanın.',
  },
  aborted: { title: 'Henüz bitirmediniz', detail: 'Hazır olduğunuzda yeniden deneyin.' },
  server_error: { title: 'Bir şeyler ters gitti', detail: 'Bir dakika sonra yeniden deneyin.' },
  bad_response: { title: 'Bir şeyler ters gitti', detail: 'Bir dakika sonra yeniden deneyin.' },
  stripe_rejected: { title: 'Bir şeyler ters gitti', detail: 'Bir dakika sonra yeniden deneyin.' },
  stripe_error: { title: 'Bir şeyler ters gitti', detail: 'Bir dakika sonra yeniden deneyin.' },
  stripe_unavailable: { title: 'Bir şeyler ters gitti', detail: 'Bir dakika sonra yeniden deneyin.' },
  store_unavailable: { title: 'Bir şeyler ters gitti', detail: 'Bir dakika sonra yeniden deneyin.' },
  setup: { title: 'Bu sayfa ayarlanmamış', detail: 'Bizden başka bir yol isteyin.' },
}
