import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '核實你的身份',
  retry: '再試一次',
  idle: { title: '身份核實', detail: '你需要一份身份證明文件、一個鏡頭和大約兩分鐘。' },
  privacy: '核實由 Stripe 進行。',
  starting: { title: '請稍候…' },
  processing: { title: '正在核實…', detail: '很少會超過一分鐘。' },
  processing_long: { title: '正在核實…', detail: '很少會超過一分鐘。' },
  verified: { title: '你的身份已核實' },
  unavailable: { title: '發生問題', detail: '請檢查網絡後再試。' },
}
