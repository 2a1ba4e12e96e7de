import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificar a sua identidade',
  retry: 'Tentar de novo',
  idle: {
    title: 'Verificação de identidade',
    detail: 'Precisa de um documento de identificação, de uma câmara e de cerca de dois minutos.',
  },
  privacy: 'A Stripe faz a verificação.',
  starting: { title: 'Um momento …' },
  processing: { title: 'A verificar …', detail: 'Raramente demora mais de um minuto.' },
  processing_long: { title: 'A verificar …', detail: 'Raramente demora mais de um minuto.' },
  verified: { title: 'A sua identidade está verificada' },
  unavailable: { title: 'Algo correu mal', detail: 'Verifique a rede e tente de novo.' },
}
