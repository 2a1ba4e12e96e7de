import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '本人確認を始める',
  retry: 'もう一度試す',
  idle: {
    title: '本人確認',
    detail: '公的な本人確認書類とカメラをご用意ください。所要時間は約2分です。',
  },
  privacy: 'Stripeが書類と写真を収集し、結果を当社と共有します。',
  starting: { title: '少々お待ちください…' },
  processing: {
    title: '内容を確認しています…',
    detail: '通常は1分もかかりません。',
  },
  verified: { title: '本人確認が完了しました' },
  unavailable: {
    title: '現在、本人確認を利用できません',
    detail: '接続を確認して、ページを再読み込みしてください。',
  },
}
