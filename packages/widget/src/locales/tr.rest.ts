import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Doğrulamayı tamamlamadınız',
  detail: 'İstediğiniz zaman kaldığınız yerden devam edin.',
}
const noCamera: Advice = {
  title: 'Kameranızı kullanamadık',
  detail: 'Bu sayfaya kamera izni verin veya kamerası olan bir cihaz kullanın.',
}
const phoneDeclined: Advice = {
  title: 'Telefon numaranızı doğrulamadınız',
  detail: 'Tekrar deneyin ve size gönderilen kodu girin.',
}

export const messages: RestTexts = {
  attempts_left: 'Kalan deneme: {count}',
  processing_long: {
    title: 'Kontrol devam ediyor…',
    detail: 'Bu sayfadan ayrılabilirsiniz. Döndüğünüzde sonuç burada olacak.',
  },
  open: { title: 'Açılan pencerede devam edin' },
  requires_input: {
    title: 'Kimliğinizi doğrulayamadık',
    detail: 'Tekrar deneyin veya başka bir belge kullanın.',
  },
  taken_back: {
    title: 'Bu doğrulamanın tekrarlanması gerekiyor',
    detail: 'Önceki doğrulamanız artık geçerli değil. Lütfen kimliğinizi yeniden doğrulayın.',
  },
  canceled: {
    title: 'Bu doğrulama iptal edildi',
    detail: 'İstediğiniz zaman yenisini başlatabilirsiniz.',
  },
  redacted: {
    title: 'Doğrulama verileriniz silindi',
    detail: 'İstediğiniz zaman kimliğinizi yeniden doğrulayabilirsiniz.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Doğrulamayı kabul etmediniz',
    detail: 'Kabul etmek için tekrar deneyin veya başka bir doğrulama yöntemi için bizimle iletişime geçin.',
  },
  country_not_supported: {
    title: 'Doğrulama ülkenizde kullanılamıyor',
    detail: 'Başka bir doğrulama yöntemi için bizimle iletişime geçin.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Belgenizin süresi dolmuş',
    detail: 'Geçerli bir belge kullanın.',
  },
  document_type_not_supported: {
    title: 'Bu tür belgeleri kabul edemiyoruz',
    detail: 'Kabul edilen belgelerden biriyle tekrar deneyin.',
  },
  document_unverified_other: {
    title: 'Belgenizi doğrulayamadık',
    detail: 'Fotoğrafı iyi ışıkta, dört kenar da görünecek şekilde çekin.',
  },
  email_unverified_other: {
    title: 'E-posta adresinizi doğrulayamadık',
    detail: 'Adresi kontrol edin ve size gönderilen kodu girin.',
  },
  email_verification_declined: {
    title: 'E-posta adresinizi doğrulamadınız',
    detail: 'Tekrar deneyin ve size gönderilen kodu girin.',
  },
  id_number_insufficient_document_data: {
    title: 'Belgenizde kimlik numaranızı kontrol etmek için yeterli bilgi yok',
    detail: 'Tam adınızı ve doğum tarihinizi gösteren bir belge kullanın.',
  },
  id_number_mismatch: {
    title: 'Kimlik numaranız bilgilerinizle eşleşmiyor',
    detail: 'Numarayı, adınızı ve doğum tarihinizi kontrol edip tekrar deneyin.',
  },
  id_number_unverified_other: {
    title: 'Kimlik numaranızı doğrulayamadık',
    detail: 'Numarayı kontrol edip tekrar deneyin.',
  },
  phone_unverified_other: {
    title: 'Telefon numaranızı doğrulayamadık',
    detail: 'Numarayı kontrol edin ve size gönderilen kodu girin.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Belgenizde fotoğrafınız yok',
    detail: 'Fotoğraflı bir belge kullanın.',
  },
  selfie_face_mismatch: {
    title: 'Özçekiminiz belgenizdeki fotoğrafla eşleşmiyor',
    detail: 'Yeni bir özçekim yapın ve kendi belgenizi kullanın.',
  },
  selfie_manipulated: {
    title: 'Özçekiminiz düzenlenmiş görünüyor',
    detail: 'Kameranızla filtresiz yeni bir özçekim yapın.',
  },
  selfie_unverified_other: {
    title: 'Özçekiminizi doğrulayamadık',
    detail: 'İyi ışıkta, yüzünüzün tamamı görünecek şekilde çekin.',
  },
  under_supported_age: {
    title: 'Asgari yaşın altındasınız',
    detail: 'Başka bir doğrulama yöntemi için bizimle iletişime geçin.',
  },

  offline: {
    title: 'İnternet bağlantınız yok',
    detail: 'İnternete bağlanıp tekrar deneyin.',
  },
  network_error: {
    title: 'Bağlantı kuramadık',
    detail: 'İnternet bağlantınızı kontrol edip tekrar deneyin.',
  },
  unauthenticated: {
    title: 'Oturum açmadınız',
    detail: 'Oturum açıp tekrar deneyin.',
  },
  identity_verification_required: {
    title: 'Lütfen önce kimliğinizi doğrulayın',
    detail: 'Ardından devam edebilirsiniz.',
  },
  attempts_exhausted: {
    title: 'Deneme hakkınız kalmadı',
    detail: 'Başka bir doğrulama yöntemi için bizimle iletişime geçin.',
  },
  rate_limited: {
    title: 'Kısa sürede çok fazla deneme yapıldı',
    detail: 'Bir dakika sonra tekrar deneyin.',
  },
  user_limit_reached: {
    title: 'Bugünkü sınıra ulaştınız',
    detail: 'Yarın tekrar deneyin.',
  },
  daily_limit_reached: {
    title: 'Bugün başka doğrulama yapılamıyor',
    detail: 'Yarın tekrar deneyin.',
  },
  not_found: {
    title: 'Doğrulamanızı bulamadık',
    detail: 'Sayfayı yeniden yükleyip tekrar deneyin.',
  },
  not_cancelable: {
    title: 'Bu doğrulama şu anda iptal edilemiyor',
    detail: 'Durumunu görmek için sayfayı yeniden yükleyin.',
  },
  invalid_state: {
    title: 'Bu şu anda mümkün değil',
    detail: 'Doğrulamanızın durumunu görmek için sayfayı yeniden yükleyin.',
  },
  modal_already_open: {
    title: 'Başka bir doğrulama zaten açık',
    detail: 'Önce onu tamamlayın.',
  },
  stripe_load_failed: {
    title: 'Doğrulama yüklenemedi',
    detail: 'Bu sayfada reklam engelleyiciyi kapatıp tekrar deneyin.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Bir şeyler ters gitti',
    detail: 'Bir dakika sonra tekrar deneyin.',
  },
  setup: {
    title: 'Doğrulama bu sayfada ayarlanmamış',
    detail: 'Başka bir doğrulama yöntemi için bizimle iletişime geçin.',
  },
}
