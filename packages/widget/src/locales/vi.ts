import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Xác minh danh tính',
  retry: 'Thử lại',
  idle: { title: 'Kiểm tra danh tính', detail: 'Bạn cần giấy tờ tùy thân, máy ảnh và khoảng hai phút.' },
  privacy: 'Stripe thực hiện việc kiểm tra.',
  starting: { title: 'Chờ một chút …' },
  processing: { title: 'Đang kiểm tra …', detail: 'Hiếm khi mất hơn một phút.' },
  processing_long: { title: 'Đang kiểm tra …', detail: 'Hiếm khi mất hơn một phút.' },
  verified: { title: 'Danh tính của bạn đã được xác minh' },
  unavailable: { title: 'Đã xảy ra lỗi', detail: 'Hãy kiểm tra mạng rồi thử lại.' },
}
