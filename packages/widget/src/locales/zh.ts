import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '验证我的身份',
  retry: '重试',
  idle: {
    title: '身份验证',
    detail: '请准备好政府签发的身份证件和摄像头，全程约需两分钟。',
  },
  privacy: 'Stripe 会收集您的证件和照片，并将结果告知我们。',
  starting: { title: '请稍候…' },
  processing: {
    title: '正在核验您的信息…',
    detail: '通常不超过一分钟。',
  },
  verified: { title: '您的身份已通过验证' },
  unavailable: {
    title: '目前无法进行身份验证',
    detail: '请检查网络连接，然后重新加载页面。',
  },
}
