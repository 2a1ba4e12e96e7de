import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Tentatives restantes : {count}',
  open: { title: 'Continuez dans la fenêtre ouverte' },
  requires_input: {
    title: 'Votre identité n’a pas pu être vérifiée',
    detail: 'Réessayez, ou utilisez un autre document.',
  },
  taken_back: {
    title: 'Votre identité n’a pas pu être vérifiée',
    detail: 'Recommencez quand vous serez prêt.',
  },
  canceled: { title: 'Cette vérification a été annulée', detail: 'Recommencez quand vous serez prêt.' },
  redacted: { title: 'Vos données ont été effacées', detail: 'Recommencez quand vous serez prêt.' },
  abandoned: { title: 'Vous n’avez pas terminé', detail: 'Réessayez quand vous serez prêt.' },
  consent_declined: {
    title: 'Vous n’avez pas accepté la vérification',
    detail: 'Réessayez pour accepter, ou demandez-nous une autre solution.',
  },
  country_not_supported: {
    title: 'Votre pays n’est pas pris en charge',
    detail: 'Demandez-nous une autre solution.',
  },
  device_not_supported: {
    title: 'Aucune caméra n’a pu être utilisée',
    detail: 'Autorisez cette page à utiliser la caméra, ou utilisez un autre appareil.',
  },
  document_expired: { title: 'Votre document a expiré', detail: 'Utilisez un autre document.' },
  document_type_not_supported: {
    title: 'Votre document n’est pas accepté',
    detail: 'Utilisez un autre document.',
  },
  document_unverified_other: {
    title: 'Votre document n’a pas pu être vérifié',
    detail: 'Choisissez un bon éclairage et montrez tous les bords, ou utilisez un autre document.',
  },
  email_unverified_other: {
    title: 'Votre adresse e-mail n’a pas pu être vérifiée',
    detail: 'Saisissez le code envoyé, ou utilisez une autre adresse.',
  },
  email_verification_declined: {
    title: 'Votre adresse e-mail n’a pas pu être vérifiée',
    detail: 'Saisissez le code envoyé, ou utilisez une autre adresse.',
  },
  id_number_insufficient_document_data: {
    title: 'Votre numéro d’identité n’a pas pu être vérifié',
    detail: 'Saisissez-le comme sur votre document, ou utilisez un autre document.',
  },
  id_number_mismatch: {
    title: 'Votre numéro d’identité n’a pas pu être vérifié',
    detail: 'Saisissez-le comme sur votre document, ou utilisez un autre document.',
  },
  id_number_unverified_other: {
    title: 'Votre numéro d’identité n’a pas pu être vérifié',
    detail: 'Saisissez-le comme sur votre document, ou utilisez un autre document.',
  },
  phone_unverified_other: {
    title: 'Votre numéro de téléphone n’a pas pu être vérifié',
    detail: 'Saisissez le code envoyé, ou utilisez un autre numéro.',
  },
  phone_verification_declined: {
    title: 'Votre numéro de téléphone n’a pas pu être vérifié',
    detail: 'Saisissez le code envoyé, ou utilisez un autre numéro.',
  },
  phone_otp_declined: {
    title: 'Votre numéro de téléphone n’a pas pu être vérifié',
    detail: 'Saisissez le code envoyé, ou utilisez un autre numéro.',
  },
  selfie_document_missing_photo: {
    title: 'Votre document ne comporte pas de photo de vous',
    detail: 'Utilisez un autre document.',
  },
  selfie_face_mismatch: {
    title: 'Votre selfie n’a pas pu être vérifié',
    detail: 'Choisissez un bon éclairage et montrez tout votre visage.',
  },
  selfie_manipulated: {
    title: 'Votre selfie n’a pas pu être vérifié',
    detail: 'Choisissez un bon éclairage et montrez tout votre visage.',
  },
  selfie_unverified_other: {
    title: 'Votre selfie n’a pas pu être vérifié',
    detail: 'Choisissez un bon éclairage et montrez tout votre visage.',
  },
  under_supported_age: { title: 'Vous n’avez pas l’âge requis', detail: 'Demandez-nous une autre solution.' },
  offline: { title: 'Vous êtes hors ligne', detail: 'Vérifiez votre réseau, puis réessayez.' },
  network_error: { title: 'Vous êtes hors ligne', detail: 'Vérifiez votre réseau, puis réessayez.' },
  unauthenticated: { title: 'Vous n’êtes pas connecté', detail: 'Connectez-vous, puis réessayez.' },
  identity_verification_required: {
    title: 'Vous n’avez pas terminé',
    detail: 'Réessayez quand vous serez prêt.',
  },
  attempts_exhausted: {
    title: 'Vous n’avez plus de tentatives',
    detail: 'Demandez-nous une autre solution.',
  },
  rate_limited: { title: 'C’était trop souvent', detail: 'Réessayez dans une minute.' },
  user_limit_reached: {
    title: 'Plus aucune vérification n’est possible aujourd’hui',
    detail: 'Réessayez demain.',
  },
  daily_limit_reached: {
    title: 'Plus aucune vérification n’est possible aujourd’hui',
    detail: 'Réessayez demain.',
  },
  not_found: { title: 'Ce n’est pas possible maintenant', detail: 'Rechargez la page.' },
  not_cancelable: { title: 'Ce n’est pas possible maintenant', detail: 'Rechargez la page.' },
  invalid_state: { title: 'Ce n’est pas possible maintenant', detail: 'Rechargez la page.' },
  modal_already_open: { title: 'Une vérification est déjà ouverte', detail: 'Terminez-la d’abord.' },
  stripe_load_failed: {
    title: 'La vérification n’a pas pu être chargée',
    detail: 'Désactivez les bloqueurs, puis réessayez.',
  },
  device_unsupported: {
    title: 'Aucune caméra n’a pu être utilisée',
    detail: 'Autorisez cette page à utiliser la caméra, ou utilisez un autre appareil.',
  },
  aborted: { title: 'Vous n’avez pas terminé', detail: 'Réessayez quand vous serez prêt.' },
  server_error: { title: 'Une erreur s’est produite', detail: 'Réessayez dans une minute.' },
  bad_response: { title: 'Une erreur s’est produite', detail: 'Réessayez dans une minute.' },
  stripe_rejected: { title: 'Une erreur s’est produite', detail: 'Réessayez dans une minute.' },
  stripe_error: { title: 'Une erreur s’est produite', detail: 'Réessayez dans une minute.' },
  stripe_unavailable: { title: 'Une erreur s’est produite', detail: 'Réessayez dans une minute.' },
  store_unavailable: { title: 'Une erreur s’est produite', detail: 'Réessayez dans une minute.' },
  setup: { title: 'Cette page n’est pas configurée', detail: 'Demandez-nous une autre solution.' },
}
