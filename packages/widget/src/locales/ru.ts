import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Подтвердить личность',
  retry: 'Повторить попытку',
  idle: { title: 'Проверка личности', detail: 'Нужны удостоверение личности, камера и около двух минут.' },
  privacy: 'Проверку проводит Stripe.',
  starting: { title: 'Минутку …' },
  processing: { title: 'Идёт проверка …', detail: 'Это редко занимает больше минуты.' },
  processing_long: { title: 'Идёт проверка …', detail: 'Это редко занимает больше минуты.' },
  verified: { title: 'Ваша личность подтверждена' },
  unavailable: { title: 'Что-то пошло не так', detail: 'Проверьте сеть и повторите попытку.' },
}
