import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '驗證您的身分',
  retry: '再試一次',
  idle: { title: '身分驗證', detail: '您需要一份身分證件、一個攝影鏡頭和大約兩分鐘。' },
  privacy: '驗證由 Stripe 進行。',
  starting: { title: '請稍候…' },
  processing: { title: '正在檢查…', detail: '很少會超過一分鐘。' },
  processing_long: { title: '正在檢查…', detail: '很少會超過一分鐘。' },
  verified: { title: '您的身分已通過驗證' },
  unavailable: { title: '發生問題', detail: '請檢查網路後再試一次。' },
}
