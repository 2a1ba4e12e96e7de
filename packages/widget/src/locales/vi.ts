import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Xác minh danh tính của tôi',
  retry: 'Thử lại',
  idle: {
    title: 'Xác minh danh tính',
    detail: 'Bạn cần giấy tờ tùy thân chính thức, camera và khoảng hai phút.',
  },
  privacy: 'Stripe thu thập giấy tờ và ảnh của bạn, sau đó chia sẻ kết quả với chúng tôi.',
  starting: { title: 'Xin chờ một chút…' },
  processing: {
    title: 'Đang kiểm tra thông tin của bạn…',
    detail: 'Việc này thường mất chưa đến một phút.',
  },
  verified: { title: 'Danh tính của bạn đã được xác minh' },
  unavailable: {
    title: 'Hiện không thể xác minh',
    detail: 'Hãy kiểm tra kết nối rồi tải lại trang.',
  },
}
