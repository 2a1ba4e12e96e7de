import Stripe from 'stripe'
import { agentThrough, boundedHttpClient } from './stripe-http.js'

/** The types of all events about sessions. `*` does not include `redacted`. */
export const WEBHOOK_EVENTS = [
  'created',
  'processing',
  'requires_input',
  'verified',
  'canceled',
  'redacted',
].map((name) => `identity.verification_session.${name}`)

const REQUEST_MS = 10_000

export interface Endpoint {
  id: string
  url: string
  events: string[]
  enabled: boolean
  /** Set only in the reply to its creation. */
  secret: string | null
}

/** The outcome of a call without effect: `allowed`, or the reason of the refusal. */
export interface Probe {
  outcome: 'allowed' | 'key_refused' | 'not_permitted' | 'not_enabled' | 'unreachable'
  /** Unix seconds of the reply; null without one. */
  date: number | null
}

export type Permission = 'sessions' | 'write' | 'events' | 'endpoints'

/** The settings of the Stripe account other than sessions. */
export interface StripeAccount {
  readonly livemode: boolean
  probe(permission: Permission): Promise<Probe>
  /** The endpoints with this URL. */
  endpoints(url: string): Promise<Endpoint[]>
  makeEndpoint(url: string): Promise<Endpoint>
  /** Subscribes the endpoint to exactly our events and enables it. */
  mendEndpoint(id: string): Promise<Endpoint>
}

export interface AccountOptions {
  secretKey: string
  apiBase?: string | undefined
  httpsProxy?: string | undefined
}

export function openAccount({ secretKey, apiBase, httpsProxy }: AccountOptions): StripeAccount {
  const base = apiBase === undefined ? null : new URL(apiBase)
  const stripe = new Stripe(secretKey, {
    ...(base && {
      host: base.hostname,
      protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
      port: base.port || (base.protocol === 'http:' ? 80 : 443),
    }),
    httpClient: boundedHttpClient(REQUEST_MS, agentThrough(httpsProxy, apiBase)),
    timeout: REQUEST_MS,
    maxNetworkRetries: 1,
    telemetry: false,
  })
  const enabled_events = WEBHOOK_EVENTS as Stripe.WebhookEndpointCreateParams.EnabledEvent[]
  const calls: Record<Permission, () => Promise<Stripe.Response<unknown>>> = {
    sessions: () => stripe.identity.verificationSessions.list({ limit: 1 }),
    // A session cannot be created without its type, so a key with the permission gets a 400 here.
    write: () => stripe.identity.verificationSessions.create({} as never),
    events: () => stripe.events.list({ limit: 1, types: WEBHOOK_EVENTS }),
    endpoints: () => stripe.webhookEndpoints.list({ limit: 1 }),
  }
  return {
    livemode: secretKey.includes('_live_'),
    async probe(permission) {
      try {
        const { lastResponse } = await calls[permission]()
        return { outcome: 'allowed', date: dateOf(lastResponse.headers) }
      } catch (error) {
        const date = error instanceof Stripe.errors.StripeError ? dateOf(error.headers) : null
        return { outcome: outcomeOf(error), date }
      }
    },
    async endpoints(url) {
      const found: Endpoint[] = []
      for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 })) {
        if (endpoint.url === url) found.push(endpointOf(endpoint))
      }
      return found
    },
    makeEndpoint: async (url) => endpointOf(await stripe.webhookEndpoints.create({ url, enabled_events })),
    mendEndpoint: async (id) =>
      endpointOf(await stripe.webhookEndpoints.update(id, { enabled_events, disabled: false })),
  }
}

function endpointOf({ id, url, enabled_events, status, secret }: Stripe.WebhookEndpoint): Endpoint {
  return { id, url, events: enabled_events, enabled: status === 'enabled', secret: secret ?? null }
}

function outcomeOf(error: unknown): Probe['outcome'] {
  if (!(error instanceof Stripe.errors.StripeError) || error.statusCode === undefined) return 'unreachable'
  if (error.statusCode === 401) return 'key_refused'
  if (error.statusCode === 403) return 'not_permitted'
  // Stripe has no code for this case, only this sentence and a link to the page where Identity is activated.
  if (/not set up to use Identity|identity\/application/i.test(error.message)) return 'not_enabled'
  return error.statusCode === 400 ? 'allowed' : 'unreachable'
}

function dateOf(headers: unknown): number | null {
  const value = Date.parse(String(Reflect.get(Object(headers), 'date')))
  return Number.isNaN(value) ? null : Math.floor(value / 1000)
}
