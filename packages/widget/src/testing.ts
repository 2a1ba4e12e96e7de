import type { ErrorCode, SessionOpening, SessionView } from 'stripe-identity-contract'
import type { StripeModal } from './modal.js'

/** A request that reached the fake server. */
export interface FakeRequest {
  method: string
  /** The path below the base path, with the query: `/sessions/vs_1?after=1&wait=25`. */
  path: string
  body: unknown
}

/** A server inside the page: pass its `fetch` to the element, and script its answers. */
export interface FakeServer {
  readonly fetch: typeof fetch
  /** The requests so far, oldest first. */
  readonly requests: FakeRequest[]
  /** The user's session; null if there is none. Assigning it does not answer held polls; `update` does. */
  session: SessionView | null
  /** The hosted page in the answer of `POST /sessions`; null (the default) means none. */
  url: string | null
  /** The number of held polls. */
  readonly held: number
  /** Changes the session (or creates one), raises its version, and answers held polls. */
  update(patch?: Partial<SessionView>): SessionView
  /**
   * Refuses the next `times` requests (default 1), with `code` or by status alone. The status 0 breaks the
   * connection.
   */
  fail(status: number, code?: ErrorCode | (string & {}), times?: number): void
}

/** A replacement for Stripe.js: pass it to the element as `stripe`, and script how the modal ends. */
export interface FakeStripe extends StripeModal {
  readonly isOpen: boolean
  /** The number of times that the modal was opened. */
  readonly opened: number
  /** Ends the modal as a submission. `FakeServer.update` sets the result. */
  submit(): void
  /** Ends the modal as closed. */
  close(): void
  /** Ends the modal with an error of Stripe, such as `{ code: 'consent_declined' }`. */
  refuse(error: { code?: string; type?: string; message?: string }): void
}

/** A view as a server returns it for a session without attempts. */
export function sessionView(patch: Partial<SessionView> = {}): SessionView {
  return {
    id: 'vs_test',
    status: 'requires_input',
    last_error: null,
    redaction: null,
    type: 'document',
    livemode: false,
    attempts: 0,
    attempts_left: null,
    version: 1,
    created: 1_700_000_000,
    updated: 1_700_000_000,
    ...patch,
  }
}

/** Creates a server with `session` under the base path `endpoint`. */
export function fakeServer(session: SessionView | null = null, endpoint = '/identity'): FakeServer {
  const waiting = new Set<() => void>()
  let failures: { status: number; code: string | undefined }[] = []
  let secrets = 0

  const answer = (status: number, body?: unknown) =>
    new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    })
  const refuse = (status: number, code?: string) =>
    answer(status, code ? { error: { code, message: code, request_id: 'req_test' } } : {})

  function change(signal: AbortSignal | null | undefined, seconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clearTimeout(timer)
        waiting.delete(wake)
        signal?.removeEventListener('abort', abort)
        settle()
      }
      const wake = end(resolve)
      const abort = end(() => reject(new DOMException('aborted', 'AbortError')))
      const timer = setTimeout(wake, seconds * 1000)
      waiting.add(wake)
      signal?.addEventListener('abort', abort)
    })
  }

  function open(): Response {
    const created = !server.session || server.session.status === 'canceled'
    if (created) server.session = sessionView({ id: `vs_test${server.session ? Date.now() : ''}` })
    const view = server.session!
    const open = view.status === 'requires_input'
    const opening: SessionOpening = {
      ...view,
      client_secret: open ? `${view.id}_secret_test_${++secrets}` : null,
      url: open ? server.url : null,
      publishable_key: 'pk_test_fake',
    }
    return answer(created ? 201 : 200, opening)
  }

  const server: FakeServer = {
    session,
    requests: [],
    url: null,
    get held() {
      return waiting.size
    },

    fetch: async (input, init) => {
      init?.signal?.throwIfAborted()
      const url = new URL(String(input), 'http://fake.test')
      const path = url.pathname.slice(url.pathname.indexOf(endpoint) + endpoint.length)
      const method = init?.method ?? 'GET'
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
      server.requests.push({ method, path: path + url.search, body })

      const failure = failures.shift()
      if (failure?.status === 0) throw new TypeError('Failed to fetch')
      if (failure) return refuse(failure.status, failure.code)
      if (method === 'POST' && path === '/sessions') return open()
      if (path === '/sessions/current') return server.session ? answer(200, server.session) : answer(204)
      const view = server.session
      if (!view || !path.startsWith(`/sessions/${view.id}`)) return refuse(404, 'not_found')
      if (method === 'POST' && path.endsWith('/cancel')) {
        if (/^(processing|verified)$/.test(view.status)) return refuse(409, 'not_cancelable')
        return answer(200, server.update({ status: 'canceled', last_error: null }))
      }
      const after = Number(url.searchParams.get('after') ?? -1)
      if (view.version <= after) await change(init?.signal, Number(url.searchParams.get('wait')))
      return answer(200, server.session)
    },

    update(patch) {
      const known = server.session
      server.session = { ...(known ?? sessionView()), version: known ? known.version + 1 : 1, ...patch }
      for (const wake of [...waiting]) wake()
      return server.session
    },

    fail(status, code, times = 1) {
      failures = [...failures, ...Array.from({ length: times }, () => ({ status, code }))]
    },
  }
  return server
}

/** Creates a Stripe whose modal stays open until one of its methods ends it. */
export function fakeStripe(): FakeStripe {
  type Result = Awaited<ReturnType<StripeModal['verifyIdentity']>>
  let settle: ((result: Result) => void) | null = null
  let opened = 0
  let secret = ''

  function end(result: unknown): void {
    if (!settle) throw new Error('the modal is not open')
    settle(result as Result)
    settle = null
  }

  return {
    get isOpen() {
      return settle !== null
    },
    get opened() {
      return opened
    },
    verifyIdentity(clientSecret) {
      opened++
      secret = clientSecret
      return new Promise((resolve) => {
        settle = resolve
      })
    },
    submit: () => end({ verificationSession: { id: secret.split('_secret_')[0] } }),
    close: () => end({ error: { code: 'session_cancelled', type: 'invalid_request_error' } }),
    refuse: (error) => end({ error }),
  }
}
