export type { ErrorCode, SessionStatus, SessionView } from 'stripe-identity-contract'
export { createVerification } from './controller.js'
export { VerificationError } from './errors.js'
export type { VerificationState } from './flow.js'
export { IdentityVerification } from './identity-verification.js'
export type { Advice, FirstTexts, Messages, RestTexts, Text } from './messages.js'
export type { StripeModal } from './modal.js'
export type {
  Outcome,
  Snapshot,
  StatusDetail,
  StripeSource,
  Verification,
  VerificationEvent,
  VerificationEventMap,
  VerificationOptions,
} from './verification.js'
