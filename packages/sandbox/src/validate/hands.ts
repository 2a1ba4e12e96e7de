import type { Json } from './client.js'

/** What Stripe's page offers in test mode, by the words on its buttons. */
export type Choice = 'Verification failure' | 'Verification success async' | 'Decline consent'

const STRIPES_LIMIT = 25

/** Whoever does what no key can do: clicks on the hosted page and in the Dashboard. */
export interface Hands {
  /** The user's choice on the session's page. */
  choose(session: Json, choice: Choice): Promise<void>
  /** The checks of an async choice come to their end. */
  finish(session: Json): Promise<void>
  /** A reviewer's act. */
  review(session: Json, status: 'requires_input' | 'verified'): Promise<void>
  /** Says beforehand what the next modals do, where nobody clicks. */
  script(next: readonly string[]): Promise<void>
  /** Makes the next calls of a path take time, so that others meet them; Stripe's take time by themselves. */
  slow(path: string): Promise<void>
  /** Puts Stripe's limit of calls on, where it is not on anyway. */
  limit(on: boolean): Promise<void>
  /** Whether the last wish is not going to be fulfilled. */
  refused(): boolean
  /** How long to wait before looking again. */
  readonly pauseMs: number
}

/** The hands of one's own sandbox: its control routes. */
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

/** A person's hands: each wish is a line to read, and `skipped` says that the person does not want to. */
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

/** Where nobody is there to click. */
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
