export type {
  ErrorBody,
  ErrorCode,
  SessionOpening,
  SessionStatus,
  SessionView,
} from 'stripe-identity-contract'
export { visitors } from './auth/visitor.js'
export { ConfigurationError, IdentityError, isIdentityError } from './errors.js'
export { createIdentity, type Identity } from './identity.js'
export type { Authenticate, IdentityOptions } from './options.js'
export type { CreateParams } from './stripe.js'
