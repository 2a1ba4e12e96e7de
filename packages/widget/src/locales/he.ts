import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'אימות הזהות שלך',
  retry: 'ניסיון נוסף',
  idle: { title: 'בדיקת זהות', detail: 'דרושים מסמך מזהה, מצלמה וכשתי דקות.' },
  privacy: 'Stripe מבצעת את הבדיקה.',
  starting: { title: 'רק רגע …' },
  processing: { title: 'הבדיקה מתבצעת …', detail: 'זה נמשך לעיתים נדירות יותר מדקה.' },
  processing_long: { title: 'הבדיקה מתבצעת …', detail: 'זה נמשך לעיתים נדירות יותר מדקה.' },
  verified: { title: 'הזהות שלך אומתה' },
  unavailable: { title: 'משהו השתבש', detail: 'יש לבדוק את הרשת ולנסות שוב.' },
}
