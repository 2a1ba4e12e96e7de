import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Проверка не завершена',
  detail: 'Продолжите с того же места, когда вам будет удобно.',
}
const noCamera: Advice = {
  title: 'Не удалось использовать вашу камеру',
  detail: 'Разрешите этой странице доступ к камере или используйте устройство с камерой.',
}
const phoneDeclined: Advice = {
  title: 'Номер телефона не подтверждён',
  detail: 'Повторите попытку и введите присланный код.',
}
const somethingWrong: Advice = {
  title: 'Что-то пошло не так',
  detail: 'Повторите попытку через минуту.',
}

export const messages: RestTexts = {
  attempts_left: 'Осталось попыток: {count}',
  open: { title: 'Продолжите в открывшемся окне' },
  requires_input: {
    title: 'Не удалось подтвердить вашу личность',
    detail: 'Повторите попытку или используйте другой документ.',
  },
  taken_back: {
    title: 'Эту проверку нужно пройти заново',
    detail: 'Прежнее подтверждение больше не действует. Подтвердите личность ещё раз.',
  },
  canceled: {
    title: 'Эта проверка отменена',
    detail: 'Новую можно начать в любое время.',
  },
  redacted: {
    title: 'Данные вашей проверки удалены',
    detail: 'Подтвердить личность снова можно в любое время.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Вы не дали согласия на проверку',
    detail: 'Повторите попытку, чтобы согласиться, или свяжитесь с нами, чтобы выбрать другой способ.',
  },
  country_not_supported: {
    title: 'Проверка недоступна в вашей стране',
    detail: 'Свяжитесь с нами, чтобы выбрать другой способ.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Срок действия вашего документа истёк',
    detail: 'Используйте действующий документ.',
  },
  document_type_not_supported: {
    title: 'Такой документ не принимается',
    detail: 'Повторите попытку с одним из принимаемых документов.',
  },
  document_unverified_other: {
    title: 'Не удалось проверить ваш документ',
    detail: 'Сделайте снимок при хорошем освещении, чтобы были видны все четыре края.',
  },
  email_unverified_other: {
    title: 'Не удалось подтвердить ваш адрес электронной почты',
    detail: 'Проверьте адрес и введите присланный код.',
  },
  email_verification_declined: {
    title: 'Адрес электронной почты не подтверждён',
    detail: 'Повторите попытку и введите присланный код.',
  },
  id_number_insufficient_document_data: {
    title: 'В вашем документе недостаточно данных для проверки идентификационного номера',
    detail: 'Используйте документ, в котором указаны полное имя и дата рождения.',
  },
  id_number_mismatch: {
    title: 'Идентификационный номер не соответствует вашим данным',
    detail: 'Проверьте номер, имя и дату рождения и повторите попытку.',
  },
  id_number_unverified_other: {
    title: 'Не удалось проверить ваш идентификационный номер',
    detail: 'Проверьте номер и повторите попытку.',
  },
  phone_unverified_other: {
    title: 'Не удалось подтвердить ваш номер телефона',
    detail: 'Проверьте номер и введите присланный код.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'В вашем документе нет вашей фотографии',
    detail: 'Используйте документ с фотографией.',
  },
  selfie_face_mismatch: {
    title: 'Селфи не соответствует фотографии в документе',
    detail: 'Сделайте новое селфи и используйте собственный документ.',
  },
  selfie_manipulated: {
    title: 'Похоже, селфи отредактировано',
    detail: 'Сделайте новое камерой, без фильтров.',
  },
  selfie_unverified_other: {
    title: 'Не удалось проверить ваше селфи',
    detail: 'Сделайте его при хорошем освещении, чтобы лицо было видно полностью.',
  },
  under_supported_age: {
    title: 'Ваш возраст меньше минимального',
    detail: 'Свяжитесь с нами, чтобы выбрать другой способ.',
  },

  offline: {
    title: 'Нет подключения к интернету',
    detail: 'Подключитесь к интернету и повторите попытку.',
  },
  network_error: {
    title: 'Не удалось установить соединение',
    detail: 'Проверьте подключение к интернету и повторите попытку.',
  },
  unauthenticated: {
    title: 'Вы не вошли в аккаунт',
    detail: 'Войдите и повторите попытку.',
  },
  identity_verification_required: {
    title: 'Сначала подтвердите личность',
    detail: 'После этого вы сможете продолжить.',
  },
  attempts_exhausted: {
    title: 'У вас не осталось попыток',
    detail: 'Свяжитесь с нами, чтобы выбрать другой способ.',
  },
  rate_limited: {
    title: 'Слишком много попыток за короткое время',
    detail: 'Повторите попытку через минуту.',
  },
  user_limit_reached: {
    title: 'Лимит на сегодня исчерпан',
    detail: 'Повторите попытку завтра.',
  },
  daily_limit_reached: {
    title: 'Сегодня больше нельзя пройти проверку',
    detail: 'Повторите попытку завтра.',
  },
  not_found: {
    title: 'Ваша проверка не найдена',
    detail: 'Обновите страницу и повторите попытку.',
  },
  not_cancelable: {
    title: 'Сейчас эту проверку нельзя отменить',
    detail: 'Обновите страницу, чтобы увидеть её состояние.',
  },
  invalid_state: {
    title: 'Сейчас это невозможно',
    detail: 'Обновите страницу, чтобы увидеть состояние проверки.',
  },
  modal_already_open: {
    title: 'Уже открыта другая проверка',
    detail: 'Сначала завершите её.',
  },
  stripe_load_failed: {
    title: 'Проверка не загрузилась',
    detail: 'Отключите блокировщик рекламы на этой странице и повторите попытку.',
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
    title: 'Проверка на этой странице не настроена',
    detail: 'Свяжитесь с нами, чтобы выбрать другой способ.',
  },
}
