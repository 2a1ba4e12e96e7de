import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: '本人確認が完了していません',
  detail: 'ご都合のよいときに、続きから再開してください。',
}
const noCamera: Advice = {
  title: 'カメラを使用できませんでした',
  detail: 'このページにカメラの使用を許可するか、カメラのある端末を使ってください。',
}
const phoneDeclined: Advice = {
  title: '電話番号の確認が完了していません',
  detail: 'もう一度試して、届いたコードを入力してください。',
}

export const messages: RestTexts = {
  attempts_left: '残りの試行回数：{count}',
  processing_long: {
    title: '引き続き確認しています…',
    detail: 'このページを離れても構いません。戻ったときに、ここに結果が表示されます。',
  },
  open: { title: '開いたウィンドウで続けてください' },
  requires_input: {
    title: '本人確認ができませんでした',
    detail: 'もう一度試すか、別の書類を使ってください。',
  },
  taken_back: {
    title: '本人確認をもう一度行う必要があります',
    detail: '以前の本人確認は無効になりました。お手数ですが、もう一度本人確認を行ってください。',
  },
  canceled: {
    title: 'この本人確認は取り消されました',
    detail: 'いつでも新しく始められます。',
  },
  redacted: {
    title: '本人確認のデータは削除されました',
    detail: '本人確認はいつでも再度行えます。',
  },

  abandoned: notFinished,
  consent_declined: {
    title: '本人確認への同意が得られませんでした',
    detail: 'もう一度試して同意するか、別の方法についてお問い合わせください。',
  },
  country_not_supported: {
    title: 'お住まいの国では本人確認を利用できません',
    detail: '別の方法についてお問い合わせください。',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: '書類の有効期限が切れています',
    detail: '有効な書類を使ってください。',
  },
  document_type_not_supported: {
    title: 'この種類の書類は使用できません',
    detail: '使用できる書類でもう一度お試しください。',
  },
  document_unverified_other: {
    title: '書類を確認できませんでした',
    detail: '明るい場所で、四辺がすべて写るように撮影してください。',
  },
  email_unverified_other: {
    title: 'メールアドレスを確認できませんでした',
    detail: 'アドレスを確認して、届いたコードを入力してください。',
  },
  email_verification_declined: {
    title: 'メールアドレスの確認が完了していません',
    detail: 'もう一度試して、届いたコードを入力してください。',
  },
  id_number_insufficient_document_data: {
    title: '書類の情報が足りず、ID番号を確認できませんでした',
    detail: '氏名と生年月日が記載された書類を使ってください。',
  },
  id_number_mismatch: {
    title: 'ID番号が氏名などの情報と一致しません',
    detail: '番号、氏名、生年月日を確認して、もう一度お試しください。',
  },
  id_number_unverified_other: {
    title: 'ID番号を確認できませんでした',
    detail: '番号を確認して、もう一度お試しください。',
  },
  phone_unverified_other: {
    title: '電話番号を確認できませんでした',
    detail: '番号を確認して、届いたコードを入力してください。',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: '書類に顔写真がありません',
    detail: '顔写真付きの書類を使ってください。',
  },
  selfie_face_mismatch: {
    title: '自撮り写真が書類の写真と一致しません',
    detail: '自撮り写真を撮り直し、ご自身の書類を使ってください。',
  },
  selfie_manipulated: {
    title: '自撮り写真が加工されているようです',
    detail: 'フィルターを使わずに、カメラで撮り直してください。',
  },
  selfie_unverified_other: {
    title: '自撮り写真を確認できませんでした',
    detail: '明るい場所で、顔全体が写るように撮影してください。',
  },
  under_supported_age: {
    title: '対象年齢に達していません',
    detail: '別の方法についてお問い合わせください。',
  },

  offline: {
    title: 'オフラインです',
    detail: 'インターネットに接続して、もう一度お試しください。',
  },
  network_error: {
    title: '接続できませんでした',
    detail: 'インターネット接続を確認して、もう一度お試しください。',
  },
  unauthenticated: {
    title: 'ログインしていません',
    detail: 'ログインしてから、もう一度お試しください。',
  },
  identity_verification_required: {
    title: '先に本人確認を行ってください',
    detail: '本人確認が完了すると、続けられます。',
  },
  attempts_exhausted: {
    title: '試行回数の上限に達しました',
    detail: '別の方法についてお問い合わせください。',
  },
  rate_limited: {
    title: '試行回数が多すぎます',
    detail: '1分後にもう一度お試しください。',
  },
  user_limit_reached: {
    title: '本日の上限に達しました',
    detail: '明日もう一度お試しください。',
  },
  daily_limit_reached: {
    title: '本日はこれ以上本人確認を行えません',
    detail: '明日もう一度お試しください。',
  },
  not_found: {
    title: '本人確認の記録が見つかりませんでした',
    detail: 'ページを再読み込みして、もう一度お試しください。',
  },
  not_cancelable: {
    title: 'この本人確認は現在取り消せません',
    detail: 'ページを再読み込みして、状況を確認してください。',
  },
  invalid_state: {
    title: '現在この操作はできません',
    detail: 'ページを再読み込みして、状況を確認してください。',
  },
  modal_already_open: {
    title: '別の本人確認がすでに進行中です',
    detail: '先にそちらを完了してください。',
  },
  stripe_load_failed: {
    title: '本人確認の画面を読み込めませんでした',
    detail: 'このページで広告ブロッカーなどを無効にして、もう一度お試しください。',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: '問題が発生しました',
    detail: '1分後にもう一度お試しください。',
  },
  setup: {
    title: 'このページでは本人確認を利用できません',
    detail: '別の方法についてお問い合わせください。',
  },
}
