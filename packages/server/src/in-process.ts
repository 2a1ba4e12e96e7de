import { SESSION_ID, type SessionView } from 'stripe-identity-contract'
import { IdentityError } from './errors.js'
import { API_VERSION } from './routes/parse.js'
import type { Adoptions } from './services/adopt.js'
import type { EphemeralKeys } from './services/ephemeral-key.js'
import type { Redaction } from './services/redact.js'
import type { Sessions } from './services/sessions.js'
import { stripeError } from './services/stripe-error.js'
import { viewOf } from './session.js'
import type { Store } from './store/store.js'
import type { EphemeralKey, StripeApi, VerifiedOutputs } from './stripe.js'
import { userFrom, userId } from './user.js'

type User = string | number

/** The answer to the question whether a user is verified, by the same rule as the guard. */
export interface UserStatus {
  verified: boolean
  /** The user's newest session that counts; null if there is none. */
  session: SessionView | null
}

/** The functions that the host calls in its own process. */
export interface InProcess {
  isVerified(user: User): Promise<boolean>
  getStatus(user: User): Promise<UserStatus>
  /**
   * Reads the verified data live with the restricted key and stores nothing; null if the user is not verified, or the
   * data was redacted. `expand` names sensitive fields: `dob`, `id_number`. Throws `restricted_key_missing` without
   * that key.
   */
  verifiedOutputs(user: User, options?: { expand?: readonly string[] }): Promise<VerifiedOutputs | null>
  /**
   * Creates a key with which Stripe's SDK in a native app opens the user's open session. `apiVersion` is the version
   * that the app reports for its SDK. Valid for an hour. Throws `not_found`, `invalid_state` or `attempts_exhausted`
   * if there is no session to open.
   */
  ephemeralKey(user: User, options: { apiVersion: string }): Promise<EphemeralKey>
  /**
   * Adopts a session that was created elsewhere: in the Dashboard, by a link, by older code. From then on it belongs
   * to the user like a session created here. May be called twice. Throws `not_found`, and `invalid_state` if it
   * belongs to another user or the user has another open session.
   */
  adopt(user: User, sessionId: string): Promise<UserStatus>
  /**
   * Erases all of a user's sessions, at Stripe and here, for use when an account is deleted. Steps that Stripe cannot
   * do at once are retried until done. Throws `invalid_state` while a session is being processed.
   */
  redact(user: User): Promise<void>
}

export interface InProcessParts {
  store: Store
  stripe: StripeApi
  sessions: Sessions
  redaction: Redaction
  ephemeralKeys: EphemeralKeys
  adoptions: Adoptions
  /** A restricted key is set, which may read sensitive results. */
  canReadOutputs: boolean
  maxAttempts: number
}

export function createInProcess({
  store,
  stripe,
  sessions,
  redaction,
  ephemeralKeys,
  adoptions,
  canReadOutputs,
  maxAttempts,
}: InProcessParts): InProcess {
  const getStatus = async (user: User): Promise<UserStatus> => {
    const record = await sessions.current(userId(user, 'getStatus or isVerified was given'))
    return {
      verified: record?.status === 'verified',
      session: record && viewOf(record, maxAttempts),
    }
  }
  const isVerified = async (user: User) => (await getStatus(user)).verified

  return {
    isVerified,
    getStatus,
    async verifiedOutputs(user, { expand = [] } = {}) {
      if (!canReadOutputs) {
        throw new IdentityError('restricted_key_missing', 'verifiedOutputs needs stripe.restrictedKey.')
      }
      if (!(Array.isArray(expand) && expand.every((field) => typeof field === 'string'))) {
        throw new IdentityError('invalid_request', "expand is a list of names, such as ['dob'].")
      }
      const record = await sessions.current(userId(user, 'verifiedOutputs was given'))
      if (record?.status !== 'verified' || record.stripeId === null || record.redaction !== null) return null
      return stripe.verifiedOutputs(record.stripeId, expand).catch((error: unknown) => {
        throw stripeError(error)
      })
    },
    async ephemeralKey(user, { apiVersion }) {
      const owner = userFrom(user, 'identity.ephemeralKey was given')
      if (!API_VERSION.test(apiVersion))
        throw new IdentityError(
          'invalid_request',
          'apiVersion is not a version of Stripe’s API such as 2026-10-28.dahlia.',
        )
      return ephemeralKeys.makeForCurrent(owner, apiVersion)
    },
    async adopt(user, sessionId) {
      const owner = userFrom(user, 'identity.adopt was given')
      if (!SESSION_ID.test(sessionId))
        throw new IdentityError('invalid_request', 'A session id looks like vs_….')
      await adoptions.adopt(owner, sessionId, 'host')
      return getStatus(owner)
    },
    async redact(user) {
      const id = userId(user, 'redact was given')
      const failures: unknown[] = []
      for (const record of await store.allOf(id)) {
        await redaction.redact(record, 'host').catch((error: unknown) => failures.push(error))
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
