import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Kimliğinizi doğrulayın',
  retry: 'Yeniden deneyin',
  idle: {
    title: 'Kimlik kontrolü',
    detail: 'Bir kimlik belgesine, bir kameraya ve yaklaşık iki dakikaya ihtiyacınız var.',
  },
  privacy: 'Kontrolü Stripe yapar.',
  starting: { title: 'Bir an …' },
  processing: { title: 'Kontrol ediliyor …', detail: 'Nadiren bir dakikadan uzun sürer.' },
  processing_long: { title: 'Kontrol ediliyor …', detail: 'Nadiren bir dakikadan uzun sürer.' },
  verified: { title: 'Kimliğiniz doğrulandı' },
  unavailable: { title: 'Bir şeyler ters gitti', detail: 'Ağınızı kontrol edin ve yeniden deneyin.' },
}
