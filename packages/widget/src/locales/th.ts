import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'ยืนยันตัวตนของฉัน',
  retry: 'ลองอีกครั้ง',
  idle: {
    title: 'การยืนยันตัวตน',
    detail: 'คุณต้องมีเอกสารประจำตัวที่ออกโดยทางราชการ กล้อง และเวลาประมาณสองนาที',
  },
  privacy: 'Stripe เก็บรวบรวมเอกสารและรูปถ่ายของคุณ แล้วแจ้งผลให้เราทราบ',
  starting: { title: 'กรุณารอสักครู่…' },
  processing: {
    title: 'กำลังตรวจสอบข้อมูลของคุณ…',
    detail: 'โดยปกติใช้เวลาไม่ถึงหนึ่งนาที',
  },
  verified: { title: 'ยืนยันตัวตนของคุณแล้ว' },
  unavailable: {
    title: 'ขณะนี้ไม่สามารถยืนยันตัวตนได้',
    detail: 'ตรวจสอบการเชื่อมต่อ แล้วโหลดหน้านี้อีกครั้ง',
  },
}
