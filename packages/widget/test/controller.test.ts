import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createVerification } from '../src/controller.js'
import { fakeServer, fakeStripe, sessionView } from '../src/testing.js'
import type { VerificationEvent, VerificationOptions } from '../src/verification.js'

// Loaded before the tests: waits under fake timers last one second, and loading takes longer on a busy machine.
import '../src/run.js'

function setup(session: Parameters<typeof fakeServer>[0] = null, more: VerificationOptions = {}) {
  const server = fakeServer(session)
  const stripe = fakeStripe()
  const events: VerificationEvent[] = []
  const store = createVerification({ fetch: server.fetch, stripe, locale: 'en', ...more })
  const leave = store.subscribe((event) => event && events.push(event))
  scenes.push({ leave, stripe })
  return { server, stripe, store, events, leave, names: () => events.map((event) => event.type) }
}

const scenes: { leave: () => void; stripe: ReturnType<typeof fakeStripe> }[] = []

/** Runs all pending work that needs no timer. */
const settle = () => vi.advanceTimersByTimeAsync(0)

async function opened({ store }: ReturnType<typeof setup>) {
  await settle()
  return store.start()
}

const errors = (events: VerificationEvent[]) =>
  events.flatMap((event) => (event.type === 'identity-error' ? [event.detail.code] : []))

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(async () => {
  for (const { leave, stripe } of scenes.splice(0)) {
    leave()
    if (stripe.isOpen) stripe.close()
  }
  await settle()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the first answer', () => {
  it('times out', async () => {
    const events: VerificationEvent[] = []
    const store = createVerification({
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason))
        }),
    })
    scenes.push({ leave: store.subscribe((event) => event && events.push(event)), stripe: fakeStripe() })
    await vi.advanceTimersByTimeAsync(29_999)
    expect(events).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(errors(events)).toEqual(['network_error'])
    expect(events[0]!.detail).toMatchObject({ state: 'error', initial: true })
  })

  it.each([
    [401, undefined, 'unauthenticated'],
    [404, undefined, 'not_found'],
    [429, undefined, 'rate_limited'],
    [500, undefined, 'server_error'],
    [503, undefined, 'store_unavailable'],
    [400, 'invalid_request', 'bad_response'],
    [0, undefined, 'network_error'],
  ])('of %i is shown as %s %s', async (status, code, expected) => {
    const server = fakeServer()
    server.fail(status, code)
    const events: VerificationEvent[] = []
    const store = createVerification({ fetch: server.fetch })
    store.subscribe((event) => event && events.push(event))
    await settle()
    expect(store.getState()).toMatchObject({ state: 'error', error: { code: expected }, session: null })
    expect(errors(events)).toEqual([expected])
  })

  it.each([
    ['{', 200],
    ['{"id":"vs_1"}', 200],
    ['{"id":"pi_1","status":"verified","version":1}', 200],
    ['<html>', 200],
  ])('is refused if it is %s', async (body, status) => {
    const store = createVerification({ fetch: async () => new Response(body, { status }) })
    store.subscribe(() => {})
    await settle()
    expect(store.getState().error?.code).toBe('bad_response')
  })

  it('is reduced to the known fields of a view', async () => {
    const leaky = { ...sessionView(), client_secret: 'vs_test_secret_x', url: 'https://verify.stripe.com/x' }
    const { store } = setup(leaky)
    await settle()
    expect(Object.keys(store.getState().session!).sort()).toEqual(Object.keys(sessionView()).sort())
  })

  it('is kept when a later request fails, and dropped when the session is lost', async () => {
    const { store, server, events } = setup(sessionView({ status: 'verified' }))
    await settle()
    server.fail(500)
    await store.refresh()
    expect(store.getState().state).toBe('verified')
    expect(errors(events)).toEqual(['server_error'])
    server.fail(401)
    await store.refresh()
    expect(store.getState()).toMatchObject({
      state: 'error',
      session: null,
      error: { code: 'unauthenticated' },
    })
  })

  it('is not replaced by a lower version or an unchanged one', async () => {
    const { store, server } = setup(sessionView({ version: 5, status: 'verified' }))
    await settle()
    server.session = sessionView({ version: 4 })
    await store.refresh()
    server.session = sessionView({ version: 5 })
    await store.refresh()
    expect(store.getState().state).toBe('verified')
    server.session = sessionView({ id: 'vs_newer', version: 1 })
    await store.refresh()
    expect(store.getState().state).toBe('idle')
  })

  it('is requested again after an error', async () => {
    const { store, server } = setup()
    server.fail(500)
    await settle()
    expect(store.getState().state).toBe('error')
    await store.refresh()
    expect(store.getState().state).toBe('idle')
  })
})

