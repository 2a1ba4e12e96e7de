import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Не завършихте потвърждаването',
  detail: 'Продължете оттам, докъдето стигнахте, когато ви е удобно.',
}
const noCamera: Advice = {
  title: 'Не успяхме да използваме камерата ви',
  detail: 'Разрешете на тази страница достъп до камерата или използвайте устройство с камера.',
}
const phoneDeclined: Advice = {
  title: 'Не потвърдихте телефонния си номер',
  detail: 'Опитайте отново и въведете изпратения код.',
}
const somethingWrong: Advice = {
  title: 'Нещо се обърка',
  detail: 'Опитайте отново след минута.',
}

export const messages: RestTexts = {
  attempts_left: 'Оставащи опити: {count}',
  open: { title: 'Продължете в прозореца, който се отвори' },
  requires_input: {
    title: 'Не успяхме да потвърдим самоличността ви',
    detail: 'Опитайте отново или използвайте друг документ.',
  },
  taken_back: {
    title: 'Това потвърждаване трябва да се повтори',
    detail: 'Предишното ви потвърждение вече не е валидно. Моля, потвърдете самоличността си отново.',
  },
  canceled: {
    title: 'Това потвърждаване беше отменено',
    detail: 'Може да започнете ново по всяко време.',
  },
  redacted: {
    title: 'Данните от потвърждаването ви са изтрити',
    detail: 'Може да потвърдите самоличността си отново по всяко време.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Не се съгласихте с потвърждаването',
    detail: 'Опитайте отново, за да се съгласите, или се свържете с нас за друг начин.',
  },
  country_not_supported: {
    title: 'Потвърждаването не е достъпно във вашата държава',
    detail: 'Свържете се с нас за друг начин.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Документът ви е изтекъл',
    detail: 'Използвайте валиден документ.',
  },
  document_type_not_supported: {
    title: 'Не приемаме този вид документ',
    detail: 'Опитайте отново с някой от приеманите документи.',
  },
  document_unverified_other: {
    title: 'Не успяхме да потвърдим документа ви',
    detail: 'Снимайте на добра светлина, така че да се виждат и четирите края.',
  },
  email_unverified_other: {
    title: 'Не успяхме да потвърдим имейл адреса ви',
    detail: 'Проверете адреса и въведете изпратения код.',
  },
  email_verification_declined: {
    title: 'Не потвърдихте имейл адреса си',
    detail: 'Опитайте отново и въведете изпратения код.',
  },
  id_number_insufficient_document_data: {
    title: 'Документът ви не съдържа достатъчно данни за проверка на личния номер',
    detail: 'Използвайте документ с пълното ви име и дата на раждане.',
  },
  id_number_mismatch: {
    title: 'Личният ви номер не съответства на данните ви',
    detail: 'Проверете номера, името и датата си на раждане и опитайте отново.',
  },
  id_number_unverified_other: {
    title: 'Не успяхме да потвърдим личния ви номер',
    detail: 'Проверете номера и опитайте отново.',
  },
  phone_unverified_other: {
    title: 'Не успяхме да потвърдим телефонния ви номер',
    detail: 'Проверете номера и въведете изпратения код.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'В документа ви няма ваша снимка',
    detail: 'Използвайте документ със снимка.',
  },
  selfie_face_mismatch: {
    title: 'Селфито ви не съответства на снимката в документа',
    detail: 'Направете ново селфи и използвайте собствен документ.',
  },
  selfie_manipulated: {
    title: 'Селфито ви изглежда редактирано',
    detail: 'Направете ново с камерата, без филтри.',
  },
  selfie_unverified_other: {
    title: 'Не успяхме да потвърдим селфито ви',
    detail: 'Направете го на добра светлина, така че да се вижда цялото лице.',
  },
  under_supported_age: {
    title: 'Нямате необходимата минимална възраст',
    detail: 'Свържете се с нас за друг начин.',
  },

  offline: {
    title: 'Нямате връзка с интернет',
    detail: 'Свържете се с интернет и опитайте отново.',
  },
  network_error: {
    title: 'Връзката не беше осъществена',
    detail: 'Проверете интернет връзката си и опитайте отново.',
  },
  unauthenticated: {
    title: 'Не сте влезли в профила си',
    detail: 'Влезте и опитайте отново.',
  },
  identity_verification_required: {
    title: 'Моля, първо потвърдете самоличността си',
    detail: 'След това ще можете да продължите.',
  },
  attempts_exhausted: {
    title: 'Нямате повече опити',
    detail: 'Свържете се с нас за друг начин.',
  },
  rate_limited: {
    title: 'Твърде много опити за кратко време',
    detail: 'Опитайте отново след минута.',
  },
  user_limit_reached: {
    title: 'Достигнахте ограничението за днес',
    detail: 'Опитайте отново утре.',
  },
  daily_limit_reached: {
    title: 'Днес не са възможни повече потвърждавания',
    detail: 'Опитайте отново утре.',
  },
  not_found: {
    title: 'Не намерихме вашето потвърждаване',
    detail: 'Презаредете страницата и опитайте отново.',
  },
  not_cancelable: {
    title: 'Това потвърждаване не може да се отмени сега',
    detail: 'Презаредете страницата, за да видите докъде е стигнало.',
  },
  invalid_state: {
    title: 'Това не е възможно в момента',
    detail: 'Презаредете страницата, за да видите докъде е стигнало потвърждаването.',
  },
  modal_already_open: {
    title: 'Вече е отворено друго потвърждаване',
    detail: 'Първо завършете него.',
  },
  stripe_load_failed: {
    title: 'Потвърждаването не се зареди',
    detail: 'Изключете блокирането на реклами за тази страница и опитайте отново.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: somethingWrong,
  bad_response: somethingWrong,
  stripe_rejected: somethingWrong,
  stripe_error: somethingWrong,
  stripe_unavailable: somethingWrong,
  store_unavailable: somethingWrong,
  setup: {
    title: 'Потвърждаването не е настроено на тази страница',
    detail: 'Свържете се с нас за друг начин.',
  },
}
