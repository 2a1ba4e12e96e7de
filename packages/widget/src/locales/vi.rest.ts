import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Bạn chưa hoàn tất xác minh',
  detail: 'Hãy tiếp tục từ chỗ đã dừng khi bạn sẵn sàng.',
}
const noCamera: Advice = {
  title: 'Chúng tôi không thể dùng camera của bạn',
  detail: 'Hãy cho phép trang này dùng camera hoặc dùng thiết bị có camera.',
}
const phoneDeclined: Advice = {
  title: 'Bạn chưa xác nhận số điện thoại',
  detail: 'Hãy thử lại và nhập mã được gửi đến.',
}

export const messages: RestTexts = {
  attempts_left: 'Số lần thử còn lại: {count}',
  processing_long: {
    title: 'Vẫn đang kiểm tra…',
    detail: 'Bạn có thể rời khỏi trang này. Kết quả sẽ có ở đây khi bạn quay lại.',
  },
  open: { title: 'Hãy tiếp tục trong cửa sổ vừa mở' },
  requires_input: {
    title: 'Chúng tôi không thể xác minh danh tính của bạn',
    detail: 'Hãy thử lại hoặc dùng giấy tờ khác.',
  },
  taken_back: {
    title: 'Cần thực hiện lại lần xác minh này',
    detail: 'Lần xác minh trước không còn hiệu lực. Vui lòng xác minh lại danh tính của bạn.',
  },
  canceled: {
    title: 'Lần xác minh này đã bị hủy',
    detail: 'Bạn có thể bắt đầu lần mới bất cứ lúc nào.',
  },
  redacted: {
    title: 'Dữ liệu xác minh của bạn đã được xóa',
    detail: 'Bạn có thể xác minh lại danh tính bất cứ lúc nào.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Bạn không đồng ý xác minh',
    detail: 'Hãy thử lại để đồng ý hoặc liên hệ với chúng tôi để xác minh bằng cách khác.',
  },
  country_not_supported: {
    title: 'Không thể xác minh tại quốc gia của bạn',
    detail: 'Hãy liên hệ với chúng tôi để xác minh bằng cách khác.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Giấy tờ của bạn đã hết hạn',
    detail: 'Hãy dùng giấy tờ còn hiệu lực.',
  },
  document_type_not_supported: {
    title: 'Chúng tôi không chấp nhận loại giấy tờ này',
    detail: 'Hãy thử lại với một trong các giấy tờ được chấp nhận.',
  },
  document_unverified_other: {
    title: 'Chúng tôi không thể xác minh giấy tờ của bạn',
    detail: 'Hãy chụp ở nơi đủ sáng, sao cho thấy rõ cả bốn cạnh.',
  },
  email_unverified_other: {
    title: 'Chúng tôi không thể xác minh địa chỉ email của bạn',
    detail: 'Hãy kiểm tra địa chỉ rồi nhập mã được gửi đến.',
  },
  email_verification_declined: {
    title: 'Bạn chưa xác nhận địa chỉ email',
    detail: 'Hãy thử lại và nhập mã được gửi đến.',
  },
  id_number_insufficient_document_data: {
    title: 'Giấy tờ của bạn không đủ thông tin để kiểm tra số ID',
    detail: 'Hãy dùng giấy tờ có họ tên đầy đủ và ngày sinh.',
  },
  id_number_mismatch: {
    title: 'Số ID không khớp với thông tin của bạn',
    detail: 'Hãy kiểm tra số, họ tên và ngày sinh rồi thử lại.',
  },
  id_number_unverified_other: {
    title: 'Chúng tôi không thể xác minh số ID của bạn',
    detail: 'Hãy kiểm tra số rồi thử lại.',
  },
  phone_unverified_other: {
    title: 'Chúng tôi không thể xác minh số điện thoại của bạn',
    detail: 'Hãy kiểm tra số rồi nhập mã được gửi đến.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Trên giấy tờ không có ảnh của bạn',
    detail: 'Hãy dùng giấy tờ có ảnh.',
  },
  selfie_face_mismatch: {
    title: 'Ảnh selfie không khớp với ảnh trên giấy tờ',
    detail: 'Hãy chụp lại ảnh selfie và dùng giấy tờ của chính bạn.',
  },
  selfie_manipulated: {
    title: 'Ảnh selfie có vẻ đã bị chỉnh sửa',
    detail: 'Hãy chụp ảnh mới bằng camera, không dùng bộ lọc.',
  },
  selfie_unverified_other: {
    title: 'Chúng tôi không thể xác minh ảnh selfie của bạn',
    detail: 'Hãy chụp ở nơi đủ sáng, sao cho thấy rõ cả khuôn mặt.',
  },
  under_supported_age: {
    title: 'Bạn chưa đủ tuổi tối thiểu',
    detail: 'Hãy liên hệ với chúng tôi để xác minh bằng cách khác.',
  },

  offline: {
    title: 'Bạn đang ngoại tuyến',
    detail: 'Hãy kết nối internet rồi thử lại.',
  },
  network_error: {
    title: 'Chúng tôi không thể kết nối',
    detail: 'Hãy kiểm tra kết nối internet rồi thử lại.',
  },
  unauthenticated: {
    title: 'Bạn chưa đăng nhập',
    detail: 'Hãy đăng nhập rồi thử lại.',
  },
  identity_verification_required: {
    title: 'Vui lòng xác minh danh tính trước',
    detail: 'Sau đó bạn có thể tiếp tục.',
  },
  attempts_exhausted: {
    title: 'Bạn không còn lần thử nào',
    detail: 'Hãy liên hệ với chúng tôi để xác minh bằng cách khác.',
  },
  rate_limited: {
    title: 'Thử quá nhiều lần trong thời gian ngắn',
    detail: 'Hãy thử lại sau một phút.',
  },
  user_limit_reached: {
    title: 'Bạn đã đạt giới hạn hôm nay',
    detail: 'Hãy thử lại vào ngày mai.',
  },
  daily_limit_reached: {
    title: 'Hôm nay không thể xác minh thêm',
    detail: 'Hãy thử lại vào ngày mai.',
  },
  not_found: {
    title: 'Chúng tôi không tìm thấy lần xác minh của bạn',
    detail: 'Hãy tải lại trang rồi thử lại.',
  },
  not_cancelable: {
    title: 'Hiện không thể hủy lần xác minh này',
    detail: 'Hãy tải lại trang để xem trạng thái.',
  },
  invalid_state: {
    title: 'Hiện không thể thực hiện việc này',
    detail: 'Hãy tải lại trang để xem trạng thái xác minh của bạn.',
  },
  modal_already_open: {
    title: 'Một lần xác minh khác đang mở',
    detail: 'Hãy hoàn tất lần đó trước.',
  },
  stripe_load_failed: {
    title: 'Không tải được phần xác minh',
    detail: 'Hãy tắt trình chặn quảng cáo trên trang này rồi thử lại.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Đã xảy ra lỗi',
    detail: 'Hãy thử lại sau một phút.',
  },
  setup: {
    title: 'Trang này chưa được thiết lập để xác minh',
    detail: 'Hãy liên hệ với chúng tôi để xác minh bằng cách khác.',
  },
}