describe('events', () => {
  const told = (events: VerificationEvent[]) =>
    events.map(({ type, detail }) =>
      'initial' in detail ? [type, detail.previous, detail.state, detail.initial] : [type],
    )

  it('are dispatched for the first answer, even without a change of state', async () => {
    const { events } = setup()
    await settle()
    expect(told(events)).toEqual([['identity-status', 'idle', 'idle', true]])
  })

  it('have the previous state, and are initial only once', async () => {
    const { events, store, server } = setup(sessionView({ status: 'verified' }))
    await settle()
    await store.refresh()
    server.update({ status: 'canceled' })
    await store.refresh()
    expect(told(events)).toEqual([
      ['identity-status', 'idle', 'verified', true],
      ['identity-verified', 'idle', 'verified', true],
      ['identity-status', 'verified', 'canceled', false],
    ])
  })

  it('are dispatched for every change of a run', async () => {
    const scene = setup()
    void opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    scene.stripe.submit()
    await vi.waitUntil(() => scene.server.held === 1)
    scene.server.update({ status: 'verified' })
    await settle()
    expect(told(scene.events).slice(1)).toEqual([
      ['identity-start'],
      ['identity-status', 'idle', 'starting', false],
      ['identity-status', 'starting', 'open', false],
      ['identity-status', 'open', 'processing', false],
      ['identity-status', 'processing', 'verified', false],
      ['identity-verified', 'processing', 'verified', false],
    ])
  })
})

