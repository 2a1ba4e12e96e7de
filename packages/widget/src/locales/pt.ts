import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verificar a minha identidade',
  retry: 'Tentar novamente',
  idle: {
    title: 'Verificação de identidade',
    detail:
      'Vai precisar de um documento de identificação oficial, de uma câmara e de cerca de dois minutos.',
  },
  privacy: 'A Stripe recolhe o seu documento e as suas fotografias e partilha os resultados connosco.',
  starting: { title: 'Um momento…' },
  processing: {
    title: 'A verificar os seus dados…',
    detail: 'Normalmente demora menos de um minuto.',
  },
  verified: { title: 'A sua identidade foi verificada' },
  unavailable: {
    title: 'A verificação não está disponível de momento',
    detail: 'Verifique a sua ligação e recarregue a página.',
  },
}
