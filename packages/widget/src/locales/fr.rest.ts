import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Vous n’avez pas terminé la vérification',
  detail: 'Vous pouvez reprendre là où vous en étiez à tout moment.',
}
const noCamera: Advice = {
  title: 'Nous n’avons pas pu utiliser votre caméra',
  detail: 'Autorisez cette page à accéder à la caméra, ou utilisez un appareil qui en possède une.',
}
const phoneDeclined: Advice = {
  title: 'Vous n’avez pas confirmé votre numéro de téléphone',
  detail: 'Réessayez et saisissez le code que vous recevez.',
}

export const messages: RestTexts = {
  attempts_left: 'Tentatives restantes : {count}',
  processing_long: {
    title: 'Vérification toujours en cours…',
    detail: 'Vous pouvez quitter cette page. Le résultat s’affichera ici à votre retour.',
  },
  open: { title: 'Continuez dans la fenêtre qui s’est ouverte' },
  requires_input: {
    title: 'Nous n’avons pas pu vérifier votre identité',
    detail: 'Réessayez ou utilisez un autre document.',
  },
  taken_back: {
    title: 'Cette vérification doit être recommencée',
    detail: 'Votre vérification précédente n’est plus valable. Veuillez vérifier de nouveau votre identité.',
  },
  canceled: {
    title: 'Cette vérification a été annulée',
    detail: 'Vous pouvez en commencer une nouvelle à tout moment.',
  },
  redacted: {
    title: 'Les données de votre vérification ont été supprimées',
    detail: 'Vous pouvez vérifier de nouveau votre identité à tout moment.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Vous n’avez pas accepté la vérification',
    detail: 'Réessayez pour l’accepter, ou contactez-nous pour vérifier votre identité autrement.',
  },
  country_not_supported: {
    title: 'La vérification n’est pas disponible dans votre pays',
    detail: 'Contactez-nous pour vérifier votre identité autrement.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Votre document a expiré',
    detail: 'Utilisez un document en cours de validité.',
  },
  document_type_not_supported: {
    title: 'Nous n’acceptons pas ce type de document',
    detail: 'Réessayez avec l’un des documents acceptés.',
  },
  document_unverified_other: {
    title: 'Nous n’avons pas pu vérifier votre document',
    detail: 'Prenez la photo dans un endroit bien éclairé, avec les quatre bords visibles.',
  },
  email_unverified_other: {
    title: 'Nous n’avons pas pu vérifier votre adresse e-mail',
    detail: 'Vérifiez l’adresse et saisissez le code que vous y recevez.',
  },
  email_verification_declined: {
    title: 'Vous n’avez pas confirmé votre adresse e-mail',
    detail: 'Réessayez et saisissez le code que vous y recevez.',
  },
  id_number_insufficient_document_data: {
    title: 'Votre document ne permet pas de vérifier votre numéro d’identification',
    detail: 'Utilisez-en un qui indique votre nom complet et votre date de naissance.',
  },
  id_number_mismatch: {
    title: 'Votre numéro d’identification ne correspond pas à vos informations',
    detail: 'Vérifiez le numéro, votre nom et votre date de naissance, puis réessayez.',
  },
  id_number_unverified_other: {
    title: 'Nous n’avons pas pu vérifier votre numéro d’identification',
    detail: 'Vérifiez le numéro, puis réessayez.',
  },
  phone_unverified_other: {
    title: 'Nous n’avons pas pu vérifier votre numéro de téléphone',
    detail: 'Vérifiez le numéro et saisissez le code que vous recevez.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Votre document ne comporte pas de photo de vous',
    detail: 'Utilisez un document avec photo.',
  },
  selfie_face_mismatch: {
    title: 'Votre selfie ne correspond pas à la photo de votre document',
    detail: 'Prenez un nouveau selfie et utilisez votre propre document.',
  },
  selfie_manipulated: {
    title: 'Votre selfie semble retouché',
    detail: 'Prenez-en un nouveau avec votre caméra, sans filtre.',
  },
  selfie_unverified_other: {
    title: 'Nous n’avons pas pu vérifier votre selfie',
    detail: 'Prenez-le dans un endroit bien éclairé, avec tout le visage visible.',
  },
  under_supported_age: {
    title: 'Vous n’avez pas l’âge minimum requis',
    detail: 'Contactez-nous pour vérifier votre identité autrement.',
  },

  offline: {
    title: 'Vous êtes hors ligne',
    detail: 'Connectez-vous à Internet, puis réessayez.',
  },
  network_error: {
    title: 'La connexion a échoué',
    detail: 'Vérifiez votre connexion Internet, puis réessayez.',
  },
  unauthenticated: {
    title: 'Connexion requise',
    detail: 'Connectez-vous à votre compte, puis réessayez.',
  },
  identity_verification_required: {
    title: 'Veuillez d’abord vérifier votre identité',
    detail: 'Vous pourrez ensuite continuer.',
  },
  attempts_exhausted: {
    title: 'Il ne vous reste aucune tentative',
    detail: 'Contactez-nous pour vérifier votre identité autrement.',
  },
  rate_limited: {
    title: 'Trop de tentatives rapprochées',
    detail: 'Réessayez dans une minute.',
  },
  user_limit_reached: {
    title: 'Vous avez atteint la limite du jour',
    detail: 'Réessayez demain.',
  },
  daily_limit_reached: {
    title: 'Aucune autre vérification n’est possible aujourd’hui',
    detail: 'Réessayez demain.',
  },
  not_found: {
    title: 'Nous n’avons pas trouvé votre vérification',
    detail: 'Rechargez la page, puis réessayez.',
  },
  not_cancelable: {
    title: 'Cette vérification ne peut pas être annulée maintenant',
    detail: 'Rechargez la page pour voir où en est cette vérification.',
  },
  invalid_state: {
    title: 'Ce n’est pas possible pour le moment',
    detail: 'Rechargez la page pour voir où en est votre vérification.',
  },
  modal_already_open: {
    title: 'Une autre vérification est déjà ouverte',
    detail: 'Terminez-la d’abord.',
  },
  stripe_load_failed: {
    title: 'La vérification ne s’est pas chargée',
    detail: 'Désactivez les bloqueurs de publicité pour cette page, puis réessayez.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Une erreur s’est produite',
    detail: 'Réessayez dans une minute.',
  },
  setup: {
    title: 'La vérification n’est pas configurée sur cette page',
    detail: 'Contactez-nous pour vérifier votre identité autrement.',
  },
}
