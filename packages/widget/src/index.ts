export type { ErrorCode, SessionStatus, SessionView } from 'stripe-identity-contract'
export {
  createVerification,
  type Outcome,
  type Snapshot,
  type StatusDetail,
  type StripeSource,
  type Verification,
  type VerificationEvent,
  type VerificationEventMap,
  type VerificationOptions,
} from './controller.js'
export { VerificationError } from './errors.js'
export type { VerificationState } from './flow.js'
export { IdentityVerification } from './identity-verification.js'
export type { Messages } from './messages.js'
export type { StripeModal } from './modal.js'
