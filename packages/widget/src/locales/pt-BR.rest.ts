import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Você não concluiu a verificação',
  detail: 'Continue de onde parou quando quiser.',
}
const noCamera: Advice = {
  title: 'Não foi possível usar sua câmera',
  detail: 'Permita que esta página acesse a câmera ou use um dispositivo com câmera.',
}
const phoneDeclined: Advice = {
  title: 'Você não confirmou seu número de telefone',
  detail: 'Tente novamente e digite o código que receber.',
}

export const messages: RestTexts = {
  attempts_left: 'Tentativas restantes: {count}',
  processing_long: {
    title: 'Ainda estamos verificando…',
    detail: 'Você pode sair desta página. O resultado estará aqui quando você voltar.',
  },
  open: { title: 'Continue na janela que se abriu' },
  requires_input: {
    title: 'Não foi possível verificar sua identidade',
    detail: 'Tente novamente ou use outro documento.',
  },
  taken_back: {
    title: 'É preciso repetir esta verificação',
    detail: 'Sua verificação anterior não é mais válida. Verifique sua identidade novamente.',
  },
  canceled: {
    title: 'Esta verificação foi cancelada',
    detail: 'Você pode iniciar outra quando quiser.',
  },
  redacted: {
    title: 'Os dados da sua verificação foram excluídos',
    detail: 'Você pode verificar sua identidade novamente quando quiser.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Você não concordou com a verificação',
    detail: 'Tente novamente para concordar ou fale conosco para usar outra forma de verificação.',
  },
  country_not_supported: {
    title: 'A verificação não está disponível no seu país',
    detail: 'Fale conosco para usar outra forma de verificação.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Seu documento está vencido',
    detail: 'Use um documento válido.',
  },
  document_type_not_supported: {
    title: 'Este tipo de documento não é aceito',
    detail: 'Tente novamente com um dos documentos aceitos.',
  },
  document_unverified_other: {
    title: 'Não foi possível verificar seu documento',
    detail: 'Tire a foto em um lugar bem iluminado, com as quatro bordas visíveis.',
  },
  email_unverified_other: {
    title: 'Não foi possível verificar seu endereço de e-mail',
    detail: 'Confira o endereço e digite o código que receber.',
  },
  email_verification_declined: {
    title: 'Você não confirmou seu endereço de e-mail',
    detail: 'Tente novamente e digite o código que receber.',
  },
  id_number_insufficient_document_data: {
    title: 'Seu documento não tem dados suficientes para verificar seu número de identificação',
    detail: 'Use um que mostre seu nome completo e sua data de nascimento.',
  },
  id_number_mismatch: {
    title: 'Seu número de identificação não corresponde aos seus dados',
    detail: 'Confira o número, seu nome e sua data de nascimento e tente novamente.',
  },
  id_number_unverified_other: {
    title: 'Não foi possível verificar seu número de identificação',
    detail: 'Confira o número e tente novamente.',
  },
  phone_unverified_other: {
    title: 'Não foi possível verificar seu número de telefone',
    detail: 'Confira o número e digite o código que receber.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Seu documento não tem uma foto sua',
    detail: 'Use um documento com foto.',
  },
  selfie_face_mismatch: {
    title: 'Sua selfie não corresponde à foto do documento',
    detail: 'Tire outra selfie e use seu próprio documento.',
  },
  selfie_manipulated: {
    title: 'Sua selfie parece editada',
    detail: 'Tire outra com a câmera, sem filtros.',
  },
  selfie_unverified_other: {
    title: 'Não foi possível verificar sua selfie',
    detail: 'Tire a selfie em um lugar bem iluminado, com o rosto inteiro visível.',
  },
  under_supported_age: {
    title: 'Você não tem a idade mínima',
    detail: 'Fale conosco para usar outra forma de verificação.',
  },

  offline: {
    title: 'Você está offline',
    detail: 'Conecte-se à internet e tente novamente.',
  },
  network_error: {
    title: 'Não foi possível conectar',
    detail: 'Confira sua conexão com a internet e tente novamente.',
  },
  unauthenticated: {
    title: 'Você não fez login',
    detail: 'Faça login e tente novamente.',
  },
  identity_verification_required: {
    title: 'Verifique primeiro sua identidade',
    detail: 'Depois disso, você poderá continuar.',
  },
  attempts_exhausted: {
    title: 'Você não tem mais tentativas',
    detail: 'Fale conosco para usar outra forma de verificação.',
  },
  rate_limited: {
    title: 'Muitas tentativas em pouco tempo',
    detail: 'Tente novamente daqui a um minuto.',
  },
  user_limit_reached: {
    title: 'Você atingiu o limite de hoje',
    detail: 'Tente novamente amanhã.',
  },
  daily_limit_reached: {
    title: 'Não é possível fazer mais verificações hoje',
    detail: 'Tente novamente amanhã.',
  },
  not_found: {
    title: 'Não encontramos sua verificação',
    detail: 'Recarregue a página e tente novamente.',
  },
  not_cancelable: {
    title: 'Esta verificação não pode ser cancelada agora',
    detail: 'Recarregue a página para ver em que etapa está a verificação.',
  },
  invalid_state: {
    title: 'Isso não é possível no momento',
    detail: 'Recarregue a página para ver em que etapa está sua verificação.',
  },
  modal_already_open: {
    title: 'Outra verificação já está aberta',
    detail: 'Conclua-a primeiro.',
  },
  stripe_load_failed: {
    title: 'Não foi possível carregar a verificação',
    detail: 'Desative os bloqueadores de anúncios nesta página e tente novamente.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Algo deu errado',
    detail: 'Tente novamente daqui a um minuto.',
  },
  setup: {
    title: 'A verificação não está configurada nesta página',
    detail: 'Fale conosco para usar outra forma de verificação.',
  },
}
