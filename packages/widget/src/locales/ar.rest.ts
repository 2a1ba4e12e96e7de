import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'لم تكتمل عملية التحقق',
  detail: 'يمكنك المتابعة من حيث توقفت في الوقت الذي يناسبك.',
}
const noCamera: Advice = {
  title: 'تعذّر استخدام الكاميرا',
  detail: 'يُرجى السماح لهذه الصفحة باستخدام الكاميرا، أو استخدام جهاز مزوّد بكاميرا.',
}
const phoneDeclined: Advice = {
  title: 'لم يتم تأكيد رقم هاتفك',
  detail: 'يُرجى إعادة المحاولة وإدخال الرمز المُرسَل إليه.',
}

export const messages: RestTexts = {
  attempts_left: 'المحاولات المتبقية: {count}',
  processing_long: {
    title: 'لا يزال التحقق جاريًا…',
    detail: 'يمكنك مغادرة هذه الصفحة. ستكون النتيجة هنا عند عودتك.',
  },
  open: { title: 'يُرجى المتابعة في النافذة التي فُتحت' },
  requires_input: {
    title: 'تعذّر التحقق من هويتك',
    detail: 'يُرجى إعادة المحاولة أو استخدام مستند آخر.',
  },
  taken_back: {
    title: 'يلزم تكرار عملية التحقق هذه',
    detail: 'لم يعد التحقق السابق صالحًا. يُرجى التحقق من هويتك مرة أخرى.',
  },
  canceled: {
    title: 'أُلغيت عملية التحقق هذه',
    detail: 'يمكنك بدء عملية جديدة في أي وقت.',
  },
  redacted: {
    title: 'حُذفت بيانات عملية التحقق الخاصة بك',
    detail: 'يمكنك التحقق من هويتك مرة أخرى في أي وقت.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'لم تتم الموافقة على التحقق',
    detail: 'يُرجى إعادة المحاولة للموافقة، أو التواصل معنا لاستخدام طريقة تحقق أخرى.',
  },
  country_not_supported: {
    title: 'التحقق غير متاح في بلدك',
    detail: 'يُرجى التواصل معنا لاستخدام طريقة تحقق أخرى.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'انتهت صلاحية مستندك',
    detail: 'يُرجى استخدام مستند ساري الصلاحية.',
  },
  document_type_not_supported: {
    title: 'هذا النوع من المستندات غير مقبول',
    detail: 'يُرجى إعادة المحاولة بأحد المستندات المقبولة.',
  },
  document_unverified_other: {
    title: 'تعذّر التحقق من مستندك',
    detail: 'يُرجى التقاط الصورة في إضاءة جيدة مع إظهار الحواف الأربع.',
  },
  email_unverified_other: {
    title: 'تعذّر التحقق من بريدك الإلكتروني',
    detail: 'يُرجى التأكد من العنوان وإدخال الرمز المُرسَل إليه.',
  },
  email_verification_declined: {
    title: 'لم يتم تأكيد بريدك الإلكتروني',
    detail: 'يُرجى إعادة المحاولة وإدخال الرمز المُرسَل إليه.',
  },
  id_number_insufficient_document_data: {
    title: 'لا يحتوي مستندك على بيانات كافية للتحقق من رقم الهوية',
    detail: 'يُرجى استخدام مستند يُظهر اسمك الكامل وتاريخ ميلادك.',
  },
  id_number_mismatch: {
    title: 'رقم الهوية لا يطابق بياناتك',
    detail: 'يُرجى التأكد من الرقم والاسم وتاريخ الميلاد ثم إعادة المحاولة.',
  },
  id_number_unverified_other: {
    title: 'تعذّر التحقق من رقم هويتك',
    detail: 'يُرجى التأكد من الرقم ثم إعادة المحاولة.',
  },
  phone_unverified_other: {
    title: 'تعذّر التحقق من رقم هاتفك',
    detail: 'يُرجى التأكد من الرقم وإدخال الرمز المُرسَل إليه.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'لا توجد صورة لك في مستندك',
    detail: 'يُرجى استخدام مستند يحمل صورة.',
  },
  selfie_face_mismatch: {
    title: 'صورة السيلفي لا تطابق الصورة في مستندك',
    detail: 'يُرجى التقاط صورة سيلفي جديدة واستخدام مستند خاص بك.',
  },
  selfie_manipulated: {
    title: 'تبدو صورة السيلفي معدّلة',
    detail: 'يُرجى التقاط صورة جديدة بالكاميرا دون فلاتر.',
  },
  selfie_unverified_other: {
    title: 'تعذّر التحقق من صورة السيلفي',
    detail: 'يُرجى التقاطها في إضاءة جيدة مع إظهار الوجه كاملًا.',
  },
  under_supported_age: {
    title: 'عمرك أقل من الحد الأدنى المطلوب',
    detail: 'يُرجى التواصل معنا لاستخدام طريقة تحقق أخرى.',
  },

  offline: {
    title: 'لا يوجد اتصال بالإنترنت',
    detail: 'يُرجى الاتصال بالإنترنت ثم إعادة المحاولة.',
  },
  network_error: {
    title: 'تعذّر الاتصال',
    detail: 'يُرجى التأكد من اتصالك بالإنترنت ثم إعادة المحاولة.',
  },
  unauthenticated: {
    title: 'يلزم تسجيل الدخول',
    detail: 'يُرجى تسجيل الدخول ثم إعادة المحاولة.',
  },
  identity_verification_required: {
    title: 'يُرجى التحقق من هويتك أولًا',
    detail: 'يمكنك المتابعة بعد ذلك.',
  },
  attempts_exhausted: {
    title: 'لم تتبقَّ لديك أي محاولات',
    detail: 'يُرجى التواصل معنا لاستخدام طريقة تحقق أخرى.',
  },
  rate_limited: {
    title: 'محاولات كثيرة في وقت قصير',
    detail: 'يُرجى إعادة المحاولة بعد دقيقة.',
  },
  user_limit_reached: {
    title: 'تم بلوغ الحد المسموح به لهذا اليوم',
    detail: 'يُرجى إعادة المحاولة غدًا.',
  },
  daily_limit_reached: {
    title: 'لا يمكن إجراء المزيد من عمليات التحقق اليوم',
    detail: 'يُرجى إعادة المحاولة غدًا.',
  },
  not_found: {
    title: 'تعذّر العثور على عملية التحقق الخاصة بك',
    detail: 'يُرجى إعادة تحميل الصفحة ثم إعادة المحاولة.',
  },
  not_cancelable: {
    title: 'لا يمكن إلغاء عملية التحقق هذه الآن',
    detail: 'يُرجى إعادة تحميل الصفحة لمعرفة حالة عملية التحقق.',
  },
  invalid_state: {
    title: 'هذا غير ممكن حاليًا',
    detail: 'يُرجى إعادة تحميل الصفحة لمعرفة حالة عملية التحقق.',
  },
  modal_already_open: {
    title: 'توجد عملية تحقق أخرى مفتوحة بالفعل',
    detail: 'يُرجى إكمالها أولًا.',
  },
  stripe_load_failed: {
    title: 'تعذّر تحميل عملية التحقق',
    detail: 'يُرجى إيقاف أدوات حظر الإعلانات في هذه الصفحة ثم إعادة المحاولة.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'حدث خطأ ما',
    detail: 'يُرجى إعادة المحاولة بعد دقيقة.',
  },
  setup: {
    title: 'لم يتم إعداد التحقق في هذه الصفحة',
    detail: 'يُرجى التواصل معنا لاستخدام طريقة تحقق أخرى.',
  },
}
