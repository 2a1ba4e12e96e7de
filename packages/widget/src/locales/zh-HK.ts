import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '核實我的身份',
  retry: '重試',
  idle: {
    title: '身份核實',
    detail: '請準備好政府簽發的身份證明文件和相機，全程約需兩分鐘。',
  },
  privacy: 'Stripe 會收集您的證件和相片，並將結果提供給我們。',
  starting: { title: '請稍候…' },
  processing: {
    title: '正在核對您的資料…',
    detail: '通常不用一分鐘。',
  },
  verified: { title: '您的身份已獲核實' },
  unavailable: {
    title: '目前未能進行身份核實',
    detail: '請檢查網絡連線，然後重新載入頁面。',
  },
}
