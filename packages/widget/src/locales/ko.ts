import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '본인 확인하기',
  retry: '다시 시도',
  idle: { title: '본인 확인', detail: '신분증과 카메라, 약 2분이 필요합니다.' },
  privacy: '확인은 Stripe에서 진행합니다.',
  starting: { title: '잠시만요…' },
  processing: { title: '확인하는 중…', detail: '1분 이상 걸리는 일은 드뭅니다.' },
  processing_long: { title: '확인하는 중…', detail: '1분 이상 걸리는 일은 드뭅니다.' },
  verified: { title: '본인 확인이 완료되었습니다' },
  unavailable: { title: '문제가 발생했습니다', detail: '네트워크를 확인한 후 다시 시도하세요.' },
}
