import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Подтвердить личность',
  retry: 'Повторить попытку',
  idle: {
    title: 'Подтверждение личности',
    detail: 'Вам понадобятся удостоверение личности, камера и около двух минут.',
  },
  privacy: 'Stripe получает ваш документ и фотографии и передаёт нам результаты.',
  starting: { title: 'Одну минуту…' },
  processing: {
    title: 'Проверяем ваши данные…',
    detail: 'Обычно это занимает меньше минуты.',
  },
  verified: { title: 'Ваша личность подтверждена' },
  unavailable: {
    title: 'Сейчас проверка недоступна',
    detail: 'Проверьте подключение и обновите страницу.',
  },
}
