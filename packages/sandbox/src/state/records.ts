import type { SessionEvent } from '../session.js'
import type { Cause } from '../wire/cause.js'
import type { Row } from './collection.js'

export interface EventRecord extends Row {
  readonly type: SessionEvent
  /** The session that it tells of. */
  readonly session: string
  /** The session as the API showed it at that moment, without secrets. */
  readonly object: Readonly<Record<string, unknown>>
  readonly request: Cause
  /** How many endpoints have not taken it yet. */
  readonly pending: number
}

/** A nudge about one fact, or a ping. */
export interface ThinEvent extends Row {
  /** When it was made, in milliseconds of the clock. */
  readonly time: number
  readonly type: string
  /** The classic event of the same fact; null for a ping. */
  readonly event: string | null
  /** What it shows as `snapshot_event`: the classic event, where an endpoint of ours takes that too. */
  readonly snapshot: string | null
  readonly related: { readonly id: string; readonly type: string; readonly url: string }
  readonly request: Cause
}

export interface SigningSecret {
  readonly value: string
  /** When it stops signing, in milliseconds of the clock; null is never. */
  readonly expires: number | null
}

export interface Endpoint extends Row {
  readonly url: string
  readonly enabled_events: readonly string[]
  readonly api_version: string | null
  /** Hears of connected accounts only, of which the sandbox has none. */
  readonly connect: boolean
  readonly description: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly disabled: boolean
  readonly secrets: readonly SigningSecret[]
}

export interface EphemeralKey extends Row {
  readonly expires: number
}

/** Where thin events go; Stripe keeps these apart from webhook endpoints. */
export interface Destination extends Row {
  readonly url: string
  readonly secrets: readonly SigningSecret[]
}

export interface FileRecord extends Row {
  readonly purpose: 'identity_document_downloadable' | 'selfie'
  readonly filename: string
  /** Its contents are gone. */
  readonly redacted: boolean
}

export interface FileLink extends Row {
  readonly file: string
  readonly token: string
  /** Second from which it no longer opens. */
  readonly expires_at: number
  readonly metadata: Readonly<Record<string, string>>
}
