import { setTimeout as sleep } from 'node:timers/promises'
import qs from 'qs'

/** The paths of the API. */
export const SESSIONS = '/v1/identity/verification_sessions'
export const REPORTS = '/v1/identity/verification_reports'
export const ENDPOINTS = '/v1/webhook_endpoints'
export const DESTINATIONS = '/v2/core/event_destinations'

/** An answer whose fields are examined one by one. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what a validation finds out
export type Json = Record<string, any>

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

export interface CallOptions {
  /** `null` sends no key. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** Sends the parameters as JSON, as the second version of the API takes them. */
  readonly json?: boolean
  /** Returns a 429 instead of waiting and trying again. */
  readonly limited?: boolean
}

export type Call = (method: string, path: string, params?: object, options?: CallOptions) => Promise<Reply>

/** Stops a validation. The message is for the person who started it. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

const PATIENCE_MS = 80_000
const TRIES_WHEN_LIMITED = 10

/** A client of Stripe's API at an address, without an SDK. */
export function createClient(base: string, key: string, version: string): Call {
  const call: Call = async (method, path, params = {}, options = {}) => {
    const form = qs.stringify(params, { encodeValuesOnly: true, skipNulls: true })
    const inBody = method === 'POST'
    const type = options.json ? 'application/json' : 'application/x-www-form-urlencoded'
    const sent = options.key === undefined ? key : options.key
    const response = await fetch(new URL(inBody || form === '' ? path : `${path}?${form}`, base), {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'stripe-version': version,
        ...(sent !== null && { authorization: `Bearer ${sent}` }),
        ...(inBody && { 'content-type': type }),
        ...options.headers,
      },
      ...(inBody && { body: options.json ? JSON.stringify(params) : form }),
    }).catch((error: Error) => {
      const { message } = error.cause instanceof Error ? error.cause : error
      throw new Stopped(`${new URL(base).host} did not answer ${method} ${path}: ${message}`)
    })
    const body = read(await response.text())
    if (isLive(body)) throw new Stopped('An answer is of live mode; nothing more is called.')
    return { status: response.status, headers: response.headers, body }
  }
  return async (method, path, params, options = {}) => {
    for (let tries = 1; ; tries++) {
      const reply = await call(method, path, params, options)
      if (reply.status !== 429 || options.limited || tries === TRIES_WHEN_LIMITED) return reply
      await sleep(1000)
    }
  }
}

function isLive({ livemode, data }: Json): boolean {
  return livemode === true || (Array.isArray(data) && data.some((item) => item?.livemode === true))
}

function read(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Json) : { object: 'no JSON object' }
  } catch {
    return { object: 'no JSON' }
  }
}
