import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: '残りの試行回数：{count}',
  open: { title: '開いたウィンドウで続けてください' },
  requires_input: {
    title: '本人確認ができませんでした',
    detail: 'もう一度試すか、別の書類を使ってください。',
  },
  taken_back: { title: '本人確認ができませんでした', detail: '準備ができたら、もう一度始めてください。' },
  canceled: { title: 'この確認は取り消されました', detail: '準備ができたら、もう一度始めてください。' },
  redacted: { title: 'データは消去されました', detail: '準備ができたら、もう一度始めてください。' },
  abandoned: { title: 'まだ完了していません', detail: '準備ができたら、もう一度お試しください。' },
  consent_declined: {
    title: '確認に同意されませんでした',
    detail: 'もう一度試して同意するか、別の方法についてお問い合わせください。',
  },
  country_not_supported: {
    title: 'お住まいの国には対応していません',
    detail: '別の方法についてお問い合わせください。',
  },
  device_not_supported: {
    title: 'カメラを使用できませんでした',
    detail: 'このページにカメラの使用を許可するか、別の端末を使ってください。',
  },
  document_expired: { title: '書類の有効期限が切れています', detail: '別の書類を使ってください。' },
  document_type_not_supported: {
    title: 'この書類には対応していません',
    detail: '別の書類を使ってください。',
  },
  document_unverified_other: {
    title: '書類を確認できませんでした',
    detail: '明るい場所で四辺をすべて写すか、別の書類を使ってください。',
  },
  email_unverified_other: {
    title: 'メールアドレスを確認できませんでした',
    detail: '届いたコードを入力するか、別のアドレスを使ってください。',
  },
  email_verification_declined: {
    title: 'メールアドレスを確認できませんでした',
    detail: '届いたコードを入力するか、別のアドレスを使ってください。',
  },
  id_number_insufficient_document_data: {
    title: 'ID番号を確認できませんでした',
    detail: '書類のとおりに入力するか、別の書類を使ってください。',
  },
  id_number_mismatch: {
    title: 'ID番号を確認できませんでした',
    detail: '書類のとおりに入力するか、別の書類を使ってください。',
  },
  id_number_unverified_other: {
    title: 'ID番号を確認できませんでした',
    detail: '書類のとおりに入力するか、別の書類を使ってください。',
  },
  phone_unverified_other: {
    title: '電話番号を確認できませんでした',
    detail: '届いたコードを入力するか、別の番号を使ってください。',
  },
  phone_verification_declined: {
    title: '電話番号を確認できませんでした',
    detail: '届いたコードを入力するか、別の番号を使ってください。',
  },
  phone_otp_declined: {
    title: '電話番号を確認できませんでした',
    detail: '届いたコードを入力するか、別の番号を使ってください。',
  },
  selfie_document_missing_photo: { title: '書類に顔写真がありません', detail: '別の書類を使ってください。' },
  selfie_face_mismatch: {
    title: '自撮り写真を確認できませんでした',
    detail: '明るい場所で顔全体を写してください。',
  },
  selfie_manipulated: {
    title: '自撮り写真を確認できませんでした',
    detail: '明るい場所で顔全体を写してください。',
  },
  selfie_unverified_other: {
    title: '自撮り写真を確認できませんでした',
    detail: '明るい場所で顔全体を写してください。',
  },
  under_supported_age: {
    title: '対象年齢に達していません',
    detail: '別の方法についてお問い合わせください。',
  },
  offline: { title: '接続がありません', detail: 'ネットワークを確認して、もう一度お試しください。' },
  network_error: { title: '接続がありません', detail: 'ネットワークを確認して、もう一度お試しください。' },
  unauthenticated: {
    title: 'サインインしていません',
    detail: 'サインインしてから、もう一度お試しください。',
  },
  identity_verification_required: {
    title: 'まだ完了していません',
    detail: '準備ができたら、もう一度お試しください。',
  },
  attempts_exhausted: {
    title: '試行回数の上限に達しました',
    detail: '別の方法についてお問い合わせください。',
  },
  rate_limited: { title: '試行が多すぎます', detail: '1分後にもう一度お試しください。' },
  user_limit_reached: { title: '本日はこれ以上確認できません', detail: '明日もう一度お試しください。' },
  daily_limit_reached: { title: '本日はこれ以上確認できません', detail: '明日もう一度お試しください。' },
  not_found: { title: '現在は実行できません', detail: 'ページを再読み込みしてください。' },
  not_cancelable: { title: '現在は実行できません', detail: 'ページを再読み込みしてください。' },
  invalid_state: { title: '現在は実行できません', detail: 'ページを再読み込みしてください。' },
  modal_already_open: { title: '別の確認が開いています', detail: '先にそちらを完了してください。' },
  stripe_load_failed: {
    title: '確認画面を読み込めませんでした',
    detail: 'ブロック機能を無効にして、もう一度お試しください。',
  },
  device_unsupported: {
    title: 'カメラを使用できませんでした',
    detail: 'このページにカメラの使用を許可するか、別の端末を使ってください。',
  },
  aborted: { title: 'まだ完了していません', detail: '準備ができたら、もう一度お試しください。' },
  server_error: { title: '問題が発生しました', detail: '1分後にもう一度お試しください。' },
  bad_response: { title: '問題が発生しました', detail: '1分後にもう一度お試しください。' },
  stripe_rejected: { title: '問題が発生しました', detail: '1分後にもう一度お試しください。' },
  stripe_error: { title: '問題が発生しました', detail: '1分後にもう一度お試しください。' },
  stripe_unavailable: { title: '問題が発生しました', detail: '1分後にもう一度お試しください。' },
  store_unavailable: { title: '問題が発生しました', detail: '1分後にもう一度お試しください。' },
  setup: { title: 'このページは設定されていません', detail: '別の方法についてお問い合わせください。' },
}
