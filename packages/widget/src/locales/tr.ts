import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Kimliğimi doğrula',
  retry: 'Tekrar dene',
  idle: {
    title: 'Kimlik doğrulama',
    detail: 'Resmî bir kimlik belgesine, bir kameraya ve yaklaşık iki dakikaya ihtiyacınız var.',
  },
  privacy: 'Stripe belgenizi ve fotoğraflarınızı alır ve sonuçları bizimle paylaşır.',
  starting: { title: 'Bir dakika…' },
  processing: {
    title: 'Bilgileriniz kontrol ediliyor…',
    detail: 'Bu genellikle bir dakikadan kısa sürer.',
  },
  verified: { title: 'Kimliğiniz doğrulandı' },
  unavailable: {
    title: 'Doğrulama şu anda kullanılamıyor',
    detail: 'Bağlantınızı kontrol edip sayfayı yeniden yükleyin.',
  },
}
