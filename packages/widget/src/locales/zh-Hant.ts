import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '驗證我的身分',
  retry: '重試',
  idle: {
    title: '身分驗證',
    detail: '請準備好政府核發的身分證件和相機，全程約需兩分鐘。',
  },
  privacy: 'Stripe 會收集您的證件和照片，並將結果提供給我們。',
  starting: { title: '請稍候…' },
  processing: {
    title: '正在核對您的資料…',
    detail: '通常不到一分鐘。',
  },
  verified: { title: '您的身分已通過驗證' },
  unavailable: {
    title: '目前無法進行身分驗證',
    detail: '請檢查網路連線，然後重新載入頁面。',
  },
}
