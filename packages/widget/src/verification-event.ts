import type { VerificationEvent, VerificationEventMap } from './verification.js'

/** An event as it leaves an element or a store. */
export function verificationEvent(
  type: keyof VerificationEventMap,
  detail: unknown,
  cancelable = false,
): VerificationEvent {
  return new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }) as VerificationEvent
}
