import type { Json } from './client.js'

/** The choices on Stripe's page in test mode, by the labels of the buttons. */
export type Choice = 'Verification failure' | 'Verification success async' | 'Decline consent'

const STRIPES_LIMIT = 25

/** The actions that need no key but clicks, on the hosted page and in the Dashboard. */
export interface Hands {
  /** Makes the user's choice on the session's page. */
  choose(session: Json, choice: Choice): Promise<void>
  /** Ends the checks of an async choice. */
  finish(session: Json): Promise<void>
  /** Overrides a session as a reviewer. */
  review(session: Json, status: 'requires_input' | 'verified'): Promise<void>
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

/** Acts through the control routes of a sandbox. */
export function controlledHands(url: string): Hands {
  const control = async (method: string, path: string, wish: object) => {
    const response = await fetch(`${url}/_sandbox/${path}`, { method, body: JSON.stringify(wish) })
    if (!response.ok) throw new Error(`The own sandbox refused ${path}: ${await response.text()}`)
  }
  const act = (session: Json, what: string, wish: object = {}) =>
    control('POST', `sessions/${session.id}/${what}`, wish)
  return {
    choose: (session, choice) =>
      choice === 'Decline consent'
        ? act(session, 'decline')
        : choice === 'Verification failure'
          ? act(session, 'submit', { outcome: 'unverified', processing_ms: 0 })
          : act(session, 'submit', { outcome: 'verified', processing_ms: 3_600_000 }),
    finish: (session) => act(session, 'settle'),
    review: (session, status) => act(session, 'override', { status }),
    script: (next) => control('PUT', 'modal', { next }),
    slow: (path) => control('POST', 'faults', { path, method: 'POST', times: 1, delay_ms: 200 }),
    limit: (on) => control('PUT', 'limits', { per_endpoint_rps: on ? STRIPES_LIMIT : 0 }),
    refused: () => false,
    pauseMs: 20,
  }
}

/** Asks a person: prints a line for each action. `skipped` returns true if the person declines. */
export function personsHands(say: (line: string) => void, skipped: () => boolean): Hands {
  return {
    choose: async (session, choice) =>
      say(`Please open ${session.url} and choose "${choice}" for ${session.id} (s and Enter skips it).`),
    finish: async (session) =>
      say(`Waiting until the checks of ${session.id} are over (s and Enter skips it).`),
    review: async (session, status) =>
      say(
        `Please open ${session.id} under Identity in the Dashboard and mark it as ${
          status === 'verified' ? 'verified' : 'not verified'
        } (s and Enter skips it).`,
      ),
    script: async () => {},
    slow: async () => {},
    limit: async () => {},
    refused: skipped,
    pauseMs: 500,
  }
}

/** For a run without a person. */
export const NO_HANDS: Hands = {
  choose: async () => {},
  finish: async () => {},
  review: async () => {},
  script: async () => {},
  slow: async () => {},
  limit: async () => {},
  refused: () => true,
  pauseMs: 500,
}
