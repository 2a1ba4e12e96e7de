import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'التحقق من هويتي',
  retry: 'إعادة المحاولة',
  idle: {
    title: 'التحقق من الهوية',
    detail: 'يلزم مستند هوية رسمي وكاميرا ونحو دقيقتين.',
  },
  privacy: 'تجمع Stripe مستندك وصورك وتشارك النتائج معنا.',
  starting: { title: 'لحظة من فضلك…' },
  processing: {
    title: 'جارٍ التحقق من بياناتك…',
    detail: 'يستغرق ذلك عادةً أقل من دقيقة.',
  },
  verified: { title: 'تم التحقق من هويتك' },
  unavailable: {
    title: 'التحقق غير متاح حاليًا',
    detail: 'يُرجى التأكد من الاتصال ثم إعادة تحميل الصفحة.',
  },
}
