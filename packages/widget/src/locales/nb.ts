import type { Messages } from '../messages.js'

export const messages: Messages = {
  start: 'Bekreft identiteten din',
  retry: 'Prøv på nytt',
  left: 'Forsøk igjen: ',
  idle: 'Identitetskontroll|Du trenger et identitetsdokument, et kamera og omtrent to minutter. Stripe utfører kontrollen.',
  starting: 'Et øyeblikk …',
  open: 'Fortsett i det åpne vinduet',
  processing: 'Kontrollerer …|Det tar sjelden mer enn et minutt.',
  verified: 'Identiteten din er bekreftet',
  requires_input: 'Identiteten din kunne ikke kontrolleres|Prøv på nytt, eller bruk et annet dokument.',
  canceled: 'Kontrollen ble avbrutt|Begynn på nytt når du er klar.',
  redacted: 'Dataene dine er slettet|Begynn på nytt når du er klar.',
  'abandoned|aborted|identity': 'Du er ikke ferdig|Prøv på nytt når du er klar.',
  consent: 'Du godtok ikke kontrollen|Prøv på nytt for å godta, eller spør oss om en annen måte.',
  country: 'Landet ditt støttes ikke|Spør oss om en annen måte.',
  device: 'Ikke noe kamera kunne brukes|La siden bruke kameraet, eller bruk en annen enhet.',
  document_expired: 'Dokumentet ditt er utløpt|Bruk et annet dokument.',
  document_type: 'Dokumentet ditt støttes ikke|Bruk et annet dokument.',
  document:
    'Dokumentet ditt kunne ikke kontrolleres|Sørg for godt lys og vis alle kanter, eller bruk et annet dokument.',
  email:
    'E-postadressen din kunne ikke kontrolleres|Skriv inn koden du har fått, eller bruk en annen adresse.',
  phone:
    'Telefonnummeret ditt kunne ikke kontrolleres|Skriv inn koden du har fått, eller bruk et annet nummer.',
  id_number:
    'ID-nummeret ditt kunne ikke kontrolleres|Skriv det som det står i dokumentet, eller bruk et annet dokument.',
  selfie_document: 'Dokumentet har ikke noe bilde av deg|Bruk et annet dokument.',
  selfie: 'Selfien din kunne ikke kontrolleres|Sørg for godt lys og vis hele ansiktet.',
  under: 'Du er ikke gammel nok|Spør oss om en annen måte.',
  unauthenticated: 'Du er ikke logget inn|Logg inn, og prøv på nytt.',
  attempts: 'Du har ingen forsøk igjen|Spør oss om en annen måte.',
  'not_|invalid_s': 'Det er ikke mulig nå|Last siden på nytt.',
  rate_limited: 'Det var for mange forsøk|Prøv igjen om et minutt.',
  'user|daily': 'Ingen flere kontroller er mulige i dag|Prøv igjen i morgen.',
  network: 'Du er ikke tilkoblet|Kontroller nettverket, og prøv på nytt.',
  stripe_load: 'Kontrollen kunne ikke lastes|Slå av blokkering, og prøv på nytt.',
  'server|store|stripe|bad': 'Noe gikk galt|Prøv igjen om et minutt.',
  modal: 'En kontroll er allerede åpen|Fullfør den først.',
  setup: 'Siden er ikke satt opp|Spør oss om en annen måte.',
}
