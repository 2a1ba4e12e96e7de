import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'האימות לא הושלם',
  detail: 'אפשר להמשיך מאותה נקודה בזמן שנוח לך.',
}
const noCamera: Advice = {
  title: 'לא הצלחנו להשתמש במצלמה שלך',
  detail: 'יש לאפשר לדף הזה גישה למצלמה, או להשתמש במכשיר שיש בו מצלמה.',
}
const phoneDeclined: Advice = {
  title: 'מספר הטלפון שלך לא אושר',
  detail: 'יש לנסות שוב ולהזין את הקוד שנשלח אליו.',
}

export const messages: RestTexts = {
  attempts_left: 'ניסיונות שנותרו: {count}',
  processing_long: {
    title: 'הבדיקה עדיין נמשכת…',
    detail: 'אפשר לעזוב את הדף. התוצאה תחכה לך כאן.',
  },
  open: { title: 'יש להמשיך בחלון שנפתח' },
  requires_input: {
    title: 'לא הצלחנו לאמת את הזהות שלך',
    detail: 'אפשר לנסות שוב או להשתמש בתעודה אחרת.',
  },
  taken_back: {
    title: 'יש לחזור על האימות הזה',
    detail: 'האימות הקודם שלך כבר אינו בתוקף. יש לאמת את הזהות מחדש.',
  },
  canceled: {
    title: 'האימות הזה בוטל',
    detail: 'אפשר להתחיל אימות חדש בכל עת.',
  },
  redacted: {
    title: 'נתוני האימות שלך נמחקו',
    detail: 'אפשר לאמת את הזהות מחדש בכל עת.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'לא ניתנה הסכמה לאימות',
    detail: 'אפשר לנסות שוב כדי להסכים, או לפנות אלינו כדי לאמת את הזהות בדרך אחרת.',
  },
  country_not_supported: {
    title: 'האימות אינו זמין במדינה שלך',
    detail: 'אפשר לפנות אלינו כדי לאמת את הזהות בדרך אחרת.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'תוקף התעודה שלך פג',
    detail: 'יש להשתמש בתעודה בתוקף.',
  },
  document_type_not_supported: {
    title: 'סוג התעודה הזה אינו נתמך',
    detail: 'יש לנסות שוב עם תעודה מסוג נתמך.',
  },
  document_unverified_other: {
    title: 'לא הצלחנו לאמת את התעודה שלך',
    detail: 'יש לצלם בתאורה טובה כך שכל ארבעת הקצוות ייראו.',
  },
  email_unverified_other: {
    title: 'לא הצלחנו לאמת את כתובת האימייל שלך',
    detail: 'יש לבדוק את הכתובת ולהזין את הקוד שנשלח אליה.',
  },
  email_verification_declined: {
    title: 'כתובת האימייל שלך לא אושרה',
    detail: 'יש לנסות שוב ולהזין את הקוד שנשלח אליה.',
  },
  id_number_insufficient_document_data: {
    title: 'אין בתעודה שלך די פרטים לבדיקת מספר הזהות',
    detail: 'יש להשתמש בתעודה שמופיעים בה השם המלא ותאריך הלידה.',
  },
  id_number_mismatch: {
    title: 'מספר הזהות אינו תואם לפרטים שלך',
    detail: 'יש לבדוק את המספר, את השם ואת תאריך הלידה ולנסות שוב.',
  },
  id_number_unverified_other: {
    title: 'לא הצלחנו לאמת את מספר הזהות שלך',
    detail: 'יש לבדוק את המספר ולנסות שוב.',
  },
  phone_unverified_other: {
    title: 'לא הצלחנו לאמת את מספר הטלפון שלך',
    detail: 'יש לבדוק את המספר ולהזין את הקוד שנשלח אליו.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'אין בתעודה תמונה שלך',
    detail: 'יש להשתמש בתעודה עם תמונה.',
  },
  selfie_face_mismatch: {
    title: 'הסלפי אינו תואם לתמונה שבתעודה',
    detail: 'יש לצלם סלפי חדש ולהשתמש בתעודה שלך.',
  },
  selfie_manipulated: {
    title: 'נראה שהסלפי ערוך',
    detail: 'יש לצלם סלפי חדש במצלמה, ללא פילטרים.',
  },
  selfie_unverified_other: {
    title: 'לא הצלחנו לאמת את הסלפי שלך',
    detail: 'יש לצלם אותו בתאורה טובה כך שהפנים ייראו במלואן.',
  },
  under_supported_age: {
    title: 'הגיל שלך נמוך מהגיל המינימלי',
    detail: 'אפשר לפנות אלינו כדי לאמת את הזהות בדרך אחרת.',
  },

  offline: {
    title: 'אין חיבור לאינטרנט',
    detail: 'יש להתחבר לאינטרנט ולנסות שוב.',
  },
  network_error: {
    title: 'לא הצלחנו להתחבר',
    detail: 'יש לבדוק את החיבור לאינטרנט ולנסות שוב.',
  },
  unauthenticated: {
    title: 'נדרשת כניסה לחשבון',
    detail: 'יש להיכנס לחשבון ולנסות שוב.',
  },
  identity_verification_required: {
    title: 'יש לאמת קודם את הזהות',
    detail: 'לאחר מכן אפשר יהיה להמשיך.',
  },
  attempts_exhausted: {
    title: 'לא נותרו לך ניסיונות',
    detail: 'אפשר לפנות אלינו כדי לאמת את הזהות בדרך אחרת.',
  },
  rate_limited: {
    title: 'יותר מדי ניסיונות בזמן קצר',
    detail: 'אפשר לנסות שוב בעוד דקה.',
  },
  user_limit_reached: {
    title: 'הגעת למגבלה להיום',
    detail: 'אפשר לנסות שוב מחר.',
  },
  daily_limit_reached: {
    title: 'אי אפשר לבצע היום אימותים נוספים',
    detail: 'אפשר לנסות שוב מחר.',
  },
  not_found: {
    title: 'לא מצאנו את האימות שלך',
    detail: 'יש לטעון מחדש את הדף ולנסות שוב.',
  },
  not_cancelable: {
    title: 'אי אפשר לבטל עכשיו את האימות הזה',
    detail: 'יש לטעון מחדש את הדף כדי לראות את מצב האימות.',
  },
  invalid_state: {
    title: 'זה לא אפשרי כרגע',
    detail: 'יש לטעון מחדש את הדף כדי לראות את מצב האימות.',
  },
  modal_already_open: {
    title: 'אימות אחר כבר פתוח',
    detail: 'יש להשלים אותו קודם.',
  },
  stripe_load_failed: {
    title: 'האימות לא נטען',
    detail: 'יש להשבית את חוסמי הפרסומות בדף הזה ולנסות שוב.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'משהו השתבש',
    detail: 'אפשר לנסות שוב בעוד דקה.',
  },
  setup: {
    title: 'האימות אינו מוגדר בדף הזה',
    detail: 'אפשר לפנות אלינו כדי לאמת את הזהות בדרך אחרת.',
  },
}
