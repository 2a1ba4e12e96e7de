import { setTimeout as sleep } from 'node:timers/promises'
import {
  createDestination,
  findOlderSession,
  findRedactedSession,
  type Sought,
  submittedParams,
} from './by-api.js'
import { type Call, type Json, SESSIONS } from './client.js'

/** The choices on Stripe's page in test mode, by the labels of the buttons. */
export type Choice = 'Verification failure' | 'Verification success async' | 'Decline consent'

/** The actions that differ between Stripe, where some need a person's clicks, and a sandbox. */
export interface Hands {
  /** Makes the user's choice on the session's page. */
  choose(session: Json, choice: Choice): Promise<void>
  /** Ends the checks of an async choice. */
  finish(session: Json): Promise<void>
  /** Overrides a session as a reviewer. */
  review(session: Json, status: 'requires_input' | 'verified'): Promise<void>
  /** Rolls the secret of a webhook endpoint. The old secret stays valid for a while. */
  roll(endpoint: Json): Promise<void>
  /** Creates a destination of thin events. Resolves with its secret. */
  destination(call: Call, address: string, name: string): Promise<string | undefined>
  /** Finds or makes a verified session whose checks ended more than 48 hours ago. */
  olderSession(call: Call): Promise<Sought>
  /** Finds or makes a session whose redaction has ended. */
  redactedSession(call: Call): Promise<Sought>
  /** Lets time pass, until the signal aborts. */
  pass(ms: number, signal: AbortSignal): Promise<void>
  /** Scripts the next modals if no person clicks. */
  script(next: readonly string[]): Promise<void>
  /** Delays the next calls of a path, so that other calls overlap them. Stripe's calls take time anyway. */
  slow(path: string): Promise<void>
  /** Switches Stripe's rate limit on if it is off by default. */
  limit(on: boolean): Promise<void>
  /** True if the last request was declined. */
  refused(): boolean
  /** The pause in milliseconds between two checks. */
  readonly pauseMs: number
}

/** A person at a terminal. */
export interface Person {
  say(line: string): void
  /** True if the person declined the last request. */
  declines(): boolean
  /** Resolves when the person confirms the last request. */
  confirms(): Promise<void>
}

const SKIP = '(s and Enter skips it)'

/** Asks a person: prints a line for each action. */
export function personsHands({ say, declines, confirms }: Person): Hands {
  return {
    choose: async (session, choice) =>
      say(`Please open ${session.url} and choose "${choice}" for ${session.id} ${SKIP}.`),
    finish: async (session) => say(`Waiting until the checks of ${session.id} are over ${SKIP}.`),
    review: async (session, status) =>
      say(
        `Please open ${session.id} under Identity in the Dashboard and mark it as ${
          status === 'verified' ? 'verified' : 'not verified'
        } ${SKIP}.`,
      ),
    roll: (endpoint) => {
      say(
        `Please roll the signing secret of ${endpoint.id} in the Dashboard, let the old one expire in 24 hours, and press Enter ${SKIP}.`,
      )
      return confirms()
    },
    ...AT_STRIPE,
    refused: declines,
  }
}

const AT_STRIPE = {
  destination: createDestination,
  olderSession: findOlderSession,
  redactedSession: findRedactedSession,
  pass: (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {}),
  script: async () => {},
  slow: async () => {},
  limit: async () => {},
  pauseMs: 500,
}

/** For a run without a person. */
export const NO_HANDS: Hands = {
  choose: async () => {},
  finish: async () => {},
  review: async () => {},
  roll: async () => {},
  ...AT_STRIPE,
  refused: () => true,
}

const STRIPES_LIMIT = 25
const OLD_MS = 49 * 3_600_000

/** Acts through the control routes of a sandbox. `thinSecret` is the secret of its destination of thin events. */
export function controlledHands(url: string, thinSecret?: string): Hands {
  const control = async (method: string, path: string, wish: object) => {
    const response = await fetch(`${url}/_sandbox/${path}`, { method, body: JSON.stringify(wish) })
    if (!response.ok) throw new Error(`The own sandbox refused ${path}: ${await response.text()}`)
  }
  const act = (session: Json, what: string, wish: object = {}) =>
    control('POST', `sessions/${session.id}/${what}`, wish)
  const pass = (ms: number) => control('POST', 'clock', { advance_ms: ms })
  const verify = (session: Json) => act(session, 'submit', { outcome: 'verified', processing_ms: 0 })
  return {
    choose: (session, choice) =>
      choice === 'Decline consent'
        ? act(session, 'decline')
        : choice === 'Verification failure'
          ? act(session, 'submit', { outcome: 'unverified', processing_ms: 0 })
          : act(session, 'submit', { outcome: 'verified', processing_ms: 3_600_000 }),
    finish: (session) => act(session, 'settle'),
    review: (session, status) => act(session, 'override', { status }),
    roll: (endpoint) => control('POST', `webhook_endpoints/${endpoint.id}/roll`, { expires_in_s: 24 * 3600 }),
    // The destination is there from the start.
    destination: async () => thinSecret,
    async olderSession(call) {
      const { body } = await call('POST', SESSIONS, { type: 'document' })
      await verify(body)
      await pass(OLD_MS)
      return (await call('GET', `${SESSIONS}/${body.id}`)).body
    },
    async redactedSession(call) {
      const { body } = await call(
        'POST',
        SESSIONS,
        submittedParams((name) => name),
      )
      await verify(body)
      await call('POST', `${SESSIONS}/${body.id}/redact`)
      await act(body, 'settle')
      return body
    },
    pass,
    script: (next) => control('PUT', 'modal', { next }),
    slow: (path) => control('POST', 'faults', { path, method: 'POST', times: 1, delay_ms: 200 }),
    limit: (on) => control('PUT', 'limits', { per_endpoint_rps: on ? STRIPES_LIMIT : 0 }),
    refused: () => false,
    pauseMs: 20,
  }
}
