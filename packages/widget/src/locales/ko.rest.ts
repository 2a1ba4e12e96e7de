import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: '남은 시도 횟수: {count}',
  open: { title: '열린 창에서 계속하세요' },
  requires_input: {
    title: '본인을 확인하지 못했습니다',
    detail: '다시 시도하거나 다른 신분증을 사용하세요.',
  },
  taken_back: { title: '본인을 확인하지 못했습니다', detail: '준비되면 다시 시작하세요.' },
  canceled: { title: '이 확인은 취소되었습니다', detail: '준비되면 다시 시작하세요.' },
  redacted: { title: '데이터가 삭제되었습니다', detail: '준비되면 다시 시작하세요.' },
  abandoned: { title: '아직 끝나지 않았습니다', detail: '준비되면 다시 시도하세요.' },
  consent_declined: {
    title: '확인에 동의하지 않았습니다',
    detail: '다시 시도하여 동의하거나 다른 방법을 문의해 주세요.',
  },
  country_not_supported: { title: '지원되지 않는 국가입니다', detail: '다른 방법은 문의해 주세요.' },
  device_not_supported: {
    title: '카메라를 사용할 수 없습니다',
    detail: '이 페이지의 카메라 사용을 허용하거나 다른 기기를 사용하세요.',
  },
  document_expired: { title: '신분증이 만료되었습니다', detail: '다른 신분증을 사용하세요.' },
  document_type_not_supported: { title: '지원되지 않는 신분증입니다', detail: '다른 신분증을 사용하세요.' },
  document_unverified_other: {
    title: '신분증을 확인하지 못했습니다',
    detail: '밝은 곳에서 모든 모서리가 보이게 하거나 다른 신분증을 사용하세요.',
  },
  email_unverified_other: {
    title: '이메일 주소를 확인하지 못했습니다',
    detail: '받은 코드를 입력하거나 다른 주소를 사용하세요.',
  },
  email_verification_declined: {
    title: '이메일 주소를 확인하지 못했습니다',
    detail: '받은 코드를 입력하거나 다른 주소를 사용하세요.',
  },
  id_number_insufficient_document_data: {
    title: '식별 번호를 확인하지 못했습니다',
    detail: '신분증에 있는 대로 입력하거나 다른 신분증을 사용하세요.',
  },
  id_number_mismatch: {
    title: '식별 번호를 확인하지 못했습니다',
    detail: '신분증에 있는 대로 입력하거나 다른 신분증을 사용하세요.',
  },
  id_number_unverified_other: {
    title: '식별 번호를 확인하지 못했습니다',
    detail: '신분증에 있는 대로 입력하거나 다른 신분증을 사용하세요.',
  },
  phone_unverified_other: {
    title: '전화번호를 확인하지 못했습니다',
    detail: '받은 코드를 입력하거나 다른 번호를 사용하세요.',
  },
  phone_verification_declined: {
    title: '전화번호를 확인하지 못했습니다',
    detail: '받은 코드를 입력하거나 다른 번호를 사용하세요.',
  },
  phone_otp_declined: {
    title: '전화번호를 확인하지 못했습니다',
    detail: '받은 코드를 입력하거나 다른 번호를 사용하세요.',
  },
  selfie_document_missing_photo: {
    title: '신분증에 얼굴 사진이 없습니다',
    detail: '다른 신분증을 사용하세요.',
  },
  selfie_face_mismatch: {
    title: '셀카를 확인하지 못했습니다',
    detail: '밝은 곳에서 얼굴 전체가 보이게 하세요.',
  },
  selfie_manipulated: {
    title: '셀카를 확인하지 못했습니다',
    detail: '밝은 곳에서 얼굴 전체가 보이게 하세요.',
  },
  selfie_unverified_other: {
    title: '셀카를 확인하지 못했습니다',
    detail: '밝은 곳에서 얼굴 전체가 보이게 하세요.',
  },
  under_supported_age: { title: '필요한 나이가 되지 않았습니다', detail: '다른 방법은 문의해 주세요.' },
  offline: { title: '연결되어 있지 않습니다', detail: '네트워크를 확인한 후 다시 시도하세요.' },
  network_error: { title: '연결되어 있지 않습니다', detail: '네트워크를 확인한 후 다시 시도하세요.' },
  unauthenticated: { title: '로그인하지 않았습니다', detail: '로그인한 후 다시 시도하세요.' },
  identity_verification_required: { title: '아직 끝나지 않았습니다', detail: '준비되면 다시 시도하세요.' },
  attempts_exhausted: { title: '남은 시도 횟수가 없습니다', detail: '다른 방법은 문의해 주세요.' },
  rate_limited: { title: '너무 자주 시도했습니다', detail: '1분 후에 다시 시도하세요.' },
  user_limit_reached: { title: '오늘은 더 이상 확인할 수 없습니다', detail: '내일 다시 시도하세요.' },
  daily_limit_reached: { title: '오늘은 더 이상 확인할 수 없습니다', detail: '내일 다시 시도하세요.' },
  not_found: { title: '지금은 할 수 없습니다', detail: '페이지를 새로 고치세요.' },
  not_cancelable: { title: '지금은 할 수 없습니다', detail: '페이지를 새로 고치세요.' },
  invalid_state: { title: '지금은 할 수 없습니다', detail: '페이지를 새로 고치세요.' },
  modal_already_open: { title: '이미 열려 있는 확인이 있습니다', detail: '먼저 그것을 끝내세요.' },
  stripe_load_failed: {
    title: '확인 화면을 불러오지 못했습니다',
    detail: '차단 기능을 끄고 다시 시도하세요.',
  },
  device_unsupported: {
    title: '카메라를 사용할 수 없습니다',
    detail: '이 페이지의 카메라 사용을 허용하거나 다른 기기를 사용하세요.',
  },
  aborted: { title: '아직 끝나지 않았습니다', detail: '준비되면 다시 시도하세요.' },
  server_error: { title: '문제가 발생했습니다', detail: '1분 후에 다시 시도하세요.' },
  bad_response: { title: '문제가 발생했습니다', detail: '1분 후에 다시 시도하세요.' },
  stripe_rejected: { title: '문제가 발생했습니다', detail: '1분 후에 다시 시도하세요.' },
  stripe_error: { title: '문제가 발생했습니다', detail: '1분 후에 다시 시도하세요.' },
  stripe_unavailable: { title: '문제가 발생했습니다', detail: '1분 후에 다시 시도하세요.' },
  store_unavailable: { title: '문제가 발생했습니다', detail: '1분 후에 다시 시도하세요.' },
  setup: { title: '이 페이지는 설정되지 않았습니다', detail: '다른 방법은 문의해 주세요.' },
}
