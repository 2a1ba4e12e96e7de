import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Підтвердити особу',
  retry: 'Спробувати ще раз',
  idle: {
    title: 'Підтвердження особи',
    detail: 'Вам знадобляться посвідчення особи, камера та близько двох хвилин.',
  },
  privacy: 'Stripe отримує ваш документ і фотографії та передає нам результати.',
  starting: { title: 'Хвилинку…' },
  processing: {
    title: 'Перевіряємо ваші дані…',
    detail: 'Зазвичай це триває менше хвилини.',
  },
  verified: { title: 'Вашу особу підтверджено' },
  unavailable: {
    title: 'Перевірка зараз недоступна',
    detail: 'Перевірте з’єднання та оновіть сторінку.',
  },
}
