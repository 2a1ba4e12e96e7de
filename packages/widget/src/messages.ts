/**
 * Every text, in English. Where there is a bar, what happened stands before it and what to do about it behind. A key
 * names a state, or the beginnings of the codes that it tells, the longer one first. Hosts replace single texts with the
 * `messages` property, by key or by code; a file in `locales/` replaces them all.
 */
export const en = {
  start: 'Verify your identity',
  retry: 'Try again',
  left: 'Attempts left: ',

  idle: 'Identity check|You need an identity document, a camera and about two minutes. Stripe does the check.',
  starting: 'One moment …',
  open: 'Go on in the open window',
  processing: 'Checking …|This rarely takes longer than a minute.',
  verified: 'Your identity is verified',
  requires_input: 'Your identity could not be checked|Try again, or use another document.',
  canceled: 'This check was canceled|Start again when you are ready.',
  redacted: 'Your data was erased|Start again when you are ready.',

  'abandoned|aborted|identity': 'You have not finished|Try again when you are ready.',
  consent: 'You did not agree to the check|Try again to agree, or ask us for another way.',
  country: 'Your country is not supported|Ask us for another way.',
  device: 'No camera could be used|Allow this page to use the camera, or use another device.',
  document_expired: 'Your document has expired|Use another document.',
  document_type: 'Your document is not supported|Use another document.',
  document: 'Your document could not be checked|Use good light and show all edges, or use another document.',
  email: 'Your email address could not be checked|Enter the code sent to it, or use another address.',
  phone: 'Your phone number could not be checked|Enter the code sent to it, or use another number.',
  id_number: 'Your ID number could not be checked|Enter it as in your document, or use another document.',
  selfie_document: 'Your document has no photo of you|Use another document.',
  selfie: 'Your selfie could not be checked|Use good light and show all of your face.',
  under: 'You are not old enough|Ask us for another way.',

  unauthenticated: 'You are not signed in|Sign in, then try again.',
  attempts: 'You have no attempts left|Ask us for another way.',
  'not_|invalid_s': 'This is not possible now|Reload the page.',
  rate_limited: 'This was too often|Try again in a minute.',
  'user|daily': 'No more checks are possible today|Try again tomorrow.',
  network: 'You are not connected|Check your network, then try again.',
  stripe_load: 'The check could not be loaded|Turn off blockers, then try again.',
  'server|store|stripe|bad': 'Something went wrong|Try again in a minute.',
  modal: 'A check is open already|Finish it first.',
  setup: 'This page is not set up|Ask us for another way.',
}

export type Messages = Record<keyof typeof en, string>

/** A language as it is loaded: its tag, its texts, and which way they run. */
export type Language = readonly [tag: string, texts: Messages, direction: string]

export const ENGLISH: Language = ['en', en, 'ltr']

/** The text that tells a code of Stripe's or ours; undefined for one that it does not know. */
export function textKey(code: string): keyof Messages | undefined {
  return (Object.keys(en) as (keyof Messages)[]).find((key) => RegExp(`^(${key})`).test(code))
}
