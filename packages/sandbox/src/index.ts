import { Core } from './core.js'
import type { ErrorCode } from './last-error.js'
import { readOptions, type SandboxOptions } from './options.js'
import { OVERRIDE } from './override.js'
import { problemsOf } from './problems.js'
import { listen } from './server.js'
import { presentSession } from './state/present.js'
import { SUBMISSION } from './submission.js'

export type { ErrorCode } from './last-error.js'
export type { SandboxOptions } from './options.js'

export type Outcome = 'verified' | 'unverified'

export interface SubmitOptions {
  readonly outcome?: Outcome | undefined
  /** Why it is unverified; default `document_unverified_other`. */
  readonly error_code?: ErrorCode | undefined
  /** How long the session stays in `processing` by the sandbox's clock; default 500, and 0 ends it at once. */
  readonly processing_ms?: number | undefined
}

export interface OverrideOptions {
  /** Why the session is no longer verified; default `document_unverified_other`. */
  readonly error_code?: ErrorCode | undefined
}

/** Stripe Identity on one's own machine, running. */
export interface Sandbox {
  /** Scheme, host and port; no path. */
  readonly url: string
  readonly port: number
  /** Any other `sk_test_…` works as well; likewise the other two. */
  readonly secretKey: string
  readonly restrictedKey: string
  readonly publishableKey: string
  /** Signs what goes to the first `forwardTo`. */
  readonly webhookSecret: string
  /**
   * Does what the user would do: submits the session with an outcome. Answers with the session, which is then in
   * `processing`, or settled where `processing_ms` is 0. Rejects where there is no such session, or it takes no input.
   */
  submit(
    id: string,
    outcome?: Outcome | SubmitOptions,
    options?: SubmitOptions,
  ): Promise<Record<string, unknown>>
  /**
   * Does what a reviewer at Stripe may do later: takes a verified session back, or passes a failed one. Answers with
   * the session; an event is sent as for any change. Rejects where there is no such session, or nothing to review.
   */
  override(
    id: string,
    status: 'verified' | 'requires_input',
    options?: OverrideOptions,
  ): Promise<Record<string, unknown>>
  /** Moves the clock; resolves when what fell due has happened, deliveries included (at most a second for these). */
  advance(ms: number): Promise<void>
  /** Forgets everything but what it was started with, and returns to real time. */
  reset(): void
  /** Ends every connection and timer. A second call does nothing. */
  close(): Promise<void>
}

/** Starts a sandbox; it is ready when the promise resolves. Any number may run at once, each with its own state. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = readOptions(options)
  const core = new Core(settings.forwarding)
  const server = await listen(core, settings.host, settings.port)
  let closed: Promise<void> | undefined
  const close = () => {
    core.close()
    return server.close()
  }
  const find = (id: string) => {
    const session = core.account.sessions.get(id)
    if (!session) throw new Error(`No such verification session in the sandbox: '${id}'`)
    return session
  }

  return {
    url: server.url,
    port: server.port,
    secretKey: 'sk_test_51IdentitySandbox',
    restrictedKey: 'rk_test_51IdentitySandbox',
    publishableKey: 'pk_test_51IdentitySandbox',
    webhookSecret: settings.webhookSecret,
    async submit(id, outcome = 'verified', more = {}) {
      const wish = { outcome: 'verified', ...(typeof outcome === 'string' ? { outcome } : outcome), ...more }
      const submission = SUBMISSION.safeParse(wish)
      if (!submission.success) throw new TypeError(`submit: ${problemsOf(submission.error, 'options')}`)
      return presentSession(core.flow.submit(find(id), submission.data))
    },
    async override(id, status, more = {}) {
      const decision = OVERRIDE.safeParse({ status, ...more })
      if (!decision.success) throw new TypeError(`override: ${problemsOf(decision.error, 'options')}`)
      return presentSession(core.flow.override(find(id), decision.data))
    },
    async advance(ms) {
      if (!(Number.isFinite(ms) && ms >= 0)) throw new RangeError('advance(ms): ms must be 0 or more')
      await core.advance(ms)
    },
    reset: () => core.reset(),
    close() {
      closed ??= close()
      return closed
    },
  }
}
