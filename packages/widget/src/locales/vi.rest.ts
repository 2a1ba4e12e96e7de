import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Số lần thử còn lại: {count}',
  open: { title: 'Hãy tiếp tục trong cửa sổ đã mở' },
  requires_input: {
    title: 'Không thể kiểm tra danh tính của bạn',
    detail: 'Hãy thử lại hoặc dùng giấy tờ khác.',
  },
  taken_back: { title: 'Không thể kiểm tra danh tính của bạn', detail: 'Hãy bắt đầu lại khi bạn sẵn sàng.' },
  canceled: { title: 'Lần kiểm tra này đã bị hủy', detail: 'Hãy bắt đầu lại khi bạn sẵn sàng.' },
  redacted: { title: 'Dữ liệu của bạn đã được xóa', detail: 'Hãy bắt đầu lại khi bạn sẵn sàng.' },
  abandoned: { title: 'Bạn chưa hoàn tất', detail: 'Hãy thử lại khi bạn sẵn sàng.' },
  consent_declined: {
    title: 'Bạn không đồng ý kiểm tra',
    detail: 'Hãy thử lại để đồng ý hoặc hỏi chúng tôi cách khác.',
  },
  country_not_supported: {
    title: 'Quốc gia của bạn chưa được hỗ trợ',
    detail: 'Hãy hỏi chúng tôi cách khác.',
  },
  device_not_supported: {
    title: 'Không dùng được máy ảnh nào',
    detail: 'Hãy cho phép trang này dùng máy ảnh hoặc dùng thiết bị khác.',
  },
  document_expired: { title: 'Giấy tờ của bạn đã hết hạn', detail: 'Hãy dùng giấy tờ khác.' },
  document_type_not_supported: {
    title: 'Giấy tờ của bạn không được hỗ trợ',
    detail: 'Hãy dùng giấy tờ khác.',
  },
  document_unverified_other: {
    title: 'Không thể kiểm tra giấy tờ của bạn',
    detail: 'Hãy chọn nơi đủ sáng và chụp đủ các cạnh, hoặc dùng giấy tờ khác.',
  },
  email_unverified_other: {
    title: 'Không thể kiểm tra địa chỉ email của bạn',
    detail: 'Hãy nhập mã đã gửi hoặc dùng địa chỉ khác.',
  },
  email_verification_declined: {
    title: 'Không thể kiểm tra địa chỉ email của bạn',
    detail: 'Hãy nhập mã đã gửi hoặc dùng địa chỉ khác.',
  },
  id_number_insufficient_document_data: {
    title: 'Không thể kiểm tra số định danh của bạn',
    detail: 'Hãy nhập đúng như trên giấy tờ hoặc dùng giấy tờ khác.',
  },
  id_number_mismatch: {
    title: 'Không thể kiểm tra số định danh của bạn',
    detail: 'Hãy nhập đúng như trên giấy tờ hoặc dùng giấy tờ khác.',
  },
  id_number_unverified_other: {
    title: 'Không thể kiểm tra số định danh của bạn',
    detail: 'Hãy nhập đúng như trên giấy tờ hoặc dùng giấy tờ khác.',
  },
  phone_unverified_other: {
    title: 'Không thể kiểm tra số điện thoại của bạn',
    detail: 'Hãy nhập mã đã gửi hoặc dùng số khác.',
  },
  phone_verification_declined: {
    title: 'Không thể kiểm tra số điện thoại của bạn',
    detail: 'Hãy nhập mã đã gửi hoặc dùng số khác.',
  },
  phone_otp_declined: {
    title: 'Không thể kiểm tra số điện thoại của bạn',
    detail: 'Hãy nhập mã đã gửi hoặc dùng số khác.',
  },
  selfie_document_missing_photo: { title: 'Giấy tờ không có ảnh của bạn', detail: 'Hãy dùng giấy tờ khác.' },
  selfie_face_mismatch: {
    title: 'Không thể kiểm tra ảnh chân dung của bạn',
    detail: 'Hãy chọn nơi đủ sáng và chụp trọn khuôn mặt.',
  },
  selfie_manipulated: {
    title: 'Không thể kiểm tra ảnh chân dung của bạn',
    detail: 'Hãy chọn nơi đủ sáng và chụp trọn khuôn mặt.',
  },
  selfie_unverified_other: {
    title: 'Không thể kiểm tra ảnh chân dung của bạn',
    detail: 'Hãy chọn nơi đủ sáng và chụp trọn khuôn mặt.',
  },
  under_supported_age: { title: 'Bạn chưa đủ tuổi', detail: 'Hãy hỏi chúng tôi cách khác.' },
  offline: { title: 'Không có kết nối', detail: 'Hãy kiểm tra mạng rồi thử lại.' },
  network_error: { title: 'Không có kết nối', detail: 'Hãy kiểm tra mạng rồi thử lại.' },
  unauthenticated: { title: 'Bạn chưa đăng nhập', detail: 'Hãy đăng nhập rồi thử lại.' },
  identity_verification_required: { title: 'Bạn chưa hoàn tất', detail: 'Hãy thử lại khi bạn sẵn sàng.' },
  attempts_exhausted: { title: 'Bạn đã hết lượt thử', detail: 'Hãy hỏi chúng tôi cách khác.' },
  rate_limited: { title: 'Bạn đã thử quá nhiều lần', detail: 'Hãy thử lại sau một phút.' },
  user_limit_reached: { title: 'Hôm nay không thể kiểm tra thêm', detail: 'Hãy thử lại vào ngày mai.' },
  daily_limit_reached: { title: 'Hôm nay không thể kiểm tra thêm', detail: 'Hãy thử lại vào ngày mai.' },
  not_found: { title: 'Hiện không thể thực hiện', detail: 'Hãy tải lại trang.' },
  not_cancelable: { title: 'Hiện không thể thực hiện', detail: 'Hãy tải lại trang.' },
  invalid_state: { title: 'Hiện không thể thực hiện', detail: 'Hãy tải lại trang.' },
  modal_already_open: { title: 'Một lần kiểm tra khác đang mở', detail: 'Hãy hoàn tất lần đó trước.' },
  stripe_load_failed: { title: 'Không thể tải phần kiểm tra', detail: 'Hãy tắt trình chặn rồi thử lại.' },
  device_unsupported: {
    title: 'Không dùng được máy ảnh nào',
    detail: 'Hãy cho phép trang này dùng máy ảnh hoặc dùng thiết bị khác.',
  },
  aborted: { title: 'Bạn chưa hoàn tất', detail: 'Hãy thử lại khi bạn sẵn sàng.' },
  server_error: { title: 'Đã xảy ra lỗi', detail: 'Hãy thử lại sau một phút.' },
  bad_response: { title: 'Đã xảy ra lỗi', detail: 'Hãy thử lại sau một phút.' },
  stripe_rejected: { title: 'Đã xảy ra lỗi', detail: 'Hãy thử lại sau một phút.' },
  stripe_error: { title: 'Đã xảy ra lỗi', detail: 'Hãy thử lại sau một phút.' },
  stripe_unavailable: { title: 'Đã xảy ra lỗi', detail: 'Hãy thử lại sau một phút.' },
  store_unavailable: { title: 'Đã xảy ra lỗi', detail: 'Hãy thử lại sau một phút.' },
  setup: { title: 'Trang này chưa được thiết lập', detail: 'Hãy hỏi chúng tôi cách khác.' },
}
