export type {
  ErrorBody,
  ErrorCode,
  SessionOpening,
  SessionStatus,
  SessionView,
} from 'stripe-identity-contract'
export { type JwtOptions, jwtAuthentication } from './auth/jwt.js'
export { operatorToken } from './auth/operator-token.js'
export { visitors } from './auth/visitor.js'
export { ConfigurationError, IdentityError, isIdentityError } from './errors.js'
export type { FetchContext } from './fetch/door.js'
export { createIdentity, type Identity } from './identity.js'
export type { UserStatus } from './in-process.js'
export type { Authenticate, Authorize, IdentityOptions, Operator, OperatorSignIn } from './options.js'
export type { StatusChange } from './services/effects.js'
export type { CreateParams, EphemeralKey, VerifiedOutputs } from './stripe.js'