describe('polling', () => {
  it('backs off if the server ignores `after` and `wait`', async () => {
    const times: number[] = []
    const began = Date.now()
    const store = createVerification({
      fetch: async (input) => {
        if (String(input).includes('after=')) times.push(Date.now() - began)
        return Response.json(sessionView({ status: 'processing' }))
      },
    })
    const leave = store.subscribe(() => {})
    await vi.waitUntil(() => times.length > 0)
    await vi.advanceTimersByTimeAsync(120_000)
    leave()
    const gaps = times.slice(1).map((time, index) => time - times[index]!)
    expect(gaps[0]).toBe(1000)
    expect(Math.max(...gaps)).toBe(15_000)
    expect(times.length).toBeLessThan(16)
  })

  it("continues after refusals, with the server's Retry-After, until the status is final", async () => {
    let calls = 0
    const waits: number[] = []
    let last = 0
    const store = createVerification({
      fetch: async (input) => {
        if (!String(input).includes('after=')) return Response.json(sessionView({ status: 'processing' }))
        waits.push(Date.now() - last)
        last = Date.now()
        calls++
        if (calls === 1) return new Response('{}', { status: 429, headers: { 'retry-after': '7' } })
        if (calls === 2) throw new TypeError('Failed to fetch')
        if (calls === 3) return Response.json(sessionView({ id: 'vs_other', status: 'verified', version: 9 }))
        return Response.json(sessionView({ status: 'verified', version: 2 }))
      },
    })
    store.subscribe(() => {})
    await vi.waitUntil(() => calls === 1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(waits[1]).toBe(7000)
    expect(store.getState().state).toBe('verified')
    expect(calls).toBe(4)
  })

  it('shows that the session is lost', async () => {
    const scene = setup(sessionView({ status: 'processing' }))
    await vi.waitUntil(() => scene.server.held === 1)
    scene.server.fail(401)
    await vi.advanceTimersByTimeAsync(26_000)
    await vi.waitUntil(() => scene.store.getState().state === 'error')
    expect(scene.store.getState().session).toBeNull()
  })

  it('stays processing after a submission until an answer with a greater version', async () => {
    const scene = setup(sessionView({ version: 3 }))
    void opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    scene.stripe.submit()
    await vi.waitUntil(() => scene.server.held === 1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(scene.store.getState().state).toBe('processing')
    void scene.store.refresh()
    await settle()
    expect(scene.store.getState().state).toBe('processing')
    await vi.waitUntil(() => scene.server.held === 1)
    scene.server.update({ last_error: { code: 'document_expired', reason: null } })
    await settle()
    expect(scene.store.getState().state).toBe('requires_input')
  })
})

describe('an open page', () => {
  it('showing "verified" requests the session every few minutes while visible, without a held poll, and shows an override', async () => {
    const { store, server, events } = setup(sessionView({ status: 'verified' }))
    await settle()
    await vi.advanceTimersByTimeAsync(4 * 60_000)
    expect(server.requests).toHaveLength(1)
    server.session = sessionView({ status: 'requires_input', version: 2 })
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    expect(server.requests.map(({ path }) => path)).toEqual(['/sessions/current', '/sessions/current'])
    expect(server.held).toBe(0)
    expect(store.getState()).toMatchObject({ state: 'requires_input', takenBack: true })
    expect(events.at(-1)!.detail).toMatchObject({ state: 'requires_input', previous: 'verified' })
  })

  it('makes no request while hidden', async () => {
    vi.stubGlobal('document', { hidden: true, baseURI: 'https://host.test/' })
    const { server } = setup(sessionView({ status: 'verified' }))
    await settle()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(server.requests).toHaveLength(1)
  })

  it('polls for a quarter of an hour after the modal was closed', async () => {
    const scene = setup()
    const started = opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    scene.stripe.close()
    await started
    await vi.waitUntil(() => scene.server.held === 1)
    await vi.advanceTimersByTimeAsync(14 * 60_000)
    expect(scene.server.held).toBe(1)
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    expect(scene.server.held).toBe(0)
  })

  it('suggests leaving after ten seconds of processing', async () => {
    const { store, server } = setup(sessionView({ status: 'processing' }))
    await vi.waitUntil(() => server.held === 1)
    await vi.advanceTimersByTimeAsync(9000)
    expect(store.getState().long).toBe(false)
    await vi.advanceTimersByTimeAsync(2000)
    expect(store.getState().long).toBe(true)
    server.update({ status: 'verified' })
    await settle()
    expect(store.getState()).toMatchObject({ state: 'verified', long: false })
  })
})

describe('a run', () => {
  it('is shared by all start() calls', async () => {
    const scene = setup()
    await settle()
    const runs = [scene.store.start(), scene.store.start()]
    expect(runs[0]).toBe(runs[1])
    await vi.waitUntil(() => scene.stripe.isOpen)
    void scene.store.start()
    scene.stripe.close()
    expect(await runs[1]).toEqual({ outcome: 'dismissed' })
    expect(scene.server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(scene.stripe.opened).toBe(1)
  })

  it('requests the session at once, before the other files have loaded', async () => {
    const scene = setup()
    await settle()
    void scene.store.start()
    expect(scene.server.requests.at(-1)).toEqual({ method: 'POST', path: '/sessions', body: {} })
    await vi.waitUntil(() => scene.stripe.isOpen)
    expect(scene.server.requests).toHaveLength(2)
  })

  it('makes no request if the page’s modal is already open', async () => {
    const first = setup()
    void opened(first)
    await vi.waitUntil(() => first.stripe.isOpen)
    const second = setup()
    expect(await opened(second)).toEqual({ outcome: 'failed' })
    expect(second.server.requests.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('makes no request if the return URL is invalid', async () => {
    vi.stubGlobal('document', { baseURI: 'https://host.test/page' })
    const scene = setup(null, { returnUrl: 'https://' })
    expect(await opened(scene)).toEqual({ outcome: 'failed' })
    expect(errors(scene.events)).toEqual(['return_url_invalid'])
    expect(scene.server.requests.some(({ method }) => method === 'POST')).toBe(false)
  })

  it("resolves the return URL against the page's URL", async () => {
    vi.stubGlobal('document', { baseURI: 'https://host.test/page' })
    const scene = setup(null, { returnUrl: '/done?x=1' })
    void opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    const posts = scene.server.requests.filter(({ method }) => method === 'POST')
    expect(posts.map(({ body }) => body)).toEqual([{ return_url: 'https://host.test/done?x=1' }])
  })

  it('replaces the first request, whose result is not reported', async () => {
    const scene = setup()
    const started = scene.store.start()
    await vi.waitUntil(() => scene.stripe.isOpen)
    expect(scene.store.getState()).toMatchObject({ state: 'open', error: null })
    expect(errors(scene.events)).toEqual([])
    scene.stripe.close()
    expect(await started).toEqual({ outcome: 'dismissed' })
  })

  it('is prevented by a listener before anything is sent', async () => {
    const scene = setup()
    scene.store.subscribe((event) => event?.type === 'identity-start' && event.preventDefault())
    await settle()
    expect(await scene.store.start()).toEqual({ outcome: 'prevented' })
    expect(scene.store.getState().state).toBe('idle')
    expect(scene.server.requests).toHaveLength(1)
  })

  it.each([
    ['verified', 'verified'],
    ['processing', 'submitted'],
  ] as const)('does nothing if the session is %s', async (status, outcome) => {
    const scene = setup(sessionView({ status }))
    await settle()
    expect(await scene.store.start()).toEqual({ outcome })
    expect(scene.server.requests.some(({ method }) => method === 'POST')).toBe(false)
  })

  it.each([
    ['verified', 'verified', 'verified'],
    ['processing', 'submitted', 'processing'],
  ] as const)('ends if the server reports that the session is %s', async (status, outcome, state) => {
    const scene = setup()
    await settle()
    scene.server.session = sessionView({ status })
    expect(await scene.store.start()).toEqual({ outcome })
    expect(scene.store.getState().state).toBe(state)
    expect(scene.stripe.opened).toBe(0)
  })

  it('begins a new session if the last was canceled', async () => {
    const scene = setup(sessionView({ status: 'canceled' }))
    void opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    expect(scene.store.getState().session!.id).not.toBe('vs_test')
  })

  it.each([
    ['consent_declined', 'consent_declined'],
    ['under_supported_age', 'under_supported_age'],
    ['phone_otp_declined', 'phone_otp_declined'],
    ['email_verification_declined', 'email_verification_declined'],
    [undefined, 'consent_declined'],
  ])('shows the modal’s %s until the server has a newer state', async (code, reason) => {
    const scene = setup()
    const started = opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    scene.stripe.refuse({ ...(code && { code, type: 'invalid_request_error' }), message: 'localized' })
    expect(await started).toEqual({ outcome: 'dismissed' })
    expect(scene.store.getState()).toMatchObject({ state: 'requires_input', reason, error: null })
    expect(scene.names().at(-1)).toBe('identity-dismiss')
    await vi.waitUntil(() => scene.server.held === 1)
    expect(scene.server.requests.at(-1)!.path).toBe('/sessions/vs_test?after=1&wait=25')
    scene.server.update({ last_error: { code: 'consent_declined', reason: null } })
    await settle()
    expect(scene.store.getState()).toMatchObject({ state: 'requires_input', reason: null })
  })

  it.each([
    [{ code: 'device_unsupported', type: 'invalid_request_error' }, 'device_unsupported'],
    [{ type: 'api_error', message: 'no' }, 'stripe_error'],
    [{ type: 'api_connection_error' }, 'stripe_error'],
  ])('fails with %j as %s', async (error, code) => {
    const scene = setup()
    const started = opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    scene.stripe.refuse(error)
    expect(await started).toEqual({ outcome: 'failed' })
    expect(scene.store.getState()).toMatchObject({ state: 'error', error: { code } })
    expect(errors(scene.events)).toEqual([code])
  })

  it('replaces a used or expired secret once, silently', async () => {
    const scene = setup()
    const started = opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    const before = scene.names()
    scene.stripe.refuse({ type: 'invalid_request_error', code: 'resource_missing' })
    await vi.waitUntil(() => scene.stripe.opened === 2)
    expect(scene.names()).toEqual(before)
    scene.stripe.refuse({ type: 'invalid_request_error', code: 'resource_missing' })
    expect(await started).toEqual({ outcome: 'failed' })
    expect(errors(scene.events)).toEqual(['stripe_error'])
    expect(scene.server.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  it.each(['refuse', 'throw'])('keeps the secret out of every error (%s)', async (how) => {
    let secret = ''
    const stripe = {
      verifyIdentity: async (given: string) => {
        secret = given
        if (how === 'throw') throw new Error(`bad ${given}`)
        return { error: { type: 'api_error', message: `No such secret: ${given}` } }
      },
    } as unknown as ReturnType<typeof fakeStripe>
    const scene = setup(null, { stripe })
    await settle()
    expect(await scene.store.start()).toEqual({ outcome: 'failed' })
    expect(secret).toMatch(/_secret_/)
    const told = JSON.stringify([
      scene.store.getState(),
      scene.store.getState().error,
      ...scene.events.map(detail),
    ])
    const { error } = scene.store.getState()
    for (const text of [told, error!.message, String(error!.stack), JSON.stringify(error!.cause)])
      expect(text).not.toContain(secret)
  })

  it.each([null, '', 'vs_1', 'pi_1_secret_2', 42])(
    'never opens Stripe with the secret %j',
    async (client_secret) => {
      const stripe = fakeStripe()
      const store = createVerification({
        stripe,
        locale: 'en',
        fetch: async (_, init) =>
          init?.method === 'POST'
            ? Response.json({ ...sessionView(), client_secret, url: null, publishable_key: 'pk_test_1' })
            : new Response(null, { status: 204 }),
      })
      expect(await store.start()).toEqual({ outcome: 'failed' })
      expect(store.getState().error!.code).toBe('bad_response')
      expect(stripe.opened).toBe(0)
    },
  )

  it.each([
    [401, undefined, 'unauthenticated'],
    [403, 'attempts_exhausted', 'attempts_exhausted'],
    [429, 'user_limit_reached', 'user_limit_reached'],
    [429, 'made_up', 'rate_limited'],
    [502, 'stripe_rejected', 'stripe_rejected'],
    [0, undefined, 'network_error'],
  ])('reports a refusal of %i %s as %s', async (status, code, expected) => {
    const scene = setup(sessionView())
    await settle()
    scene.server.fail(status, code)
    expect(await scene.store.start()).toEqual({ outcome: 'failed' })
    expect(errors(scene.events)).toEqual([expected])
  })

  it('times out if the server never responds', async () => {
    const scene = setup()
    await settle()
    let request: RequestInit | undefined
    const silent: typeof fetch = (_, init) => {
      request = init
      return new Promise(() => {})
    }
    const store = createVerification({ fetch: silent, stripe: scene.stripe, locale: 'en' })
    const started = store.start()
    await vi.waitUntil(() => vi.getTimerCount() > 0)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await started).toEqual({ outcome: 'failed' })
    expect(store.getState().error!.code).toBe('network_error')
    expect(request!.signal!.aborted).toBe(true)
  })

  it('ignores a late answer that would overwrite a newer state', async () => {
    let answer!: (response: Response) => void
    const scene = setup()
    await settle()
    const late = new Promise<Response>((resolve) => {
      answer = resolve
    })
    const store = createVerification({ fetch: () => late, stripe: scene.stripe, locale: 'en' })
    const started = store.start()
    await settle()
    store.reset()
    answer(Response.json({ ...sessionView({ status: 'verified' }), publishable_key: 'pk' }))
    expect(await started).toEqual({ outcome: 'aborted' })
    await settle()
    expect(store.getState()).toMatchObject({ state: 'idle', session: null })
  })
})

describe('Stripe.js', () => {
  const never = new Promise<never>(() => {})

  it('is initialized once the key is known', async () => {
    const stripe = fakeStripe()
    const source = vi.fn(async () => stripe)
    const scene = setup(null, { stripe: source })
    await settle()
    void scene.store.start()
    await vi.waitUntil(() => stripe.isOpen)
    expect(source).toHaveBeenCalledWith('pk_test_fake', { locale: 'en' })
    stripe.close()
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['is null', () => Promise.resolve(null)],
    ['has no modal', () => ({}) as never],
  ])('that %s is a load error that can be retried', async (_, stripe) => {
    const scene = setup(null, { stripe })
    await settle()
    expect(await scene.store.start()).toEqual({ outcome: 'failed' })
    expect(errors(scene.events)).toEqual(['stripe_load_failed'])
    expect(await scene.store.start()).toEqual({ outcome: 'failed' })
    expect(errors(scene.events)).toHaveLength(2)
  })

  it('times out after 15 s', async () => {
    const scene = setup(null, { stripe: () => never })
    await settle()
    const started = scene.store.start()
    await vi.waitUntil(() => vi.getTimerCount() > 0)
    await vi.advanceTimersByTimeAsync(14_900)
    expect(scene.store.getState().state).toBe('starting')
    await vi.advanceTimersByTimeAsync(200)
    expect(await started).toEqual({ outcome: 'failed' })
    expect(errors(scene.events)).toEqual(['stripe_load_failed'])
  })

  it('is replaced by the hosted page if it cannot be loaded', async () => {
    const assign = vi.fn()
    vi.stubGlobal('location', { assign })
    const scene = setup(null, { stripe: () => Promise.reject(new Error('blocked')) })
    scene.server.url = 'https://verify.stripe.com/start/test_1'
    await settle()
    expect(await scene.store.start()).toEqual({ outcome: 'redirected' })
    expect(assign).toHaveBeenCalledWith('https://verify.stripe.com/start/test_1')
    expect(errors(scene.events)).toEqual([])
  })

  it('is not replaced if the host allows only the modal', async () => {
    const scene = setup(null, { flow: 'modal', stripe: () => Promise.reject(new Error('blocked')) })
    scene.server.url = 'https://verify.stripe.com/start/test_1'
    await settle()
    expect(await scene.store.start()).toEqual({ outcome: 'failed' })
    expect(errors(scene.events)).toEqual(['stripe_load_failed'])
  })
})

describe('the hosted page', () => {
  it.each([
    ['https://verify.stripe.com/start/1', true],
    ['http://localhost:12111/start/1', true],
    ['http://127.0.0.1:12111/start/1', true],
    ['http://[::1]:12111/start/1', true],
    ['http://verify.stripe.com/start/1', false],
    ['http://localhost.evil.test/', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['/start/1', false],
    [null, false],
  ])('at %s is opened: %s', async (url, followed) => {
    const assign = vi.fn()
    vi.stubGlobal('location', { assign })
    const scene = setup(null, { flow: 'redirect' })
    scene.server.url = url
    await settle()
    expect(await scene.store.start()).toEqual({ outcome: followed ? 'redirected' : 'failed' })
    expect(assign.mock.calls).toEqual(followed ? [[url]] : [])
    expect(scene.stripe.opened).toBe(0)
    expect(errors(scene.events)).toEqual(followed ? [] : ['bad_response'])
  })
})

describe('cancel', () => {
  it('requests the cancel and shows the result', async () => {
    const scene = setup(sessionView())
    await settle()
    await scene.store.cancel()
    expect(scene.store.getState().state).toBe('canceled')
    expect(scene.server.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/sessions/vs_test/cancel',
      body: {},
    })
  })

  it('ends a run', async () => {
    const scene = setup()
    const started = opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    const canceled = scene.store.cancel()
    expect(await started).toEqual({ outcome: 'aborted' })
    await canceled
    expect(scene.store.getState().state).toBe('canceled')
    scene.stripe.submit()
    await settle()
    expect(scene.store.getState().state).toBe('canceled')
  })

  it('of a session that cannot be canceled changes nothing, and reports an error', async () => {
    const scene = setup(sessionView({ status: 'processing' }))
    await settle()
    await scene.store.cancel()
    expect(scene.store.getState().state).toBe('processing')
    expect(errors(scene.events)).toEqual(['not_cancelable'])
    await vi.waitUntil(() => scene.server.held === 1)
  })
})

describe('unsubscribing', () => {
  const states: [string, (scene: ReturnType<typeof setup>) => Promise<unknown>][] = [
    ['asking', async () => {}],
    ['idle', settle],
    ['starting', async ({ store }) => void store.start()],
    [
      'the modal open',
      (scene) => {
        void opened(scene)
        return vi.waitUntil(() => scene.stripe.isOpen)
      },
    ],
    [
      'processing',
      async (scene) => {
        void opened(scene)
        await vi.waitUntil(() => scene.stripe.isOpen)
        scene.stripe.submit()
        await vi.waitUntil(() => scene.server.held === 1)
      },
    ],
  ]
  it.each(states)('while %s leaves no timer and no request behind', async (_, reach) => {
    const scene = setup()
    await reach(scene)
    scene.leave()
    await settle()
    expect(vi.getTimerCount()).toBe(0)
    expect(scene.server.held).toBe(0)
    const requests = scene.server.requests.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(scene.server.requests).toHaveLength(requests)
    expect(scene.store.getState().state).not.toMatch(/starting|open/)
    if (scene.stripe.isOpen) scene.stripe.close()
    await settle()
  })

  it('and subscribing again at once keeps the poll', async () => {
    const scene = setup(sessionView({ status: 'processing' }))
    await vi.waitUntil(() => scene.server.held === 1)
    scene.leave()
    const leave = scene.store.subscribe(() => {})
    await settle()
    expect(scene.server.held).toBe(1)
    expect(scene.server.requests).toHaveLength(2)
    leave()
  })

  it('and subscribing again later requests the session', async () => {
    const scene = setup()
    await settle()
    scene.leave()
    await settle()
    scene.store.subscribe(() => {})
    await settle()
    expect(scene.server.requests).toHaveLength(2)
  })
})

describe('a shared session', () => {
  it('is still followed by other subscribers when one leaves', async () => {
    const first = setup(sessionView({ status: 'processing' }))
    const second = createVerification({ fetch: first.server.fetch })
    const leave = second.subscribe(() => {})
    await vi.waitUntil(() => first.server.held === 1)
    first.leave()
    await settle()
    expect(first.server.held).toBe(1)
    first.server.update({ status: 'verified' })
    await settle()
    expect(second.getState().state).toBe('verified')
    expect(first.server.requests).toHaveLength(2)
    leave()
  })

  it('is dispatched as initial to a subscriber that returns, even without a change', async () => {
    const { store, leave } = setup(sessionView({ status: 'verified' }))
    await settle()
    leave()
    await settle()
    const events: VerificationEvent[] = []
    const leaveAgain = store.subscribe((event) => event && events.push(event))
    await settle()
    expect(events[0]!.detail).toMatchObject({ state: 'verified', initial: true })
    leaveAgain()
  })

  it('keeps a submission made after all subscribers had left', async () => {
    const scene = setup()
    const started = opened(scene)
    await vi.waitUntil(() => scene.stripe.isOpen)
    scene.leave()
    expect(await started).toEqual({ outcome: 'aborted' })
    scene.stripe.submit()
    await settle()
    expect(scene.store.getState().state).toBe('idle')
    const leave = scene.store.subscribe(() => {})
    await vi.waitUntil(() => scene.store.getState().state === 'processing')
    await vi.waitUntil(() => scene.server.held === 1)
    scene.server.update({ last_error: { code: 'document_expired', reason: null } })
    await settle()
    expect(scene.store.getState().state).toBe('requires_input')
    leave()
  })
})

describe('one modal per page', () => {
  it('is enforced for all stores until Stripe settles', async () => {
    const first = setup()
    void opened(first)
    await vi.waitUntil(() => first.stripe.isOpen)
    const second = setup()
    await settle()
    expect(await second.store.start()).toEqual({ outcome: 'failed' })
    expect(errors(second.events)).toEqual(['modal_already_open'])
    first.leave()
    await settle()
    expect(await second.store.start()).toEqual({ outcome: 'failed' })
    first.stripe.close()
    await settle()
    const third = second.store.start()
    await vi.waitUntil(() => second.stripe.isOpen)
    second.stripe.close()
    expect(await third).toEqual({ outcome: 'dismissed' })
  })
})

function detail(event: VerificationEvent): unknown {
  return event.detail
}
