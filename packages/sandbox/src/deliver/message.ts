import { createHmac, randomBytes } from 'node:crypto'
import { type EventRecord, presentEvent, presentThinEvent, type ThinEvent } from '../objects/event/fields.js'
import type { Destination, Endpoint } from '../objects/webhook-endpoint/fields.js'
import type { Account } from '../world/account.js'

/** An event with its receiver, in the form that the receiver takes. */
export interface Message {
  readonly event: EventRecord | ThinEvent
  readonly to: Endpoint | Destination
  readonly body: object
}

/** The account's own endpoints for an event type, and its platform's endpoints for events of connected accounts. */
export function endpointsFor({ endpoints, platform }: Account, type: string): Endpoint[] {
  return [
    ...[...endpoints].filter((endpoint) => !endpoint.connect && wants(endpoint, type)),
    ...[...(platform?.endpoints ?? [])].filter((endpoint) => endpoint.connect && wants(endpoint, type)),
  ]
}

/** True if the endpoint takes the type. `*` excludes the redacted event, which Stripe sends only if it is named. */
function wants(endpoint: Endpoint, type: string): boolean {
  if (endpoint.disabled) return false
  if (endpoint.enabled_events.includes(type)) return true
  return endpoint.enabled_events.includes('*') && type !== 'identity.verification_session.redacted'
}

/** The message for an endpoint or destination. Undefined if the event or receiver is gone, or the endpoint disabled. */
export function messageFor(account: Account, event: string, to: string): Message | undefined {
  return classicMessage(account, event, to) ?? thinMessage(account, event, to)
}

function classicMessage(account: Account, id: string, endpoint: string): Message | undefined {
  const event = account.events.get(id)
  const to = account.endpoints.get(endpoint) ?? account.platform?.endpoints.get(endpoint)
  if (!event || !to || to.disabled) return undefined
  const body = presentEvent(event)
  return { event, to, body: { ...body, api_version: to.api_version ?? body.api_version } }
}

function thinMessage(account: Account, id: string, destination: string): Message | undefined {
  const event = account.thinEvents.get(id)
  const to = account.destinations.get(destination)
  return event && to ? { event, to, body: presentThinEvent(event) } : undefined
}

/** Signs a body. `t` is real time, independent of the clock, so that receivers with a tolerance accept it. */
export function sign(body: string, secrets: Endpoint['secrets'], now: number): string {
  const time = Math.floor(Date.now() / 1000)
  const signatures = secrets
    .filter(({ expires }) => expires === null || expires > now)
    .map(({ value }) => `v1=${createHmac('sha256', value).update(`${time}.${body}`).digest('hex')}`)
  return [`t=${time}`, ...signatures, `v0=${randomBytes(32).toString('hex')}`].join(',')
}
