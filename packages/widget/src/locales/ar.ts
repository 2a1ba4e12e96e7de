import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'تحقّق من هويتك',
  retry: 'حاول مرة أخرى',
  idle: { title: 'التحقق من الهوية', detail: 'تحتاج إلى مستند هوية وكاميرا ونحو دقيقتين.' },
  privacy: 'تتولى Stripe عملية التحقق.',
  starting: { title: 'لحظة …' },
  processing: { title: 'جارٍ التحقق …', detail: 'نادرًا ما يستغرق ذلك أكثر من دقيقة.' },
  processing_long: { title: 'جارٍ التحقق …', detail: 'نادرًا ما يستغرق ذلك أكثر من دقيقة.' },
  verified: { title: 'تم التحقق من هويتك' },
  unavailable: { title: 'حدث خطأ ما', detail: 'تحقق من الشبكة ثم حاول مرة أخرى.' },
}
