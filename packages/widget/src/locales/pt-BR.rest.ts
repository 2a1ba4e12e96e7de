import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Tentativas restantes: {count}',
  open: { title: 'Continue na janela aberta' },
  requires_input: {
    title: 'Não foi possível verificar sua identidade',
    detail: 'Tente novamente ou use outro documento.',
  },
  taken_back: { title: 'Não foi possível verificar sua identidade', detail: 'Recomece quando quiser.' },
  canceled: { title: 'Esta verificação foi cancelada', detail: 'Recomece quando quiser.' },
  redacted: { title: 'Seus dados foram apagados', detail: 'Recomece quando quiser.' },
  abandoned: { title: 'Você ainda não terminou', detail: 'Tente novamente quando quiser.' },
  consent_declined: {
    title: 'Você não aceitou a verificação',
    detail: 'Tente novamente para aceitar, ou peça-nos outra forma.',
  },
  country_not_supported: { title: 'Seu país não é atendido', detail: 'Peça-nos outra forma.' },
  device_not_supported: {
    title: 'Não foi possível usar nenhuma câmera',
    detail: 'Permita que esta página use a câmera, ou use outro aparelho.',
  },
  document_expired: { title: 'Seu documento venceu', detail: 'Use outro documento.' },
  document_type_not_supported: { title: 'Seu documento não é aceito', detail: 'Use outro documento.' },
  document_unverified_other: {
    title: 'Não foi possível verificar o documento',
    detail: 'Escolha boa luz e mostre todas as bordas, ou use outro documento.',
  },
  email_unverified_other: {
    title: 'Não foi possível verificar o e-mail',
    detail: 'Digite o código enviado, ou use outro endereço.',
  },
  email_verification_declined: {
    title: 'Não foi possível verificar o e-mail',
    detail: 'Digite o código enviado, ou use outro endereço.',
  },
  id_number_insufficient_document_data: {
    title: 'Não foi possível verificar o número de identidade',
    detail: 'Digite-o como está no documento, ou use outro documento.',
  },
  id_number_mismatch: {
    title: 'Não foi possível verificar o número de identidade',
    detail: 'Digite-o como está no documento, ou use outro documento.',
  },
  id_number_unverified_other: {
    title: 'Não foi possível verificar o número de identidade',
    detail: 'Digite-o como está no documento, ou use outro documento.',
  },
  phone_unverified_other: {
    title: 'Não foi possível verificar o telefone',
    detail: 'Digite o código enviado, ou use outro número.',
  },
  phone_verification_declined: {
    title: 'Não foi possível verificar o telefone',
    detail: 'Digite o código enviado, ou use outro número.',
  },
  phone_otp_declined: {
    title: 'Não foi possível verificar o telefone',
    detail: 'Digite o código enviado, ou use outro número.',
  },
  selfie_document_missing_photo: {
    title: 'O documento não tem uma foto sua',
    detail: 'Use outro documento.',
  },
  selfie_face_mismatch: {
    title: 'Não foi possível verificar a selfie',
    detail: 'Escolha boa luz e mostre o rosto inteiro.',
  },
  selfie_manipulated: {
    title: 'Não foi possível verificar a selfie',
    detail: 'Escolha boa luz e mostre o rosto inteiro.',
  },
  selfie_unverified_other: {
    title: 'Não foi possível verificar a selfie',
    detail: 'Escolha boa luz e mostre o rosto inteiro.',
  },
  under_supported_age: { title: 'Você não tem a idade necessária', detail: 'Peça-nos outra forma.' },
  offline: { title: 'Sem conexão', detail: 'Verifique a rede e tente novamente.' },
  network_error: { title: 'Sem conexão', detail: 'Verifique a rede e tente novamente.' },
  unauthenticated: { title: 'Você não está conectado à conta', detail: 'Entre e tente novamente.' },
  identity_verification_required: {
    title: 'Você ainda não terminou',
    detail: 'Tente novamente quando quiser.',
  },
  attempts_exhausted: { title: 'Você não tem mais tentativas', detail: 'Peça-nos outra forma.' },
  rate_limited: { title: 'Tentativas seguidas demais', detail: 'Tente novamente em um minuto.' },
  user_limit_reached: { title: 'Hoje não há mais verificações', detail: 'Tente novamente amanhã.' },
  daily_limit_reached: { title: 'Hoje não há mais verificações', detail: 'Tente novamente amanhã.' },
  not_found: { title: 'Agora não é possível', detail: 'Recarregue a página.' },
  not_cancelable: { title: 'Agora não é possível', detail: 'Recarregue a página.' },
  invalid_state: { title: 'Agora não é possível', detail: 'Recarregue a página.' },
  modal_already_open: { title: 'Já existe uma verificação aberta', detail: 'Termine-a primeiro.' },
  stripe_load_failed: {
    title: 'Não foi possível carregar a verificação',
    detail: 'Desative os bloqueadores e tente novamente.',
  },
  device_unsupported: {
    title: 'Não foi possível usar nenhuma câmera',
    detail: 'Permita que esta página use a câmera, ou use outro aparelho.',
  },
  aborted: { title: 'Você ainda não terminou', detail: 'Tente novamente quando quiser.' },
  server_error: { title: 'Algo deu errado', detail: 'Tente novamente em um minuto.' },
  bad_response: { title: 'Algo deu errado', detail: 'Tente novamente em um minuto.' },
  stripe_rejected: { title: 'Algo deu errado', detail: 'Tente novamente em um minuto.' },
  stripe_error: { title: 'Algo deu errado', detail: 'Tente novamente em um minuto.' },
  stripe_unavailable: { title: 'Algo deu errado', detail: 'Tente novamente em um minuto.' },
  store_unavailable: { title: 'Algo deu errado', detail: 'Tente novamente em um minuto.' },
  setup: { title: 'Esta página não está configurada', detail: 'Peça-nos outra forma.' },
}
