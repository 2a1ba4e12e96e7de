import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Não concluiu a verificação',
  detail: 'Continue de onde ficou quando quiser.',
}
const noCamera: Advice = {
  title: 'Não foi possível utilizar a sua câmara',
  detail: 'Permita que esta página aceda à câmara ou utilize um dispositivo com câmara.',
}
const phoneDeclined: Advice = {
  title: 'Não confirmou o seu número de telefone',
  detail: 'Tente novamente e introduza o código que receber.',
}

export const messages: RestTexts = {
  attempts_left: 'Tentativas restantes: {count}',
  processing_long: {
    title: 'A verificação ainda está em curso…',
    detail: 'Pode sair desta página. O resultado estará aqui quando voltar.',
  },
  open: { title: 'Continue na janela que se abriu' },
  requires_input: {
    title: 'Não foi possível verificar a sua identidade',
    detail: 'Tente novamente ou utilize outro documento.',
  },
  taken_back: {
    title: 'É necessário repetir esta verificação',
    detail: 'A sua verificação anterior já não é válida. Verifique novamente a sua identidade.',
  },
  canceled: {
    title: 'Esta verificação foi cancelada',
    detail: 'Pode iniciar outra quando quiser.',
  },
  redacted: {
    title: 'Os dados da sua verificação foram eliminados',
    detail: 'Pode verificar novamente a sua identidade quando quiser.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Não aceitou a verificação',
    detail: 'Tente novamente para aceitar ou contacte-nos para utilizar outra forma de verificação.',
  },
  country_not_supported: {
    title: 'A verificação não está disponível no seu país',
    detail: 'Contacte-nos para utilizar outra forma de verificação.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'O seu documento expirou',
    detail: 'Utilize um documento válido.',
  },
  document_type_not_supported: {
    title: 'Este tipo de documento não é aceite',
    detail: 'Tente novamente com um dos documentos aceites.',
  },
  document_unverified_other: {
    title: 'Não foi possível verificar o seu documento',
    detail: 'Tire a fotografia com boa luz e com os quatro cantos visíveis.',
  },
  email_unverified_other: {
    title: 'Não foi possível verificar o seu endereço de e-mail',
    detail: 'Confirme o endereço e introduza o código que receber.',
  },
  email_verification_declined: {
    title: 'Não confirmou o seu endereço de e-mail',
    detail: 'Tente novamente e introduza o código que receber.',
  },
  id_number_insufficient_document_data: {
    title: 'O seu documento não tem dados suficientes para verificar o seu número de identificação',
    detail: 'Utilize um que mostre o seu nome completo e a sua data de nascimento.',
  },
  id_number_mismatch: {
    title: 'O seu número de identificação não corresponde aos seus dados',
    detail: 'Confirme o número, o seu nome e a sua data de nascimento e tente novamente.',
  },
  id_number_unverified_other: {
    title: 'Não foi possível verificar o seu número de identificação',
    detail: 'Confirme o número e tente novamente.',
  },
  phone_unverified_other: {
    title: 'Não foi possível verificar o seu número de telefone',
    detail: 'Confirme o número e introduza o código que receber.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'O seu documento não tem uma fotografia sua',
    detail: 'Utilize um documento com fotografia.',
  },
  selfie_face_mismatch: {
    title: 'A sua selfie não corresponde à fotografia do documento',
    detail: 'Tire outra selfie e utilize o seu próprio documento.',
  },
  selfie_manipulated: {
    title: 'A sua selfie parece editada',
    detail: 'Tire outra com a câmara, sem filtros.',
  },
  selfie_unverified_other: {
    title: 'Não foi possível verificar a sua selfie',
    detail: 'Tire-a com boa luz e com o rosto inteiro visível.',
  },
  under_supported_age: {
    title: 'Não tem a idade mínima',
    detail: 'Contacte-nos para utilizar outra forma de verificação.',
  },

  offline: {
    title: 'Está offline',
    detail: 'Ligue-se à internet e tente novamente.',
  },
  network_error: {
    title: 'Não foi possível estabelecer ligação',
    detail: 'Verifique a sua ligação à internet e tente novamente.',
  },
  unauthenticated: {
    title: 'Não tem sessão iniciada',
    detail: 'Inicie sessão e tente novamente.',
  },
  identity_verification_required: {
    title: 'Verifique primeiro a sua identidade',
    detail: 'Depois poderá continuar.',
  },
  attempts_exhausted: {
    title: 'Já não tem tentativas disponíveis',
    detail: 'Contacte-nos para utilizar outra forma de verificação.',
  },
  rate_limited: {
    title: 'Demasiadas tentativas em pouco tempo',
    detail: 'Tente novamente dentro de um minuto.',
  },
  user_limit_reached: {
    title: 'Atingiu o limite de hoje',
    detail: 'Tente novamente amanhã.',
  },
  daily_limit_reached: {
    title: 'Hoje já não é possível fazer mais verificações',
    detail: 'Tente novamente amanhã.',
  },
  not_found: {
    title: 'Não encontrámos a sua verificação',
    detail: 'Recarregue a página e tente novamente.',
  },
  not_cancelable: {
    title: 'Esta verificação não pode ser cancelada agora',
    detail: 'Recarregue a página para ver em que ponto está a verificação.',
  },
  invalid_state: {
    title: 'Isso não é possível neste momento',
    detail: 'Recarregue a página para ver em que ponto está a sua verificação.',
  },
  modal_already_open: {
    title: 'Já há outra verificação aberta',
    detail: 'Conclua-a primeiro.',
  },
  stripe_load_failed: {
    title: 'Não foi possível carregar a verificação',
    detail: 'Desative os bloqueadores de anúncios nesta página e tente novamente.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Algo correu mal',
    detail: 'Tente novamente dentro de um minuto.',
  },
  setup: {
    title: 'A verificação não está configurada nesta página',
    detail: 'Contacte-nos para utilizar outra forma de verificação.',
  },
}
