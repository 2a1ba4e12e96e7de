import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Потвърдете самоличността си',
  retry: 'Опитайте отново',
  idle: {
    title: 'Проверка на самоличността',
    detail: 'Нужни са документ за самоличност, камера и около две минути.',
  },
  privacy: 'Проверката се извършва от Stripe.',
  starting: { title: 'Един момент …' },
  processing: { title: 'Проверява се …', detail: 'Рядко отнема повече от минута.' },
  processing_long: { title: 'Проверява се …', detail: 'Рядко отнема повече от минута.' },
  verified: { title: 'Самоличността ви е потвърдена' },
  unavailable: { title: 'Нещо се обърка', detail: 'Проверете мрежата и опитайте отново.' },
}
