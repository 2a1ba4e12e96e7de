import type { Row } from '../../world/collection.js'

export interface SigningSecret {
  readonly value: string
  /** The time at which the secret stops signing, in milliseconds of the clock; null means never. */
  readonly expires: number | null
}

/** A destination of thin events. Stripe keeps destinations apart from webhook endpoints. */
export interface Destination extends Row {
  readonly url: string
  readonly secrets: readonly SigningSecret[]
}

export interface Endpoint extends Destination {
  readonly enabled_events: readonly string[]
  readonly api_version: string | null
  /** Takes only the events of connected accounts. */
  readonly connect: boolean
  readonly description: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly disabled: boolean
}

/** The endpoint as the API shows it, without the secret, which only the creation returns. */
export function presentEndpoint(endpoint: Endpoint) {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: endpoint.api_version,
    application: null,
    created: endpoint.created,
    description: endpoint.description,
    enabled_events: endpoint.enabled_events,
    livemode: false,
    metadata: endpoint.metadata,
    status: endpoint.disabled ? 'disabled' : 'enabled',
    url: endpoint.url,
  }
}
