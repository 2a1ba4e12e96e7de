import type { ErrorCode, SessionView } from 'stripe-identity-contract'
import { type ApiOptions, getCurrent } from './api.js'
import { isLost, toError, type VerificationError } from './errors.js'
import { type FlowEvent, isNews, next, standing, type VerificationState } from './flow.js'
import type { StripeModal } from './modal.js'

/** A Stripe.js instance, a promise of it, or what makes one once the server has named the key. */
export type StripeSource =
  | StripeModal
  | PromiseLike<StripeModal | null>
  | ((publishableKey: string, options: { locale: string }) => StripeModal | PromiseLike<StripeModal | null>)

export interface VerificationOptions extends ApiOptions {
  /** `auto` (default) opens Stripe's modal, and its hosted page where the modal cannot open. */
  flow?: 'auto' | 'modal' | 'redirect' | undefined
  /** Where the hosted page sends the user afterwards; the server's allow-list decides. */
  returnUrl?: string | undefined
  /** The language of Stripe's modal, as a BCP 47 tag. Default: the browser's. */
  locale?: string | undefined
  /** Default: Stripe.js, loaded from Stripe at the first sign of intent. */
  stripe?: StripeSource | undefined
}

/** How `start()` ended. `submitted` is not "verified": only the server says that, later. */
export type Outcome =
  | 'verified'
  | 'submitted'
  | 'dismissed'
  | 'redirected'
  | 'prevented'
  | 'disabled'
  | 'aborted'
  | 'failed'

/** Everything that a view needs. A new object with each change. */
export interface Snapshot {
  readonly state: VerificationState
  /** What the server last said of the user's session; null where nothing is known. */
  readonly session: SessionView | null
  /** Set in the state `error` only. */
  readonly error: VerificationError | null
  /** Stripe's code where its modal ended in a refusal that the server does not know of yet. */
  readonly reason: string | null
}

export interface StatusDetail {
  state: VerificationState
  previous: VerificationState
  session: SessionView | null
  /** True for the first answer, which tells what was so before the page came. */
  initial: boolean
}

export interface VerificationEventMap {
  'identity-start': CustomEvent<{ session: SessionView | null }>
  'identity-status': CustomEvent<StatusDetail>
  'identity-verified': CustomEvent<StatusDetail & { session: SessionView }>
  'identity-dismiss': CustomEvent<{ session: SessionView | null }>
  'identity-error': CustomEvent<{ code: ErrorCode; cause: unknown }>
}

export type VerificationEvent = {
  [Type in keyof VerificationEventMap]: VerificationEventMap[Type] & { readonly type: Type }
}[keyof VerificationEventMap]

/** The flow as a store that needs no element and no framework. */
export interface Verification {
  getState(): Snapshot
  /**
   * Calls the listener after every change, with the event where there is one. The first subscriber makes the store ask
   * its server what is known; when the last one has left, every request, timer and listener ends.
   */
  subscribe(listener: (event?: VerificationEvent) => void): () => void
  /** Creates or resumes the user's session and opens Stripe's modal. Never rejects; while it runs, a second call joins. */
  start(): Promise<{ outcome: Outcome }>
  /** Cancels the session at Stripe. A refusal is told by `identity-error`. */
  cancel(): Promise<void>
  /** Asks the server again. */
  refresh(): Promise<void>
  /** Back to `idle`, whatever runs. The server is not told. */
  reset(): void
  /** Fetches Stripe's script ahead of `start()`. */
  preload(): void
}

/** What a run needs of the store. */
export interface Core {
  getState(): Snapshot
  change(patch: Partial<Snapshot>, ...events: FlowEvent[]): void
  take(answer: SessionView | null, anyway?: boolean): void
  settle(): void
  fail(error: VerificationError): 'failed'
  doubt(thrown: unknown, explicit: boolean): void
  fire(type: keyof VerificationEventMap, detail: unknown, cancelable?: boolean): boolean
}

const importRun = () => import('./run.js')

/** Fetches Stripe's script, and the part of the widget that calls it. */
export function preloadStripe(host: VerificationOptions = {}): void {
  importRun().then(
    (module) => module.preload(host),
    () => {},
  )
}

