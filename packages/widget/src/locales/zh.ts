import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '验证您的身份',
  retry: '重试',
  idle: { title: '身份验证', detail: '您需要一份身份证件、一个摄像头和大约两分钟时间。' },
  privacy: '验证由 Stripe 进行。',
  starting: { title: '请稍候…' },
  processing: { title: '正在检查…', detail: '很少会超过一分钟。' },
  processing_long: { title: '正在检查…', detail: '很少会超过一分钟。' },
  verified: { title: '您的身份已通过验证' },
  unavailable: { title: '出现问题', detail: '请检查网络后重试。' },
}
