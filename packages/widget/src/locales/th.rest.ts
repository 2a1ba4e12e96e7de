import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'คุณยังยืนยันตัวตนไม่เสร็จ',
  detail: 'ทำต่อจากจุดเดิมได้เมื่อคุณพร้อม',
}
const noCamera: Advice = {
  title: 'เราไม่สามารถใช้กล้องของคุณได้',
  detail: 'อนุญาตให้หน้านี้ใช้กล้อง หรือใช้อุปกรณ์ที่มีกล้อง',
}
const phoneDeclined: Advice = {
  title: 'คุณยังไม่ได้ยืนยันหมายเลขโทรศัพท์',
  detail: 'ลองอีกครั้งและกรอกรหัสที่ส่งให้คุณ',
}

export const messages: RestTexts = {
  attempts_left: 'ลองได้อีก {count} ครั้ง',
  processing_long: {
    title: 'ยังตรวจสอบอยู่…',
    detail: 'คุณออกจากหน้านี้ได้ เมื่อกลับมาจะเห็นผลที่นี่',
  },
  open: { title: 'ดำเนินการต่อในหน้าต่างที่เปิดขึ้น' },
  requires_input: {
    title: 'เราไม่สามารถยืนยันตัวตนของคุณได้',
    detail: 'ลองอีกครั้งหรือใช้เอกสารอื่น',
  },
  taken_back: {
    title: 'ต้องยืนยันตัวตนอีกครั้ง',
    detail: 'การยืนยันครั้งก่อนใช้ไม่ได้แล้ว โปรดยืนยันตัวตนของคุณใหม่',
  },
  canceled: {
    title: 'การยืนยันนี้ถูกยกเลิกแล้ว',
    detail: 'คุณเริ่มใหม่ได้ทุกเมื่อ',
  },
  redacted: {
    title: 'ลบข้อมูลการยืนยันของคุณแล้ว',
    detail: 'คุณยืนยันตัวตนใหม่ได้ทุกเมื่อ',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'คุณไม่ได้ยินยอมให้ยืนยันตัวตน',
    detail: 'ลองอีกครั้งเพื่อยินยอม หรือติดต่อเราเพื่อใช้วิธีอื่น',
  },
  country_not_supported: {
    title: 'ไม่สามารถยืนยันตัวตนในประเทศของคุณได้',
    detail: 'ติดต่อเราเพื่อใช้วิธีอื่น',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'เอกสารของคุณหมดอายุแล้ว',
    detail: 'ใช้เอกสารที่ยังไม่หมดอายุ',
  },
  document_type_not_supported: {
    title: 'เราไม่รับเอกสารประเภทนี้',
    detail: 'ลองอีกครั้งโดยใช้เอกสารที่รองรับ',
  },
  document_unverified_other: {
    title: 'เราไม่สามารถยืนยันเอกสารของคุณได้',
    detail: 'ถ่ายรูปในที่สว่างให้เห็นขอบครบทั้งสี่ด้าน',
  },
  email_unverified_other: {
    title: 'เราไม่สามารถยืนยันอีเมลของคุณได้',
    detail: 'ตรวจสอบที่อยู่อีเมล แล้วกรอกรหัสที่ส่งให้คุณ',
  },
  email_verification_declined: {
    title: 'คุณยังไม่ได้ยืนยันอีเมล',
    detail: 'ลองอีกครั้งและกรอกรหัสที่ส่งให้คุณ',
  },
  id_number_insufficient_document_data: {
    title: 'เอกสารของคุณมีข้อมูลไม่พอสำหรับตรวจสอบเลขประจำตัว',
    detail: 'ใช้เอกสารที่แสดงชื่อเต็มและวันเกิดของคุณ',
  },
  id_number_mismatch: {
    title: 'เลขประจำตัวไม่ตรงกับข้อมูลของคุณ',
    detail: 'ตรวจสอบเลขประจำตัว ชื่อ และวันเกิด แล้วลองอีกครั้ง',
  },
  id_number_unverified_other: {
    title: 'เราไม่สามารถยืนยันเลขประจำตัวของคุณได้',
    detail: 'ตรวจสอบเลขประจำตัว แล้วลองอีกครั้ง',
  },
  phone_unverified_other: {
    title: 'เราไม่สามารถยืนยันหมายเลขโทรศัพท์ของคุณได้',
    detail: 'ตรวจสอบหมายเลข แล้วกรอกรหัสที่ส่งให้คุณ',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'เอกสารของคุณไม่มีรูปถ่ายของคุณ',
    detail: 'ใช้เอกสารที่มีรูปถ่าย',
  },
  selfie_face_mismatch: {
    title: 'เซลฟีของคุณไม่ตรงกับรูปในเอกสาร',
    detail: 'ถ่ายเซลฟีใหม่และใช้เอกสารของคุณเอง',
  },
  selfie_manipulated: {
    title: 'ดูเหมือนเซลฟีของคุณผ่านการแต่งภาพ',
    detail: 'ถ่ายใหม่ด้วยกล้องโดยไม่ใช้ฟิลเตอร์',
  },
  selfie_unverified_other: {
    title: 'เราไม่สามารถยืนยันเซลฟีของคุณได้',
    detail: 'ถ่ายในที่สว่างให้เห็นใบหน้าทั้งหมด',
  },
  under_supported_age: {
    title: 'คุณอายุไม่ถึงเกณฑ์ขั้นต่ำ',
    detail: 'ติดต่อเราเพื่อใช้วิธีอื่น',
  },

  offline: {
    title: 'คุณออฟไลน์อยู่',
    detail: 'เชื่อมต่ออินเทอร์เน็ต แล้วลองอีกครั้ง',
  },
  network_error: {
    title: 'เราไม่สามารถเชื่อมต่อได้',
    detail: 'ตรวจสอบการเชื่อมต่ออินเทอร์เน็ต แล้วลองอีกครั้ง',
  },
  unauthenticated: {
    title: 'คุณยังไม่ได้เข้าสู่ระบบ',
    detail: 'เข้าสู่ระบบ แล้วลองอีกครั้ง',
  },
  identity_verification_required: {
    title: 'โปรดยืนยันตัวตนก่อน',
    detail: 'จากนั้นคุณจะดำเนินการต่อได้',
  },
  attempts_exhausted: {
    title: 'คุณไม่มีโอกาสลองอีกแล้ว',
    detail: 'ติดต่อเราเพื่อใช้วิธีอื่น',
  },
  rate_limited: {
    title: 'ลองหลายครั้งเกินไปในเวลาสั้นๆ',
    detail: 'ลองใหม่ในอีกหนึ่งนาที',
  },
  user_limit_reached: {
    title: 'คุณใช้สิทธิ์ของวันนี้ครบแล้ว',
    detail: 'ลองอีกครั้งพรุ่งนี้',
  },
  daily_limit_reached: {
    title: 'วันนี้ไม่สามารถยืนยันตัวตนเพิ่มได้อีก',
    detail: 'ลองอีกครั้งพรุ่งนี้',
  },
  not_found: {
    title: 'เราไม่พบการยืนยันของคุณ',
    detail: 'โหลดหน้านี้อีกครั้ง แล้วลองใหม่',
  },
  not_cancelable: {
    title: 'ขณะนี้ไม่สามารถยกเลิกการยืนยันนี้ได้',
    detail: 'โหลดหน้านี้อีกครั้งเพื่อดูสถานะ',
  },
  invalid_state: {
    title: 'ขณะนี้ไม่สามารถทำได้',
    detail: 'โหลดหน้านี้อีกครั้งเพื่อดูสถานะการยืนยันของคุณ',
  },
  modal_already_open: {
    title: 'มีการยืนยันอื่นเปิดอยู่แล้ว',
    detail: 'ทำรายการนั้นให้เสร็จก่อน',
  },
  stripe_load_failed: {
    title: 'โหลดการยืนยันตัวตนไม่สำเร็จ',
    detail: 'ปิดตัวบล็อกโฆษณาสำหรับหน้านี้ แล้วลองอีกครั้ง',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'เกิดข้อผิดพลาด',
    detail: 'ลองใหม่ในอีกหนึ่งนาที',
  },
  setup: {
    title: 'หน้านี้ยังไม่ได้ตั้งค่าการยืนยันตัวตน',
    detail: 'ติดต่อเราเพื่อใช้วิธีอื่น',
  },
}
