import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Uw identiteit bevestigen',
  retry: 'Opnieuw proberen',
  left: 'Resterende pogingen: ',
  idle: 'Identiteitscontrole|U hebt een identiteitsbewijs, een camera en ongeveer twee minuten nodig. Stripe voert de controle uit.',
  starting: 'Een ogenblik …',
  open: 'Ga verder in het geopende venster',
  processing: 'Bezig met controleren …|Dit duurt zelden langer dan een minuut.',
  verified: 'Uw identiteit is bevestigd',
  requires_input:
    'Uw identiteit kon niet worden gecontroleerd|Probeer het opnieuw of gebruik een ander document.',
  canceled: 'Deze controle is geannuleerd|Begin opnieuw wanneer u klaar bent.',
  redacted: 'Uw gegevens zijn gewist|Begin opnieuw wanneer u klaar bent.',
  'abandoned|aborted|identity': 'U bent nog niet klaar|Probeer het opnieuw wanneer u klaar bent.',
  consent:
    'U hebt niet met de controle ingestemd|Probeer het opnieuw om in te stemmen, of vraag ons om een andere manier.',
  country: 'Uw land wordt niet ondersteund|Vraag ons om een andere manier.',
  device:
    'Er kon geen camera worden gebruikt|Sta deze pagina toe de camera te gebruiken, of gebruik een ander apparaat.',
  document_expired: 'Uw document is verlopen|Gebruik een ander document.',
  document_type: 'Uw document wordt niet ondersteund|Gebruik een ander document.',
  document:
    'Uw document kon niet worden gecontroleerd|Zorg voor goed licht en alle randen in beeld, of gebruik een ander document.',
  email:
    'Uw e-mailadres kon niet worden gecontroleerd|Voer de toegestuurde code in, of gebruik een ander adres.',
  phone:
    'Uw telefoonnummer kon niet worden gecontroleerd|Voer de toegestuurde code in, of gebruik een ander nummer.',
  id_number:
    'Uw identiteitsnummer kon niet worden gecontroleerd|Voer het in zoals het in uw document staat, of gebruik een ander document.',
  selfie_document: 'Uw document bevat geen foto van u|Gebruik een ander document.',
  selfie: 'Uw selfie kon niet worden gecontroleerd|Zorg voor goed licht en uw hele gezicht in beeld.',
  under: 'U bent niet oud genoeg|Vraag ons om een andere manier.',
  unauthenticated: 'U bent niet aangemeld|Meld u aan en probeer het opnieuw.',
  attempts: 'U hebt geen pogingen meer|Vraag ons om een andere manier.',
  'not_|invalid_s': 'Dit is nu niet mogelijk|Laad de pagina opnieuw.',
  rate_limited: 'Dit was te vaak|Probeer het over een minuut opnieuw.',
  'user|daily': 'Vandaag zijn geen controles meer mogelijk|Probeer het morgen opnieuw.',
  network: 'Er is geen verbinding|Controleer uw netwerk en probeer het opnieuw.',
  stripe_load: 'De controle kon niet worden geladen|Schakel blokkeringen uit en probeer het opnieuw.',
  'server|store|stripe|bad': 'Er is iets misgegaan|Probeer het over een minuut opnieuw.',
  modal: 'Er is al een controle geopend|Rond die eerst af.',
  setup: 'Deze pagina is niet ingesteld|Vraag ons om een andere manier.',
}
