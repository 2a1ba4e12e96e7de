import type { Row } from '../../world/collection.js'
import { present, type Table } from '../table.js'

export interface SigningSecret {
  readonly value: string
  /** The time at which the secret stops signing, in milliseconds of the clock; null means never. */
  readonly expires: number | null
}

export interface Endpoint extends Row {
  readonly url: string
  readonly enabled_events: readonly string[]
  readonly api_version: string | null
  /** Takes only the events of connected accounts. */
  readonly connect: boolean
  readonly description: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly disabled: boolean
  readonly secrets: readonly SigningSecret[]
}

/** A destination of thin events. Stripe keeps destinations apart from webhook endpoints. */
export interface Destination extends Row {
  readonly url: string
  readonly secrets: readonly SigningSecret[]
}

/** Excludes the secret, which only the creation returns. */
export const ENDPOINT = [
  { name: 'id', redact: 'keep' },
  { name: 'object', from: () => 'webhook_endpoint', redact: 'keep' },
  { name: 'api_version', redact: 'keep' },
  { name: 'application', from: () => null, redact: 'keep' },
  { name: 'created', redact: 'keep' },
  { name: 'description', redact: 'keep' },
  { name: 'enabled_events', redact: 'keep' },
  { name: 'livemode', from: () => false, redact: 'keep' },
  { name: 'metadata', redact: 'keep' },
  { name: 'status', from: ({ disabled }) => (disabled ? 'disabled' : 'enabled'), redact: 'keep' },
  { name: 'url', redact: 'keep' },
] as const satisfies Table<Endpoint>

export function presentEndpoint(endpoint: Endpoint): Record<string, unknown> {
  return present(ENDPOINT, endpoint)
}
