import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Vérifier votre identité',
  retry: 'Réessayer',
  left: 'Tentatives restantes : ',
  idle: 'Vérification d’identité|Il vous faut une pièce d’identité, une caméra et environ deux minutes. Stripe effectue la vérification.',
  starting: 'Un instant …',
  open: 'Continuez dans la fenêtre ouverte',
  processing: 'Vérification en cours …|Cela prend rarement plus d’une minute.',
  verified: 'Votre identité est vérifiée',
  requires_input: 'Votre identité n’a pas pu être vérifiée|Réessayez, ou utilisez un autre document.',
  canceled: 'Cette vérification a été annulée|Recommencez quand vous serez prêt.',
  redacted: 'Vos données ont été effacées|Recommencez quand vous serez prêt.',
  'abandoned|aborted|identity': 'Vous n’avez pas terminé|Réessayez quand vous serez prêt.',
  consent:
    'Vous n’avez pas accepté la vérification|Réessayez pour accepter, ou demandez-nous une autre solution.',
  country: 'Votre pays n’est pas pris en charge|Demandez-nous une autre solution.',
  device:
    'Aucune caméra n’a pu être utilisée|Autorisez cette page à utiliser la caméra, ou utilisez un autre appareil.',
  document_expired: 'Votre document a expiré|Utilisez un autre document.',
  document_type: 'Votre document n’est pas accepté|Utilisez un autre document.',
  document:
    'Votre document n’a pas pu être vérifié|Choisissez un bon éclairage et montrez tous les bords, ou utilisez un autre document.',
  email:
    'Votre adresse e-mail n’a pas pu être vérifiée|Saisissez le code envoyé, ou utilisez une autre adresse.',
  phone:
    'Votre numéro de téléphone n’a pas pu être vérifié|Saisissez le code envoyé, ou utilisez un autre numéro.',
  id_number:
    'Votre numéro d’identité n’a pas pu être vérifié|Saisissez-le comme sur votre document, ou utilisez un autre document.',
  selfie_document: 'Votre document ne comporte pas de photo de vous|Utilisez un autre document.',
  selfie: 'Votre selfie n’a pas pu être vérifié|Choisissez un bon éclairage et montrez tout votre visage.',
  under: 'Vous n’avez pas l’âge requis|Demandez-nous une autre solution.',
  unauthenticated: 'Vous n’êtes pas connecté|Connectez-vous, puis réessayez.',
  attempts: 'Vous n’avez plus de tentatives|Demandez-nous une autre solution.',
  'not_|invalid_s': 'Ce n’est pas possible maintenant|Rechargez la page.',
  rate_limited: 'C’était trop souvent|Réessayez dans une minute.',
  'user|daily': 'Plus aucune vérification n’est possible aujourd’hui|Réessayez demain.',
  network: 'Vous êtes hors ligne|Vérifiez votre réseau, puis réessayez.',
  stripe_load: 'La vérification n’a pas pu être chargée|Désactivez les bloqueurs, puis réessayez.',
  'server|store|stripe|bad': 'Une erreur s’est produite|Réessayez dans une minute.',
  modal: 'Une vérification est déjà ouverte|Terminez-la d’abord.',
  setup: 'Cette page n’est pas configurée|Demandez-nous une autre solution.',
}
