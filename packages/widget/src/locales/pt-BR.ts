import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificar minha identidade',
  retry: 'Tentar novamente',
  idle: {
    title: 'Verificação de identidade',
    detail: 'Você vai precisar de um documento oficial com foto, uma câmera e cerca de dois minutos.',
  },
  privacy: 'A Stripe coleta seu documento e suas fotos e compartilha os resultados conosco.',
  starting: { title: 'Um momento…' },
  processing: {
    title: 'Verificando seus dados…',
    detail: 'Isso costuma levar menos de um minuto.',
  },
  verified: { title: 'Sua identidade foi verificada' },
  unavailable: {
    title: 'A verificação não está disponível no momento',
    detail: 'Confira sua conexão e recarregue a página.',
  },
}
