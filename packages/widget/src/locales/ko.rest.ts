import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: '본인 확인이 완료되지 않았습니다',
  detail: '편하실 때 중단한 곳부터 계속하실 수 있습니다.',
}
const noCamera: Advice = {
  title: '카메라를 사용할 수 없습니다',
  detail: '이 페이지의 카메라 사용을 허용하거나 카메라가 있는 기기를 사용해 주세요.',
}
const phoneDeclined: Advice = {
  title: '전화번호를 인증하지 않았습니다',
  detail: '다시 시도하여 전송된 코드를 입력해 주세요.',
}

export const messages: RestTexts = {
  attempts_left: '남은 시도 횟수: {count}',
  processing_long: {
    title: '아직 확인하고 있습니다…',
    detail: '이 페이지를 나가셔도 됩니다. 돌아오시면 여기에서 결과를 보실 수 있습니다.',
  },
  open: { title: '열린 창에서 계속해 주세요' },
  requires_input: {
    title: '본인 확인을 완료하지 못했습니다',
    detail: '다시 시도하거나 다른 신분증을 사용해 주세요.',
  },
  taken_back: {
    title: '본인 확인을 다시 해야 합니다',
    detail: '이전 본인 확인은 더 이상 유효하지 않습니다. 본인 확인을 다시 진행해 주세요.',
  },
  canceled: {
    title: '본인 확인이 취소되었습니다',
    detail: '언제든지 새로 시작하실 수 있습니다.',
  },
  redacted: {
    title: '본인 확인 데이터가 삭제되었습니다',
    detail: '언제든지 다시 본인 확인을 하실 수 있습니다.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: '본인 확인에 동의하지 않았습니다',
    detail: '다시 시도하여 동의하거나, 다른 방법을 원하시면 문의해 주세요.',
  },
  country_not_supported: {
    title: '거주 국가에서는 본인 확인을 이용할 수 없습니다',
    detail: '다른 방법을 원하시면 문의해 주세요.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: '신분증이 만료되었습니다',
    detail: '유효한 신분증을 사용해 주세요.',
  },
  document_type_not_supported: {
    title: '이 유형의 신분증은 사용할 수 없습니다',
    detail: '사용 가능한 신분증으로 다시 시도해 주세요.',
  },
  document_unverified_other: {
    title: '신분증을 확인하지 못했습니다',
    detail: '밝은 곳에서 네 모서리가 모두 보이도록 촬영해 주세요.',
  },
  email_unverified_other: {
    title: '이메일 주소를 확인하지 못했습니다',
    detail: '주소를 확인하고 전송된 코드를 입력해 주세요.',
  },
  email_verification_declined: {
    title: '이메일 주소를 인증하지 않았습니다',
    detail: '다시 시도하여 전송된 코드를 입력해 주세요.',
  },
  id_number_insufficient_document_data: {
    title: '신분증의 정보가 부족하여 ID 번호를 확인할 수 없습니다',
    detail: '성명과 생년월일이 표시된 신분증을 사용해 주세요.',
  },
  id_number_mismatch: {
    title: 'ID 번호가 입력하신 정보와 일치하지 않습니다',
    detail: '번호, 이름, 생년월일을 확인한 후 다시 시도해 주세요.',
  },
  id_number_unverified_other: {
    title: 'ID 번호를 확인하지 못했습니다',
    detail: '번호를 확인한 후 다시 시도해 주세요.',
  },
  phone_unverified_other: {
    title: '전화번호를 확인하지 못했습니다',
    detail: '번호를 확인하고 전송된 코드를 입력해 주세요.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: '신분증에 사진이 없습니다',
    detail: '사진이 있는 신분증을 사용해 주세요.',
  },
  selfie_face_mismatch: {
    title: '셀카가 신분증 사진과 일치하지 않습니다',
    detail: '셀카를 다시 찍고 본인의 신분증을 사용해 주세요.',
  },
  selfie_manipulated: {
    title: '셀카가 편집된 것 같습니다',
    detail: '필터 없이 카메라로 다시 찍어 주세요.',
  },
  selfie_unverified_other: {
    title: '셀카를 확인하지 못했습니다',
    detail: '밝은 곳에서 얼굴 전체가 보이도록 찍어 주세요.',
  },
  under_supported_age: {
    title: '최소 연령 기준을 충족하지 않습니다',
    detail: '다른 방법을 원하시면 문의해 주세요.',
  },

  offline: {
    title: '오프라인 상태입니다',
    detail: '인터넷에 연결한 후 다시 시도해 주세요.',
  },
  network_error: {
    title: '연결하지 못했습니다',
    detail: '인터넷 연결을 확인한 후 다시 시도해 주세요.',
  },
  unauthenticated: {
    title: '로그인되어 있지 않습니다',
    detail: '로그인한 후 다시 시도해 주세요.',
  },
  identity_verification_required: {
    title: '먼저 본인 확인을 해 주세요',
    detail: '본인 확인을 마친 후 계속하실 수 있습니다.',
  },
  attempts_exhausted: {
    title: '남은 시도 횟수가 없습니다',
    detail: '다른 방법을 원하시면 문의해 주세요.',
  },
  rate_limited: {
    title: '짧은 시간에 너무 많이 시도했습니다',
    detail: '1분 후에 다시 시도해 주세요.',
  },
  user_limit_reached: {
    title: '오늘의 한도에 도달했습니다',
    detail: '내일 다시 시도해 주세요.',
  },
  daily_limit_reached: {
    title: '오늘은 더 이상 본인 확인을 할 수 없습니다',
    detail: '내일 다시 시도해 주세요.',
  },
  not_found: {
    title: '본인 확인 내역을 찾지 못했습니다',
    detail: '페이지를 새로고침한 후 다시 시도해 주세요.',
  },
  not_cancelable: {
    title: '지금은 본인 확인을 취소할 수 없습니다',
    detail: '페이지를 새로고침하여 상태를 확인해 주세요.',
  },
  invalid_state: {
    title: '지금은 할 수 없는 작업입니다',
    detail: '페이지를 새로고침하여 상태를 확인해 주세요.',
  },
  modal_already_open: {
    title: '이미 진행 중인 다른 본인 확인이 있습니다',
    detail: '먼저 해당 본인 확인을 완료해 주세요.',
  },
  stripe_load_failed: {
    title: '본인 확인 화면을 불러오지 못했습니다',
    detail: '이 페이지에서 광고 차단 프로그램을 끄고 다시 시도해 주세요.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: '문제가 발생했습니다',
    detail: '1분 후에 다시 시도해 주세요.',
  },
  setup: {
    title: '이 페이지에는 본인 확인이 설정되어 있지 않습니다',
    detail: '다른 방법을 원하시면 문의해 주세요.',
  },
}
