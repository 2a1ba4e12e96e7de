import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Tentativas restantes: {count}',
  open: { title: 'Continue na janela aberta' },
  requires_input: {
    title: 'Não foi possível verificar a sua identidade',
    detail: 'Tente de novo ou utilize outro documento.',
  },
  taken_back: { title: 'Não foi possível verificar a sua identidade', detail: 'Recomece quando quiser.' },
  canceled: { title: 'Esta verificação foi cancelada', detail: 'Recomece quando quiser.' },
  redacted: { title: 'Os seus dados foram apagados', detail: 'Recomece quando quiser.' },
  abandoned: { title: 'Ainda não terminou', detail: 'Tente de novo quando quiser.' },
  consent_declined: {
    title: 'Não aceitou a verificação',
    detail: 'Tente de novo para aceitar, ou peça-nos outra forma.',
  },
  country_not_supported: { title: 'O seu país não é suportado', detail: 'Peça-nos outra forma.' },
  device_not_supported: {
    title: 'Não foi possível usar nenhuma câmara',
    detail: 'Permita que esta página use a câmara, ou utilize outro dispositivo.',
  },
  document_expired: { title: 'O seu documento expirou', detail: 'Utilize outro documento.' },
  document_type_not_supported: { title: 'O seu documento não é aceite', detail: 'Utilize outro documento.' },
  document_unverified_other: {
    title: 'Não foi possível verificar o documento',
    detail: 'Escolha boa luz e mostre todas as margens, ou utilize outro documento.',
  },
  email_unverified_other: {
    title: 'Não foi possível verificar o e-mail',
    detail: 'Introduza o código enviado, ou utilize outro endereço.',
  },
  email_verification_declined: {
    title: 'Não foi possível verificar o e-mail',
    detail: 'Introduza o código enviado, ou utilize outro endereço.',
  },
  id_number_insufficient_document_data: {
    title: 'Não foi possível verificar o número de identificação',
    detail: 'Introduza-o como está no documento, ou utilize outro documento.',
  },
  id_number_mismatch: {
    title: 'Não foi possível verificar o número de identificação',
    detail: 'Introduza-o como está no documento, ou utilize outro documento.',
  },
  id_number_unverified_other: {
    title: 'Não foi possível verificar o número de identificação',
    detail: 'Introduza-o como está no documento, ou utilize outro documento.',
  },
  phone_unverified_other: {
    title: 'Não foi possível verificar o telefone',
    detail: 'Introduza o código enviado, ou utilize outro número.',
  },
  phone_verification_declined: {
    title: 'Não foi possível verificar o telefone',
    detail: 'Introduza o código enviado, ou utilize outro número.',
  },
  phone_otp_declined: {
    title: 'Não foi possível verificar o telefone',
    detail: 'Introduza o código enviado, ou utilize outro número.',
  },
  selfie_document_missing_photo: {
    title: 'O documento não tem uma fotografia sua',
    detail: 'Utilize outro documento.',
  },
  selfie_face_mismatch: {
    title: 'Não foi possível verificar a selfie',
    detail: 'Escolha boa luz e mostre o rosto todo.',
  },
  selfie_manipulated: {
    title: 'Não foi possível verificar a selfie',
    detail: 'Escolha boa luz e mostre o rosto todo.',
  },
  selfie_unverified_other: {
    title: 'Não foi possível verificar a selfie',
    detail: 'Escolha boa luz e mostre o rosto todo.',
  },
  under_supported_age: { title: 'Não tem a idade necessária', detail: 'Peça-nos outra forma.' },
  offline: { title: 'Não há ligação', detail: 'Verifique a rede e tente de novo.' },
  network_error: { title: 'Não há ligação', detail: 'Verifique a rede e tente de novo.' },
  unauthenticated: { title: 'Não tem sessão iniciada', detail: 'Inicie sessão e tente de novo.' },
  identity_verification_required: { title: 'Ainda não terminou', detail: 'Tente de novo quando quiser.' },
  attempts_exhausted: { title: 'Não tem mais tentativas', detail: 'Peça-nos outra forma.' },
  rate_limited: { title: 'Tentativas demasiado seguidas', detail: 'Tente de novo dentro de um minuto.' },
  user_limit_reached: { title: 'Hoje não são possíveis mais verificações', detail: 'Tente de novo amanhã.' },
  daily_limit_reached: { title: 'Hoje não são possíveis mais verificações', detail: 'Tente de novo amanhã.' },
  not_found: { title: 'Agora não é possível', detail: 'Recarregue a página.' },
  not_cancelable: { title: 'Agora não é possível', detail: 'Recarregue a página.' },
  invalid_state: { title: 'Agora não é possível', detail: 'Recarregue a página.' },
  modal_already_open: { title: 'Já há uma verificação aberta', detail: 'Termine-a primeiro.' },
  stripe_load_failed: {
    title: 'Não foi possível carregar a verificação',
    detail: 'Desative os bloqueadores e tente de novo.',
  },
  device_unsupported: {
    title: 'Não foi possível usar nenhuma câmara',
    detail: 'Permita que esta página use a câmara, ou utilize outro dispositivo.',
  },
  aborted: { title: 'Ainda não terminou', detail: 'Tente de novo quando quiser.' },
  server_error: { title: 'Algo correu mal', detail: 'Tente de novo dentro de um minuto.' },
  bad_response: { title: 'Algo correu mal', detail: 'Tente de novo dentro de um minuto.' },
  stripe_rejected: { title: 'Algo correu mal', detail: 'Tente de novo dentro de um minuto.' },
  stripe_error: { title: 'Algo correu mal', detail: 'Tente de novo dentro de um minuto.' },
  stripe_unavailable: { title: 'Algo correu mal', detail: 'Tente de novo dentro de um minuto.' },
  store_unavailable: { title: 'Algo correu mal', detail: 'Tente de novo dentro de um minuto.' },
  setup: { title: 'Esta página não está configurada', detail: 'Peça-nos outra forma.' },
}
