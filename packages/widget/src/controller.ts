import { ROUTES, type SessionView } from 'stripe-identity-contract'
import { call, getCurrent } from './api.js'
import { isLost, toError, type VerificationError } from './errors.js'
import { type FlowEvent, isNews, next, standing } from './flow.js'
import { isModalOpen } from './modal.js'
import type {
  Core,
  Outcome,
  Snapshot,
  Verification,
  VerificationEvent,
  VerificationEventMap,
  VerificationOptions,
} from './verification.js'

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
    for (const listener of listeners)
      try {
        listener(event)
      } catch (thrown) {
        // The host's own mistake: left to its console, and neither the other listeners nor the flow stop for it.
        void Promise.reject(thrown)
      }
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
    // While the rest of this package comes; a return url is for that rest to check.
    const asked = options.returnUrl || isModalOpen() ? undefined : call(options, ROUTES.sessions, signal, {})
    asked?.catch(() => {})
    try {
      return await (await importRun()).verify(core, options, signal, asked)
    } catch (thrown) {
      if (signal.aborted) return 'aborted'
      work.abort()
      return fail(toError(thrown, 'network_error'))
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
