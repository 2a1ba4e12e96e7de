import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'אימות הזהות שלי',
  retry: 'ניסיון נוסף',
  idle: {
    title: 'אימות זהות',
    detail: 'דרושים תעודה מזהה רשמית, מצלמה וכשתי דקות.',
  },
  privacy: '‏Stripe אוספת את התעודה והתמונות שלך ומשתפת אותנו בתוצאות.',
  starting: { title: 'רק רגע…' },
  processing: {
    title: 'הפרטים שלך נבדקים…',
    detail: 'בדרך כלל זה נמשך פחות מדקה.',
  },
  verified: { title: 'הזהות שלך אומתה' },
  unavailable: {
    title: 'האימות אינו זמין כרגע',
    detail: 'יש לבדוק את החיבור ולטעון מחדש את הדף.',
  },
}