/** Makes the flow. Options are read whenever they are needed, so that a host may change them. */
export function createVerification(options: VerificationOptions = {}): Verification {
  const listeners = new Set<(event?: VerificationEvent) => void>()
  let snapshot: Snapshot = { state: 'idle', session: null, error: null, reason: null }
  /** Ends what is under way, a run or asking: there is never more than one. */
  let work = new AbortController()
  let running: Promise<{ outcome: Outcome }> | null = null
  let asking: Promise<void> | null = null
  let connection: AbortController | null = null
  let initial = false

  function begin(): AbortSignal {
    work.abort()
    work = new AbortController()
    asking = null
    return work.signal
  }

  function tell(event?: VerificationEvent): void {
    for (const listener of listeners) listener(event)
  }

  /** Returns false where a listener prevented it. */
  function fire(type: keyof VerificationEventMap, detail: unknown, cancelable = false): boolean {
    const event = new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail })
    tell(event as VerificationEvent)
    return !event.defaultPrevented
  }

  function change(patch: Partial<Snapshot>, ...events: FlowEvent[]): void {
    const previous = snapshot.state
    const state = events.reduce(next, previous)
    snapshot = { ...snapshot, error: null, reason: null, ...patch, state }
    if (state === previous && !initial) {
      tell()
      return
    }
    const detail = { state, previous, session: snapshot.session, initial }
    initial = false
    fire('identity-status', detail)
    if (state === 'verified') fire('identity-verified', detail)
  }

  /** Takes an answer of the server in. Where it is not news it counts only if `anyway`. */
  function take(answer: SessionView | null, anyway = false): void {
    const { session } = snapshot
    if (!answer || isNews(answer, session, anyway))
      change({ session: answer }, answer ? standing(answer) : 'reset')
    else if (initial) change(snapshot)
  }

  function report({ code, cause }: VerificationError): void {
    fire('identity-error', { code, cause })
  }

  function fail(error: VerificationError): 'failed' {
    change({ error, session: isLost(error) ? null : snapshot.session }, 'failed')
    report(error)
    return 'failed'
  }

  /** The server could not be asked: that is shown where nothing else is known, or the session is no longer ours. */
  function doubt(thrown: unknown, explicit: boolean): void {
    const error = toError(thrown, 'network_error')
    if (isLost(error) || !snapshot.session) fail(error)
    else if (explicit) report(error)
  }

  /** Back to where the session stands, from a run that ended without a submission. */
  function settle(): void {
    if (/^(starting|open)$/.test(snapshot.state)) change({}, 'reset', standing(snapshot.session))
  }

  function halt(): void {
    begin()
    running = null
    settle()
  }

  function watch(signal: AbortSignal): void {
    if (snapshot.state !== 'processing') return
    // Where this chunk cannot be had, the next sign of life (online, shown, asked) tries again.
    importRun().then(
      ({ watch }) => watch(core, options, signal),
      () => {},
    )
  }

  function ask(explicit = false): Promise<unknown> {
    if (running || asking) return running ?? asking!
    const signal = begin()
    settle()
    // A turn later, so that what a page sets right after it made the element counts.
    asking = Promise.resolve()
      .then(() => (signal.aborted ? null : getCurrent(options, signal)))
      .then(
        (answer) => signal.aborted || take(answer, explicit && snapshot.state === 'error'),
        (thrown) => signal.aborted || doubt(thrown, explicit),
      )
      .then(() => {
        if (signal.aborted) return
        asking = null
        watch(signal)
      })
    return asking
  }

  async function run(): Promise<Outcome> {
    const { state, session } = snapshot
    if (state === 'verified') return state
    if (state === 'processing') return 'submitted'
    if (!fire('identity-start', { session }, true)) return 'prevented'
    initial = false
    const signal = begin()
    change({}, 'start')
    try {
      return await (await importRun()).verify(core, options, signal)
    } catch (thrown) {
      return signal.aborted ? 'aborted' : fail(toError(thrown, 'network_error'))
    }
  }

  function wake({ type, persisted }: Partial<PageTransitionEvent>): void {
    if (!document.hidden) {
      if (type !== 'pageshow' || persisted) void ask()
    } else if (!running) begin()
  }

  function connect(): void {
    connection = new AbortController()
    for (const type of ['visibilitychange', 'online', 'pageshow'])
      globalThis.window?.addEventListener(type, wake, connection)
    initial = true
    void ask()
  }

  const getState = () => snapshot
  const core: Core = { getState, change, take, settle, fail, doubt, fire }

  return {
    getState,

    subscribe(listener) {
      listeners.add(listener)
      if (!connection) connect()
      return () => {
        listeners.delete(listener)
        // What is moved in the document, or mounted twice by its framework, is back before this.
        queueMicrotask(() => {
          if (listeners.size || !connection) return
          connection.abort()
          connection = null
          halt()
        })
      }
    },

    start() {
      if (running) return running
      let end!: (result: { outcome: Outcome }) => void
      const mine = new Promise<{ outcome: Outcome }>((resolve) => {
        end = resolve
      })
      running = mine
      void run().then((outcome) => {
        if (running === mine) running = null
        end({ outcome })
      })
      return mine
    },

    async cancel() {
      halt()
      const { signal } = work
      await importRun().then(
        (module) => module.cancel(core, options, signal),
        (thrown) => doubt(thrown, true),
      )
    },

    async refresh() {
      await ask(true)
    },

    reset() {
      halt()
      change({ session: null }, 'reset')
    },

    preload() {
      preloadStripe(options)
    },
  }
}
