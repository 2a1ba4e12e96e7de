import { createHmac, randomBytes } from 'node:crypto'
import { EVENT, type EventRecord, presentThinEvent, type ThinEvent } from '../objects/event/fields.js'
import { present } from '../objects/table.js'
import type { Destination, Endpoint } from '../objects/webhook-endpoint/fields.js'
import { API_VERSION } from '../stripe/version.js'
import type { Account } from '../world/account.js'

/** An event in the form in which somebody takes it. */
export interface Message {
  readonly event: EventRecord | ThinEvent
  readonly to: Endpoint | Destination
  readonly body: object
}

/** The account's own endpoints that take an event of this type, and its platform's for the events of connected accounts. */
export function endpointsFor({ endpoints, platform }: Account, type: string): Endpoint[] {
  return [
    ...[...endpoints].filter((endpoint) => !endpoint.connect && wants(endpoint, type)),
    ...[...(platform?.endpoints ?? [])].filter((endpoint) => endpoint.connect && wants(endpoint, type)),
  ]
}

/** `*` means every event but the redacted one, which Stripe sends only where it is named. */
function wants(endpoint: Endpoint, type: string): boolean {
  if (endpoint.disabled) return false
  if (endpoint.enabled_events.includes(type)) return true
  return endpoint.enabled_events.includes('*') && type !== 'identity.verification_session.redacted'
}

/** What goes to an endpoint, or a destination, about an event; undefined where either is gone, or the endpoint disabled. */
export function messageFor(account: Account, event: string, to: string): Message | undefined {
  return classicMessage(account, event, to) ?? thinMessage(account, event, to)
}

function classicMessage(account: Account, id: string, endpoint: string): Message | undefined {
  const event = account.events.get(id)
  const to = account.endpoints.get(endpoint) ?? account.platform?.endpoints.get(endpoint)
  if (!event || !to || to.disabled) return undefined
  return { event, to, body: present(EVENT, { event, version: to.api_version ?? API_VERSION }) }
}

function thinMessage(account: Account, id: string, destination: string): Message | undefined {
  const event = account.thinEvents.get(id)
  const to = account.destinations.get(destination)
  return event && to ? { event, to, body: presentThinEvent(event) } : undefined
}

/** `t` is real time, whatever the clock says, so that receivers with a tolerance accept it. */
export function sign(body: string, secrets: Endpoint['secrets'], now: number): string {
  const time = Math.floor(Date.now() / 1000)
  const signatures = secrets
    .filter(({ expires }) => expires === null || expires > now)
    .map(({ value }) => `v1=${createHmac('sha256', value).update(`${time}.${body}`).digest('hex')}`)
  return [`t=${time}`, ...signatures, `v0=${randomBytes(32).toString('hex')}`].join(',')
}
