import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Перевірку не завершено',
  detail: 'Продовжте з того самого місця, коли вам буде зручно.',
}
const noCamera: Advice = {
  title: 'Не вдалося скористатися вашою камерою',
  detail: 'Дозвольте цій сторінці доступ до камери або скористайтеся пристроєм із камерою.',
}
const phoneDeclined: Advice = {
  title: 'Номер телефону не підтверджено',
  detail: 'Спробуйте ще раз і введіть надісланий код.',
}
const somethingWrong: Advice = {
  title: 'Щось пішло не так',
  detail: 'Спробуйте ще раз за хвилину.',
}

export const messages: RestTexts = {
  attempts_left: 'Залишилося спроб: {count}',
  open: { title: 'Продовжте у вікні, що відкрилося' },
  requires_input: {
    title: 'Не вдалося підтвердити вашу особу',
    detail: 'Спробуйте ще раз або скористайтеся іншим документом.',
  },
  taken_back: {
    title: 'Цю перевірку потрібно пройти знову',
    detail: 'Попереднє підтвердження більше не дійсне. Підтвердьте свою особу ще раз.',
  },
  canceled: {
    title: 'Цю перевірку скасовано',
    detail: 'Нову можна почати будь-коли.',
  },
  redacted: {
    title: 'Дані вашої перевірки видалено',
    detail: 'Підтвердити особу знову можна будь-коли.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Ви не погодилися на перевірку',
    detail: 'Спробуйте ще раз, щоб погодитися, або зв’яжіться з нами, щоб обрати інший спосіб.',
  },
  country_not_supported: {
    title: 'Перевірка недоступна у вашій країні',
    detail: 'Зв’яжіться з нами, щоб обрати інший спосіб.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Термін дії вашого документа закінчився',
    detail: 'Скористайтеся чинним документом.',
  },
  document_type_not_supported: {
    title: 'Такий документ не приймається',
    detail: 'Спробуйте ще раз з одним із прийнятних документів.',
  },
  document_unverified_other: {
    title: 'Не вдалося перевірити ваш документ',
    detail: 'Зробіть знімок за доброго освітлення, щоб було видно всі чотири краї.',
  },
  email_unverified_other: {
    title: 'Не вдалося підтвердити вашу електронну адресу',
    detail: 'Перевірте адресу та введіть надісланий код.',
  },
  email_verification_declined: {
    title: 'Електронну адресу не підтверджено',
    detail: 'Спробуйте ще раз і введіть надісланий код.',
  },
  id_number_insufficient_document_data: {
    title: 'У вашому документі недостатньо даних для перевірки ідентифікаційного номера',
    detail: 'Скористайтеся документом, у якому вказано повне ім’я та дату народження.',
  },
  id_number_mismatch: {
    title: 'Ідентифікаційний номер не відповідає вашим даним',
    detail: 'Перевірте номер, ім’я та дату народження і спробуйте ще раз.',
  },
  id_number_unverified_other: {
    title: 'Не вдалося перевірити ваш ідентифікаційний номер',
    detail: 'Перевірте номер і спробуйте ще раз.',
  },
  phone_unverified_other: {
    title: 'Не вдалося підтвердити ваш номер телефону',
    detail: 'Перевірте номер і введіть надісланий код.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'У вашому документі немає вашої фотографії',
    detail: 'Скористайтеся документом із фотографією.',
  },
  selfie_face_mismatch: {
    title: 'Селфі не відповідає фотографії в документі',
    detail: 'Зробіть нове селфі та скористайтеся власним документом.',
  },
  selfie_manipulated: {
    title: 'Схоже, селфі відредаговано',
    detail: 'Зробіть нове камерою, без фільтрів.',
  },
  selfie_unverified_other: {
    title: 'Не вдалося перевірити ваше селфі',
    detail: 'Зробіть його за доброго освітлення, щоб обличчя було видно повністю.',
  },
  under_supported_age: {
    title: 'Ваш вік менший за мінімальний',
    detail: 'Зв’яжіться з нами, щоб обрати інший спосіб.',
  },

  offline: {
    title: 'Немає з’єднання з інтернетом',
    detail: 'Під’єднайтеся до інтернету та спробуйте ще раз.',
  },
  network_error: {
    title: 'Не вдалося встановити з’єднання',
    detail: 'Перевірте з’єднання з інтернетом і спробуйте ще раз.',
  },
  unauthenticated: {
    title: 'Ви не ввійшли в обліковий запис',
    detail: 'Увійдіть і спробуйте ще раз.',
  },
  identity_verification_required: {
    title: 'Спочатку підтвердьте свою особу',
    detail: 'Після цього ви зможете продовжити.',
  },
  attempts_exhausted: {
    title: 'У вас не залишилося спроб',
    detail: 'Зв’яжіться з нами, щоб обрати інший спосіб.',
  },
  rate_limited: {
    title: 'Забагато спроб за короткий час',
    detail: 'Спробуйте ще раз за хвилину.',
  },
  user_limit_reached: {
    title: 'Ліміт на сьогодні вичерпано',
    detail: 'Спробуйте ще раз завтра.',
  },
  daily_limit_reached: {
    title: 'Сьогодні більше не можна пройти перевірку',
    detail: 'Спробуйте ще раз завтра.',
  },
  not_found: {
    title: 'Вашу перевірку не знайдено',
    detail: 'Оновіть сторінку та спробуйте ще раз.',
  },
  not_cancelable: {
    title: 'Зараз цю перевірку не можна скасувати',
    detail: 'Оновіть сторінку, щоб побачити її стан.',
  },
  invalid_state: {
    title: 'Зараз це неможливо',
    detail: 'Оновіть сторінку, щоб побачити стан перевірки.',
  },
  modal_already_open: {
    title: 'Уже відкрито іншу перевірку',
    detail: 'Спочатку завершіть її.',
  },
  stripe_load_failed: {
    title: 'Перевірка не завантажилася',
    detail: 'Вимкніть блокувальник реклами на цій сторінці та спробуйте ще раз.',
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
    title: 'Перевірку на цій сторінці не налаштовано',
    detail: 'Зв’яжіться з нами, щоб обрати інший спосіб.',
  },
}
