import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'المحاولات المتبقية: {count}',
  open: { title: 'تابع في النافذة المفتوحة' },
  requires_input: { title: 'تعذّر التحقق من هويتك', detail: 'حاول مرة أخرى أو استخدم مستندًا آخر.' },
  taken_back: { title: 'تعذّر التحقق من هويتك', detail: 'ابدأ من جديد عندما تكون جاهزًا.' },
  canceled: { title: 'أُلغيت عملية التحقق هذه', detail: 'ابدأ من جديد عندما تكون جاهزًا.' },
  redacted: { title: 'تم حذف بياناتك', detail: 'ابدأ من جديد عندما تكون جاهزًا.' },
  abandoned: { title: 'لم تُكمل العملية بعد', detail: 'حاول مرة أخرى عندما تكون جاهزًا.' },
  consent_declined: {
    title: 'لم توافق على التحقق',
    detail: 'حاول مرة أخرى للموافقة أو اسألنا عن طريقة أخرى.',
  },
  country_not_supported: { title: 'بلدك غير مدعوم', detail: 'اسألنا عن طريقة أخرى.' },
  device_not_supported: {
    title: 'تعذّر استخدام أي كاميرا',
    detail: 'اسمح لهذه الصفحة باستخدام الكاميرا أو استخدم جهازًا آخر.',
  },
  document_expired: { title: 'انتهت صلاحية مستندك', detail: 'استخدم مستندًا آخر.' },
  document_type_not_supported: { title: 'مستندك غير مدعوم', detail: 'استخدم مستندًا آخر.' },
  document_unverified_other: {
    title: 'تعذّر التحقق من مستندك',
    detail: 'استخدم إضاءة جيدة وأظهر كل الحواف أو استخدم مستندًا آخر.',
  },
  email_unverified_other: {
    title: 'تعذّر التحقق من بريدك الإلكتروني',
    detail: 'أدخل الرمز المُرسل أو استخدم عنوانًا آخر.',
  },
  email_verification_declined: {
    title: 'تعذّر التحقق من بريدك الإلكتروني',
    detail: 'أدخل الرمز المُرسل أو استخدم عنوانًا آخر.',
  },
  id_number_insufficient_document_data: {
    title: 'تعذّر التحقق من رقم هويتك',
    detail: 'أدخله كما في مستندك أو استخدم مستندًا آخر.',
  },
  id_number_mismatch: {
    title: 'تعذّر التحقق من رقم هويتك',
    detail: 'أدخله كما في مستندك أو استخدم مستندًا آخر.',
  },
  id_number_unverified_other: {
    title: 'تعذّر التحقق من رقم هويتك',
    detail: 'أدخله كما في مستندك أو استخدم مستندًا آخر.',
  },
  phone_unverified_other: {
    title: 'تعذّر التحقق من رقم هاتفك',
    detail: 'أدخل الرمز المُرسل أو استخدم رقمًا آخر.',
  },
  phone_verification_declined: {
    title: 'تعذّر التحقق من رقم هاتفك',
    detail: 'أدخل الرمز المُرسل أو استخدم رقمًا آخر.',
  },
  phone_otp_declined: { title: 'تعذّر التحقق من رقم هاتفك', detail: 'أدخل الرمز المُرسل أو استخدم رقمًا آخر.' },
  selfie_document_missing_photo: { title: 'لا توجد صورة لك في مستندك', detail: 'استخدم مستندًا آخر.' },
  selfie_face_mismatch: {
    title: 'تعذّر التحقق من صورتك الذاتية',
    detail: 'استخدم إضاءة جيدة وأظهر وجهك كاملًا.',
  },
  selfie_manipulated: {
    title: 'تعذّر التحقق من صورتك الذاتية',
    detail: 'استخدم إضاءة جيدة وأظهر وجهك كاملًا.',
  },
  selfie_unverified_other: {
    title: 'تعذّر التحقق من صورتك الذاتية',
    detail: 'استخدم إضاءة جيدة وأظهر وجهك كاملًا.',
  },
  under_supported_age: { title: 'لم تبلغ السن المطلوبة', detail: 'اسألنا عن طريقة أخرى.' },
  offline: { title: 'لا يوجد اتصال', detail: 'تحقق من الشبكة ثم حاول مرة أخرى.' },
  network_error: { title: 'لا يوجد اتصال', detail: 'تحقق من الشبكة ثم حاول مرة أخرى.' },
  unauthenticated: { title: 'لم تسجّل الدخول', detail: 'سجّل الدخول ثم حاول مرة أخرى.' },
  identity_verification_required: { title: 'لم تُكمل العملية بعد', detail: 'حاول مرة أخرى عندما تكون جاهزًا.' },
  attempts_exhausted: { title: 'لم تعد لديك محاولات', detail: 'اسألنا عن طريقة أخرى.' },
  rate_limited: { title: 'محاولات كثيرة جدًا', detail: 'حاول مرة أخرى بعد دقيقة.' },
  user_limit_reached: { title: 'لا يمكن إجراء مزيد من التحقق اليوم', detail: 'حاول مرة أخرى غدًا.' },
  daily_limit_reached: { title: 'لا يمكن إجراء مزيد من التحقق اليوم', detail: 'حاول مرة أخرى غدًا.' },
  not_found: { title: 'هذا غير ممكن الآن', detail: 'أعد تحميل الصفحة.' },
  not_cancelable: { title: 'هذا غير ممكن الآن', detail: 'أعد تحميل الصفحة.' },
  invalid_state: { title: 'هذا غير ممكن الآن', detail: 'أعد تحميل الصفحة.' },
  modal_already_open: { title: 'هناك عملية تحقق مفتوحة بالفعل', detail: 'أكملها أولًا.' },
  stripe_load_failed: { title: 'تعذّر تحميل عملية التحقق', detail: 'أوقف أدوات الحظر ثم حاول مرة أخرى.' },
  device_unsupported: {
    title: 'تعذّر استخدام أي كاميرا',
    detail: 'اسمح لهذه الصفحة باستخدام الكاميرا أو استخدم جهازًا آخر.',
  },
  aborted: { title: 'لم تُكمل العملية بعد', detail: 'حاول مرة أخرى عندما تكون جاهزًا.' },
  server_error: { title: 'حدث خطأ ما', detail: 'حاول مرة أخرى بعد دقيقة.' },
  bad_response: { title: 'حدث خطأ ما', detail: 'حاول مرة أخرى بعد دقيقة.' },
  stripe_rejected: { title: 'حدث خطأ ما', detail: 'حاول مرة أخرى بعد دقيقة.' },
  stripe_error: { title: 'حدث خطأ ما', detail: 'حاول مرة أخرى بعد دقيقة.' },
  stripe_unavailable: { title: 'حدث خطأ ما', detail: 'حاول مرة أخرى بعد دقيقة.' },
  store_unavailable: { title: 'حدث خطأ ما', detail: 'حاول مرة أخرى بعد دقيقة.' },
  setup: { title: 'لم يتم إعداد هذه الصفحة', detail: 'اسألنا عن طريقة أخرى.' },
}
