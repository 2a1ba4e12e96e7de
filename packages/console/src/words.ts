import type { Attention, FoundSession, Stage } from 'stripe-identity-contract'
import type { Icon } from './icons.js'

/** The state of a session: Stripe's status, and the distinctions that the console adds. */
export type Standing =
  | 'not_made'
  | 'not_started'
  | 'requires_input'
  | 'processing'
  | 'verified'
  | 'canceled'
  | 'erasing'
  | 'erased'

export type Tone = 'plain' | 'good' | 'warn' | 'bad'

export const STANDINGS: Record<Standing, { words: string; icon: Icon; tone: Tone }> = {
  not_made: { words: 'Not made yet', icon: 'clock', tone: 'plain' },
  not_started: { words: 'Not started', icon: 'document', tone: 'plain' },
  requires_input: { words: 'Not passed', icon: 'alert', tone: 'warn' },
  processing: { words: 'Checking', icon: 'spinner', tone: 'plain' },
  verified: { words: 'Verified', icon: 'check', tone: 'good' },
  canceled: { words: 'Canceled', icon: 'clock', tone: 'plain' },
  erasing: { words: 'Being erased', icon: 'lock', tone: 'plain' },
  erased: { words: 'Erased', icon: 'lock', tone: 'plain' },
}

/** The first state that applies. Verified stays verified after redaction. */
export function standingOf(session: FoundSession): Standing {
  if (session.redaction !== null) return session.redaction.status === 'redacted' ? 'erased' : 'erasing'
  if (session.id === null) return 'not_made'
  if (session.status === 'requires_input' && session.last_error === null) return 'not_started'
  return session.status
}

export const STATUS_FILTERS: Record<string, string> = {
  requires_input: 'Requires input',
  processing: 'Processing',
  verified: 'Verified',
  canceled: 'Canceled',
}

/** Stripe's codes of a failed attempt, worded to follow a colon. */
export const REASONS: Record<string, string> = {
  abandoned: 'given up',
  consent_declined: 'consent declined',
  country_not_supported: 'country not supported',
  device_not_supported: 'device not supported',
  document_expired: 'document expired',
  document_type_not_supported: 'document type not supported',
  document_unverified_other: 'document could not be verified',
  email_unverified_other: 'email address could not be verified',
  email_verification_declined: 'email verification declined',
  id_number_insufficient_document_data: 'document data insufficient for the ID number',
  id_number_mismatch: 'ID number does not match',
  id_number_unverified_other: 'ID number could not be verified',
  phone_unverified_other: 'phone number could not be verified',
  phone_verification_declined: 'phone verification declined',
  selfie_document_missing_photo: 'document has no photo',
  selfie_face_mismatch: 'selfie does not match',
  selfie_manipulated: 'selfie manipulated',
  selfie_unverified_other: 'selfie could not be verified',
  under_supported_age: 'under the supported age',
}

/** A code that Stripe has added later is shown as it is. */
export function reasonWords(code: string): string {
  return REASONS[code] ?? code.replaceAll('_', ' ')
}

export const ATTENTION_WORDS: Record<Attention, string> = {
  taken_back: 'Taken back after verified',
  attempts_used_up: 'Attempts used up',
  delivery_set_aside: 'Host could not be told',
  redaction_overdue: 'Redaction overdue',
  in_doubt: 'In doubt',
}

export const STAGE_WORDS: Record<Stage, string> = {
  created: 'Created',
  started: 'Started',
  submitted: 'Submitted',
  verified: 'Verified',
}

const CAUSES: Record<string, string> = {
  create: 'when the session was created',
  webhook: "by Stripe's webhook",
  events: "found in Stripe's list of events",
  retrieve: 'read from Stripe',
  update: 'by an update',
  cancel: 'by a cancellation',
  redact: 'by a redaction',
  missing: 'because Stripe has no such session',
}

/** The source of a change. */
export function causeWords(cause: string): string {
  return CAUSES[cause] ?? cause
}

/** Advice to the operator for an error of the console's requests. */
export function errorWords(code: string, message: string): string {
  const words: Record<string, string> = {
    unauthenticated: 'You are signed out. Sign in, then try again.',
    operator_forbidden: 'You may not do this.',
    network_error: 'The server could not be reached. Check your network, then try again.',
    bad_response: 'The server sent an unexpected answer. Check the endpoint.',
    rate_limited: 'Too many requests. Try again in a moment.',
    invalid_state: message || 'The status of the session does not allow this.',
    server_error: 'The server failed.',
    not_found: 'There is no such session.',
    stripe_unavailable: 'Stripe could not be reached.',
    restricted_key_missing: 'No restricted key is set on the server.',
  }
  return words[code] ?? message
}
