import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificar sua identidade',
  retry: 'Tentar novamente',
  idle: {
    title: 'Verificação de identidade',
    detail: 'Você precisa de um documento de identidade, uma câmera e cerca de dois minutos.',
  },
  privacy: 'A Stripe faz a verificação.',
  starting: { title: 'Um momento …' },
  processing: { title: 'Verificando …', detail: 'Raramente leva mais de um minuto.' },
  processing_long: { title: 'Verificando …', detail: 'Raramente leva mais de um minuto.' },
  verified: { title: 'Sua identidade está verificada' },
  unavailable: { title: 'Algo deu errado', detail: 'Verifique a rede e tente novamente.' },
}
