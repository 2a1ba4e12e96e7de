import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'ยืนยันตัวตนของคุณ',
  retry: 'ลองอีกครั้ง',
  idle: {
    title: 'การตรวจสอบตัวตน',
    detail: 'คุณต้องมีเอกสารแสดงตัวตน กล้อง และเวลาประมาณสองนาที Stripe เป็นผู้ตรวจสอบ',
  },
  privacy: 'คุณต้องมีเอกสารแสดงตัวตน กล้อง และเวลาประมาณสองนาที Stripe เป็นผู้ตรวจสอบ',
  starting: { title: 'สักครู่ …' },
  processing: { title: 'กำลังตรวจสอบ …', detail: 'มักใช้เวลาไม่เกินหนึ่งนาที' },
  processing_long: { title: 'กำลังตรวจสอบ …', detail: 'มักใช้เวลาไม่เกินหนึ่งนาที' },
  verified: { title: 'ยืนยันตัวตนของคุณแล้ว' },
  unavailable: { title: 'เกิดข้อผิดพลาด', detail: 'ตรวจสอบเครือข่ายแล้วลองอีกครั้ง' },
}
