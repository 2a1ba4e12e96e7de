import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'ניסיונות שנותרו: {count}',
  open: { title: 'יש להמשיך בחלון שנפתח' },
  requires_input: { title: 'לא ניתן היה לבדוק את הזהות שלך', detail: 'אפשר לנסות שוב או להשתמש במסמך אחר.' },
  taken_back: { title: 'לא ניתן היה לבדוק את הזהות שלך', detail: 'אפשר להתחיל שוב בכל עת.' },
  canceled: { title: 'הבדיקה בוטלה', detail: 'אפשר להתחיל שוב בכל עת.' },
  redacted: { title: 'הנתונים שלך נמחקו', detail: 'אפשר להתחיל שוב בכל עת.' },
  abandoned: { title: 'הבדיקה טרם הושלמה', detail: 'אפשר לנסות שוב בכל עת.' },
  consent_declined: {
    title: 'לא ניתנה הסכמה לבדיקה',
    detail: 'אפשר לנסות שוב ולהסכים, או לפנות אלינו לדרך אחרת.',
  },
  country_not_supported: { title: 'המדינה שלך אינה נתמכת', detail: 'אפשר לפנות אלינו לדרך אחרת.' },
  device_not_supported: {
    title: 'לא ניתן היה להשתמש במצלמה',
    detail: 'יש לאפשר לדף להשתמש במצלמה, או להשתמש במכשיר אחר.',
  },
  document_expired: { title: 'תוקף המסמך פג', detail: 'כדאי להשתמש במסמך אחר.' },
  document_type_not_supported: { title: 'המסמך אינו נתמך', detail: 'כדאי להשתמש במסמך אחר.' },
  document_unverified_other: {
    title: 'לא ניתן היה לבדוק את המסמך',
    detail: 'דרושים תאורה טובה וכל השוליים בתמונה, או מסמך אחר.',
  },
  email_unverified_other: {
    title: 'לא ניתן היה לאמת את כתובת הדוא״ל',
    detail: 'יש להזין את הקוד שנשלח, או להשתמש בכתובת אחרת.',
  },
  email_verification_declined: {
    title: 'לא ניתן היה לאמת את כתובת הדוא״ל',
    detail: 'יש להזין את הקוד שנשלח, או להשתמש בכתובת אחרת.',
  },
  id_number_insufficient_document_data: {
    title: 'לא ניתן היה לאמת את מספר הזהות',
    detail: 'יש להזין אותו כפי שבמסמך, או להשתמש במסמך אחר.',
  },
  id_number_mismatch: {
    title: 'לא ניתן היה לאמת את מספר הזהות',
    detail: 'יש להזין אותו כפי שבמסמך, או להשתמש במסמך אחר.',
  },
  id_number_unverified_other: {
    title: 'לא ניתן היה לאמת את מספר הזהות',
    detail: 'יש להזין אותו כפי שבמסמך, או להשתמש במסמך אחר.',
  },
  phone_unverified_other: {
    title: 'לא ניתן היה לאמת את מספר הטלפון',
    detail: 'יש להזין את הקוד שנשלח, או להשתמש במספר אחר.',
  },
  phone_verification_declined: {
    title: 'לא ניתן היה לאמת את מספר הטלפון',
    detail: 'יש להזין את הקוד שנשלח, או להשתמש במספר אחר.',
  },
  phone_otp_declined: {
    title: 'לא ניתן היה לאמת את מספר הטלפון',
    detail: 'יש להזין את הקוד שנשלח, או להשתמש במספר אחר.',
  },
  selfie_document_missing_photo: { title: 'אין במסמך תמונה שלך', detail: 'כדאי להשתמש במסמך אחר.' },
  selfie_face_mismatch: {
    title: 'לא ניתן היה לבדוק את הסלפי',
    detail: 'דרושים תאורה טובה וכל הפנים בתמונה.',
  },
  selfie_manipulated: { title: 'לא ניתן היה לבדוק את הסלפי', detail: 'דרושים תאורה טובה וכל הפנים בתמונה.' },
  selfie_unverified_other: {
    title: 'לא ניתן היה לבדוק את הסלפי',
    detail: 'דרושים תאורה טובה וכל הפנים בתמונה.',
  },
  under_supported_age: { title: 'הגיל הנדרש טרם הושלם', detail: 'אפשר לפנות אלינו לדרך אחרת.' },
  offline: { title: 'אין חיבור', detail: 'יש לבדוק את הרשת ולנסות שוב.' },
  network_error: { title: 'אין חיבור', detail: 'יש לבדוק את הרשת ולנסות שוב.' },
  unauthenticated: { title: 'לא בוצעה כניסה לחשבון', detail: 'יש להיכנס ולנסות שוב.' },
  identity_verification_required: { title: 'הבדיקה טרם הושלמה', detail: 'אפשר לנסות שוב בכל עת.' },
  attempts_exhausted: { title: 'לא נותרו ניסיונות', detail: 'אפשר לפנות אלינו לדרך אחרת.' },
  rate_limited: { title: 'יותר מדי ניסיונות', detail: 'אפשר לנסות שוב בעוד דקה.' },
  user_limit_reached: { title: 'אין בדיקות נוספות היום', detail: 'אפשר לנסות שוב מחר.' },
  daily_limit_reached: { title: 'אין בדיקות נוספות היום', detail: 'אפשר לנסות שוב מחר.' },
  not_found: { title: 'זה לא אפשרי כרגע', detail: 'יש לטעון מחדש את הדף.' },
  not_cancelable: { title: 'זה לא אפשרי כרגע', detail: 'יש לטעון מחדש את הדף.' },
  invalid_state: { title: 'זה לא אפשרי כרגע', detail: 'יש לטעון מחדש את הדף.' },
  modal_already_open: { title: 'בדיקה אחרת כבר פתוחה', detail: 'יש לסיים אותה תחילה.' },
  stripe_load_failed: { title: 'לא ניתן היה לטעון את הבדיקה', detail: 'יש לכבות חוסמים ולנסות שוב.' },
  device_unsupported: {
    title: 'לא ניתן היה להשתמש במצלמה',
    detail: 'יש לאפשר לדף להשתמש במצלמה, או להשתמש במכשיר אחר.',
  },
  aborted: { title: 'הבדיקה טרם הושלמה', detail: 'אפשר לנסות שוב בכל עת.' },
  server_error: { title: 'משהו השתבש', detail: 'אפשר לנסות שוב בעוד דקה.' },
  bad_response: { title: 'משהו השתבש', detail: 'אפשר לנסות שוב בעוד דקה.' },
  stripe_rejected: { title: 'משהו השתבש', detail: 'אפשר לנסות שוב בעוד דקה.' },
  stripe_error: { title: 'משהו השתבש', detail: 'אפשר לנסות שוב בעוד דקה.' },
  stripe_unavailable: { title: 'משהו השתבש', detail: 'אפשר לנסות שוב בעוד דקה.' },
  store_unavailable: { title: 'משהו השתבש', detail: 'אפשר לנסות שוב בעוד דקה.' },
  setup: { title: 'הדף הזה אינו מוגדר', detail: 'אפשר לפנות אלינו לדרך אחרת.' },
}
