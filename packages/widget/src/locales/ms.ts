import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Sahkan identiti anda',
  retry: 'Cuba lagi',
  idle: {
    title: 'Semakan identiti',
    detail: 'Anda perlukan dokumen pengenalan, kamera dan kira-kira dua minit.',
  },
  privacy: 'Semakan dibuat oleh Stripe.',
  starting: { title: 'Sebentar …' },
  processing: { title: 'Sedang menyemak …', detail: 'Ini jarang melebihi seminit.' },
  processing_long: { title: 'Sedang menyemak …', detail: 'Ini jarang melebihi seminit.' },
  verified: { title: 'Identiti anda telah disahkan' },
  unavailable: { title: 'Sesuatu telah silap', detail: 'Semak rangkaian anda, kemudian cuba lagi.' },
}
