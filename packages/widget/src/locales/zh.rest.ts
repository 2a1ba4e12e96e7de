import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: '您尚未完成验证',
  detail: '您可以在方便时从中断处继续。',
}
const noCamera: Advice = {
  title: '无法使用您的摄像头',
  detail: '请允许此页面使用摄像头，或改用带摄像头的设备。',
}
const phoneDeclined: Advice = {
  title: '您未完成手机号码验证',
  detail: '请重试，并输入收到的验证码。',
}

export const messages: RestTexts = {
  attempts_left: '剩余尝试次数：{count}',
  processing_long: {
    title: '仍在核验中…',
    detail: '您可以离开此页面。返回时可在此查看结果。',
  },
  open: { title: '请在打开的窗口中继续' },
  requires_input: {
    title: '无法验证您的身份',
    detail: '请重试，或使用其他证件。',
  },
  taken_back: {
    title: '需要重新进行身份验证',
    detail: '您之前的验证已失效。请再次验证您的身份。',
  },
  canceled: {
    title: '此次验证已取消',
    detail: '您可以随时重新开始。',
  },
  redacted: {
    title: '您的验证数据已删除',
    detail: '您可以随时再次验证身份。',
  },

  abandoned: notFinished,
  consent_declined: {
    title: '您未同意进行验证',
    detail: '请重试并同意，或联系我们以其他方式验证。',
  },
  country_not_supported: {
    title: '您所在的国家或地区暂不支持验证',
    detail: '请联系我们以其他方式验证。',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: '您的证件已过期',
    detail: '请使用有效证件。',
  },
  document_type_not_supported: {
    title: '不接受此类证件',
    detail: '请使用我们接受的证件重试。',
  },
  document_unverified_other: {
    title: '无法核验您的证件',
    detail: '请在光线充足处拍摄，并露出证件四边。',
  },
  email_unverified_other: {
    title: '无法验证您的电子邮箱',
    detail: '请检查邮箱地址，并输入收到的验证码。',
  },
  email_verification_declined: {
    title: '您未完成电子邮箱验证',
    detail: '请重试，并输入收到的验证码。',
  },
  id_number_insufficient_document_data: {
    title: '您的证件信息不足，无法核验证件号码',
    detail: '请使用印有全名和出生日期的证件。',
  },
  id_number_mismatch: {
    title: '证件号码与您的信息不符',
    detail: '请检查号码、姓名和出生日期，然后重试。',
  },
  id_number_unverified_other: {
    title: '无法核验您的证件号码',
    detail: '请检查号码，然后重试。',
  },
  phone_unverified_other: {
    title: '无法验证您的手机号码',
    detail: '请检查号码，并输入收到的验证码。',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: '您的证件上没有您的照片',
    detail: '请使用带照片的证件。',
  },
  selfie_face_mismatch: {
    title: '您的自拍照与证件照片不符',
    detail: '请重新自拍，并使用您本人的证件。',
  },
  selfie_manipulated: {
    title: '您的自拍照似乎经过编辑',
    detail: '请用摄像头重新拍摄，不要使用滤镜。',
  },
  selfie_unverified_other: {
    title: '无法核验您的自拍照',
    detail: '请在光线充足处拍摄，并露出整张脸。',
  },
  under_supported_age: {
    title: '您未达到最低年龄要求',
    detail: '请联系我们以其他方式验证。',
  },

  offline: {
    title: '您处于离线状态',
    detail: '请连接互联网，然后重试。',
  },
  network_error: {
    title: '无法连接',
    detail: '请检查网络连接，然后重试。',
  },
  unauthenticated: {
    title: '您尚未登录',
    detail: '请登录后重试。',
  },
  identity_verification_required: {
    title: '请先验证您的身份',
    detail: '完成后即可继续。',
  },
  attempts_exhausted: {
    title: '您的尝试次数已用完',
    detail: '请联系我们以其他方式验证。',
  },
  rate_limited: {
    title: '短时间内尝试次数过多',
    detail: '请一分钟后重试。',
  },
  user_limit_reached: {
    title: '您已达到今日上限',
    detail: '请明天再试。',
  },
  daily_limit_reached: {
    title: '今天无法再进行验证',
    detail: '请明天再试。',
  },
  not_found: {
    title: '找不到您的验证记录',
    detail: '请重新加载页面，然后重试。',
  },
  not_cancelable: {
    title: '现在无法取消此次验证',
    detail: '请重新加载页面以查看验证状态。',
  },
  invalid_state: {
    title: '目前无法执行此操作',
    detail: '请重新加载页面以查看验证状态。',
  },
  modal_already_open: {
    title: '已有一项验证正在进行',
    detail: '请先完成该验证。',
  },
  stripe_load_failed: {
    title: '无法加载身份验证',
    detail: '请关闭此页面的广告拦截器，然后重试。',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: '出了点问题',
    detail: '请一分钟后重试。',
  },
  setup: {
    title: '此页面尚未配置身份验证',
    detail: '请联系我们以其他方式验证。',
  },
}
