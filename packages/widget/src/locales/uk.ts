import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Підтвердити особу',
  retry: 'Спробувати ще раз',
  idle: {
    title: 'Перевірка особи',
    detail: 'Потрібні документ, що посвідчує особу, камера й близько двох хвилин.',
  },
  privacy: 'Перевірку виконує Stripe.',
  starting: { title: 'Хвилинку …' },
  processing: { title: 'Триває перевірка …', detail: 'Це рідко триває довше хвилини.' },
  processing_long: { title: 'Триває перевірка …', detail: 'Це рідко триває довше хвилини.' },
  verified: { title: 'Вашу особу підтверджено' },
  unavailable: { title: 'Щось пішло не так', detail: 'Перевірте мережу і спробуйте ще раз.' },
}
