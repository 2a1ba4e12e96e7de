import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: '您尚未完成驗證',
  detail: '您可以在方便時從中斷處繼續。',
}
const noCamera: Advice = {
  title: '無法使用您的相機',
  detail: '請允許此頁面使用相機，或改用有相機的裝置。',
}
const phoneDeclined: Advice = {
  title: '您未完成電話號碼驗證',
  detail: '請重試，並輸入收到的驗證碼。',
}

export const messages: RestTexts = {
  attempts_left: '剩餘嘗試次數：{count}',
  processing_long: {
    title: '仍在核對中…',
    detail: '您可以離開此頁面。返回時可在此查看結果。',
  },
  open: { title: '請在開啟的視窗中繼續' },
  requires_input: {
    title: '無法驗證您的身分',
    detail: '請重試，或使用其他證件。',
  },
  taken_back: {
    title: '需要重新進行身分驗證',
    detail: '您先前的驗證已失效。請再次驗證您的身分。',
  },
  canceled: {
    title: '這次驗證已取消',
    detail: '您可以隨時重新開始。',
  },
  redacted: {
    title: '您的驗證資料已刪除',
    detail: '您可以隨時再次驗證身分。',
  },

  abandoned: notFinished,
  consent_declined: {
    title: '您未同意進行驗證',
    detail: '請重試並同意，或與我們聯絡以其他方式驗證。',
  },
  country_not_supported: {
    title: '您所在的國家或地區不支援驗證',
    detail: '請與我們聯絡以其他方式驗證。',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: '您的證件已過期',
    detail: '請使用有效的證件。',
  },
  document_type_not_supported: {
    title: '我們不接受這類證件',
    detail: '請使用我們接受的證件重試。',
  },
  document_unverified_other: {
    title: '無法驗證您的證件',
    detail: '請在光線充足處拍攝，並露出證件四邊。',
  },
  email_unverified_other: {
    title: '無法驗證您的電子郵件地址',
    detail: '請檢查地址，並輸入收到的驗證碼。',
  },
  email_verification_declined: {
    title: '您未完成電子郵件地址驗證',
    detail: '請重試，並輸入收到的驗證碼。',
  },
  id_number_insufficient_document_data: {
    title: '您的證件資料不足，無法核對證件號碼',
    detail: '請使用印有全名和出生日期的證件。',
  },
  id_number_mismatch: {
    title: '證件號碼與您的資料不符',
    detail: '請檢查號碼、姓名和出生日期，然後重試。',
  },
  id_number_unverified_other: {
    title: '無法驗證您的證件號碼',
    detail: '請檢查號碼，然後重試。',
  },
  phone_unverified_other: {
    title: '無法驗證您的電話號碼',
    detail: '請檢查號碼，並輸入收到的驗證碼。',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: '您的證件上沒有您的照片',
    detail: '請使用附有照片的證件。',
  },
  selfie_face_mismatch: {
    title: '您的自拍照與證件照片不符',
    detail: '請重新自拍，並使用您本人的證件。',
  },
  selfie_manipulated: {
    title: '您的自拍照似乎經過編輯',
    detail: '請用相機重新拍攝，不要使用濾鏡。',
  },
  selfie_unverified_other: {
    title: '無法驗證您的自拍照',
    detail: '請在光線充足處拍攝，並露出整張臉。',
  },
  under_supported_age: {
    title: '您未達最低年齡',
    detail: '請與我們聯絡以其他方式驗證。',
  },

  offline: {
    title: '您目前離線',
    detail: '請連上網際網路，然後重試。',
  },
  network_error: {
    title: '無法連線',
    detail: '請檢查網路連線，然後重試。',
  },
  unauthenticated: {
    title: '您尚未登入',
    detail: '請登入後重試。',
  },
  identity_verification_required: {
    title: '請先驗證您的身分',
    detail: '完成後即可繼續。',
  },
  attempts_exhausted: {
    title: '您的嘗試次數已用完',
    detail: '請與我們聯絡以其他方式驗證。',
  },
  rate_limited: {
    title: '短時間內嘗試次數過多',
    detail: '請於一分鐘後重試。',
  },
  user_limit_reached: {
    title: '您已達今日上限',
    detail: '請明天再試。',
  },
  daily_limit_reached: {
    title: '今天無法再進行驗證',
    detail: '請明天再試。',
  },
  not_found: {
    title: '找不到您的驗證紀錄',
    detail: '請重新載入頁面，然後重試。',
  },
  not_cancelable: {
    title: '目前無法取消這次驗證',
    detail: '請重新載入頁面以查看驗證狀態。',
  },
  invalid_state: {
    title: '目前無法執行此操作',
    detail: '請重新載入頁面以查看驗證狀態。',
  },
  modal_already_open: {
    title: '已有另一項驗證正在進行',
    detail: '請先完成該項驗證。',
  },
  stripe_load_failed: {
    title: '無法載入身分驗證',
    detail: '請關閉此頁面的廣告封鎖工具，然後重試。',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: '發生錯誤',
    detail: '請於一分鐘後重試。',
  },
  setup: {
    title: '此頁面尚未設定身分驗證',
    detail: '請與我們聯絡以其他方式驗證。',
  },
}
