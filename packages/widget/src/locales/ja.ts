import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '本人確認を行う',
  retry: 'もう一度試す',
  idle: { title: '本人確認', detail: '本人確認書類とカメラ、約2分の時間が必要です。' },
  privacy: '確認はStripeが行います。',
  starting: { title: 'お待ちください…' },
  processing: { title: '確認しています…', detail: '通常は1分もかかりません。' },
  processing_long: { title: '確認しています…', detail: '通常は1分もかかりません。' },
  verified: { title: '本人確認が完了しました' },
  unavailable: { title: '問題が発生しました', detail: 'ネットワークを確認して、もう一度お試しください。' },
}
