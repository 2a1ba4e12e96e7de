import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: '본인 확인하기',
  retry: '다시 시도',
  idle: {
    title: '본인 확인',
    detail: '정부에서 발급한 신분증과 카메라가 필요하며, 약 2분 걸립니다.',
  },
  privacy: 'Stripe가 신분증과 사진을 수집하고 그 결과를 당사와 공유합니다.',
  starting: { title: '잠시만 기다려 주세요…' },
  processing: {
    title: '정보를 확인하고 있습니다…',
    detail: '보통 1분도 걸리지 않습니다.',
  },
  verified: { title: '본인 확인이 완료되었습니다' },
  unavailable: {
    title: '지금은 본인 확인을 이용할 수 없습니다',
    detail: '연결 상태를 확인한 후 페이지를 새로고침해 주세요.',
  },
}
