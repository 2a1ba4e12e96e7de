import type { Row } from '../../world/collection.js'
import { present, type Table } from '../table.js'

export interface SigningSecret {
  readonly value: string
  /** When it stops signing, in milliseconds of the clock; null is never. */
  readonly expires: number | null
}

export interface Endpoint extends Row {
  readonly url: string
  readonly enabled_events: readonly string[]
  readonly api_version: string | null
  /** Takes the events of connected accounts, and no others. */
  readonly connect: boolean
  readonly description: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly disabled: boolean
  readonly secrets: readonly SigningSecret[]
}

/** Where thin events go; Stripe keeps these apart from webhook endpoints. */
export interface Destination extends Row {
  readonly url: string
  readonly secrets: readonly SigningSecret[]
}

/** Without the secret, which only the creation shows. */
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
