import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConversation } from '../src/conversation.js'
import type { Participant } from '../src/core.js'
import { INITIAL } from '../src/snapshot.js'
import { fakeServer, fakeStripe, sessionView } from '../src/testing.js'
import type { Snapshot, VerificationOptions } from '../src/verification.js'

// Loaded before the tests: waits under fake timers last one second, and loading takes longer on a busy machine.
import '../src/run.js'

type Begun = Parameters<typeof createConversation>[0]

/** A page with a conversation without participants. */
function setup(session: Parameters<typeof fakeServer>[0] = null, begun: Begun = {}) {
  const server = fakeServer(session)
  const stripe = fakeStripe()
  const conversation = createConversation({ fetch: server.fetch, ...begun })
  const participant = (options: VerificationOptions = {}, isPrevented = false) => {
    const events: { type: string; detail: unknown }[] = []
    const one: Participant = {
      options: { fetch: server.fetch, stripe, locale: 'en', ...options },
      changed() {},
      fire(type, detail, cancelable) {
        events.push({ type, detail })
        return !(cancelable && isPrevented)
      },
    }
    const types = () => events.map(({ type }) => type)
    left.push(() => conversation.leave(one))
    return { one, events, types }
  }
  const paths = () => server.requests.map(({ method, path }) => `${method} ${path}`)
  left.push(() => stripe.isOpen && stripe.close())
  return { server, stripe, conversation, participant, paths, state: () => conversation.getState().state }
}

const left: (() => void)[] = []
const settle = () => vi.advanceTimersByTimeAsync(0)
const CURRENT = 'GET /sessions/current'
const known = (state: Snapshot['state'], patch: Parameters<typeof sessionView>[0] = {}): Snapshot => ({
  ...{ ...INITIAL, pending: false, state, session: sessionView(patch) },
})

/** The globals of a page that a conversation observes. */
function page() {
  const host = new EventTarget()
  const document = { hidden: false, baseURI: 'https://host.test/' }
  vi.stubGlobal('window', host)
  vi.stubGlobal('document', document)
  return {
    hide() {
      document.hidden = true
      host.dispatchEvent(new Event('visibilitychange'))
    },
    show() {
      document.hidden = false
      host.dispatchEvent(new Event('visibilitychange'))
    },
    tell: (type: string, more = {}) => host.dispatchEvent(Object.assign(new Event(type), more)),
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(async () => {
  for (const leave of left.splice(0).reverse()) leave()
  await settle()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('participants', () => {
  it('are counted, and the first one requests the session', async () => {
    const { conversation, participant, paths } = setup(sessionView({ status: 'verified' }))
    expect([conversation.size(), conversation.isInUse(), conversation.core.signal()]).toEqual([
      0,
      false,
      null,
    ])
    const { one, events } = participant()
    conversation.join(one)
    expect([conversation.size(), conversation.isInUse()]).toEqual([1, true])
    await settle()
    expect(paths()).toEqual([CURRENT])
    expect(events[0]?.detail).toMatchObject({ state: 'verified', initial: true })
    conversation.leave(one)
    expect([conversation.size(), conversation.isInUse(), conversation.core.signal()]).toEqual([
      0,
      false,
      null,
    ])
  })

  it('get the known state if they join later, without a request', async () => {
    const { conversation, participant, paths } = setup(sessionView({ status: 'verified' }))
    conversation.join(participant().one)
    await settle()
    const [late, other] = [participant(), participant()]
    conversation.join(late.one)
    conversation.join(other.one, false)
    expect(late.events).toEqual([])
    await settle()
    expect(late.types()).toEqual(['identity-status', 'identity-verified'])
    expect(other.events).toEqual([])
    expect(paths()).toEqual([CURRENT])
  })

  it('share the first answer', async () => {
    const { conversation, participant, paths } = setup(sessionView({ status: 'verified' }))
    const both = [participant(), participant()]
    for (const { one } of both) conversation.join(one)
    await settle()
    for (const { types } of both) expect(types()).toEqual(['identity-status', 'identity-verified'])
    expect(paths()).toEqual([CURRENT])
  })

  it.each([
    [10_000, 1],
    [10_001, 2],
  ])('request the session again if the answer is %i ms old: %i requests', async (ms, count) => {
    const { conversation, participant, paths } = setup(sessionView())
    conversation.join(participant().one)
    await settle()
    await vi.advanceTimersByTimeAsync(ms)
    conversation.join(participant().one)
    await settle()
    expect(paths()).toHaveLength(count)
  })

  it('continue from a given state without a request, and poll for changes', async () => {
    const session = sessionView({ status: 'processing' })
    const begun = { snapshot: known('processing', { status: 'processing' }), answeredAt: Date.now() }
    const { conversation, participant, paths } = setup(session, begun)
    conversation.join(participant().one)
    await vi.waitUntil(() => paths().length > 0)
    expect(paths()).toEqual(['GET /sessions/vs_test?after=1&wait=25'])
  })

  it('make no request if they continue a start made before', async () => {
    const { conversation, participant, paths, stripe } = setup(null, { snapshot: known('starting') })
    const { one, types } = participant()
    conversation.join(one)
    await settle()
    expect(paths()).toEqual([])
    void conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    expect(types()).not.toContain('identity-start')
  })
})

describe('a page', () => {
  it('requests the session when it becomes visible again, and ends its poll', async () => {
    const { hide, show } = page()
    const { conversation, participant, paths, server } = setup(sessionView({ status: 'processing' }))
    conversation.join(participant().one)
    await vi.waitUntil(() => server.held === 1)
    hide()
    await settle()
    expect(server.held).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(paths()).toHaveLength(2)
    show()
    await vi.waitUntil(() => server.held === 1)
    expect(paths().filter((path) => path === CURRENT)).toHaveLength(2)
  })

  it('requests the session at once when it is online again, also during a poll', async () => {
    const { tell } = page()
    const { conversation, participant, paths, server } = setup(sessionView({ status: 'processing' }))
    conversation.join(participant().one)
    await vi.waitUntil(() => server.held === 1)
    tell('online')
    tell('pageshow', { persisted: false })
    await settle()
    expect(paths().filter((path) => path === CURRENT)).toHaveLength(2)
  })

  it.each([
    [null, 1],
    [sessionView({ status: 'verified' }), 2],
  ])('that is open with %j makes %i requests within six minutes', async (session, count) => {
    const { conversation, participant, paths } = setup(session)
    conversation.join(participant().one)
    await vi.advanceTimersByTimeAsync(6 * 60_000)
    expect(paths()).toEqual(Array(count).fill(CURRENT))
  })

  it('that polls makes no other request', async () => {
    const { conversation, participant, paths, server } = setup(sessionView({ status: 'processing' }))
    conversation.join(participant().one)
    await vi.waitUntil(() => server.held === 1)
    await vi.advanceTimersByTimeAsync(6 * 60_000)
    expect(paths().filter((path) => path === CURRENT)).toHaveLength(1)
  })

  it('with an open modal makes no request, and keeps it open when hidden', async () => {
    const { hide, show } = page()
    const { conversation, participant, paths, stripe, state } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    const run = conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    const before = paths().length
    hide()
    await vi.advanceTimersByTimeAsync(6 * 60_000)
    show()
    await settle()
    expect([paths().length, state()]).toEqual([before, 'open'])
    stripe.submit()
    expect(await run).toEqual({ outcome: 'submitted' })
  })
})

describe('a failed request', () => {
  it('is shown if no state is known, and cleared by the next answer', async () => {
    const { conversation, participant, server, state } = setup()
    server.fail(500)
    const { one, events } = participant()
    conversation.join(one)
    await settle()
    expect(events.at(-1)).toMatchObject({ type: 'identity-error', detail: { code: 'server_error' } })
    expect(state()).toBe('error')
    await conversation.ask(one)
    expect(state()).toBe('idle')
  })

  it('is dispatched only to the participant that made it if a state is known', async () => {
    const { conversation, participant, server, state } = setup(sessionView({ status: 'verified' }))
    const [asker, other] = [participant(), participant()]
    conversation.join(asker.one)
    conversation.join(other.one)
    await settle()
    server.fail(503)
    await conversation.ask(asker.one)
    expect(asker.events.at(-1)).toMatchObject({
      ...{ type: 'identity-error', detail: { code: 'store_unavailable', cause: { status: 503 } } },
    })
    expect(other.types()).not.toContain('identity-error')
    expect(state()).toBe('verified')
  })

  it.each([
    [401, null],
    [500, 'vs_test'],
  ])('with %i during a run leaves the session %s', async (status, id) => {
    const { conversation, participant, server, state } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    server.fail(status)
    expect(await conversation.start(one)).toEqual({ outcome: 'failed' })
    expect([state(), conversation.getState().session?.id ?? null]).toEqual(['error', id])
  })

  it("is cleared by a refresh, even without a change, but not by the page's own request", async () => {
    const { show } = page()
    const { conversation, participant, server, state } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    server.fail(500)
    await conversation.start(one)
    show()
    await settle()
    expect(state()).toBe('error')
    await conversation.ask(one)
    expect(state()).toBe('idle')
  })

  it('does not end the poll', async () => {
    const { conversation, participant, server } = setup(sessionView({ status: 'processing' }))
    const { one } = participant()
    conversation.join(one)
    await vi.waitUntil(() => server.held === 1)
    page()
    server.fail(500)
    await conversation.ask(one)
    await vi.waitUntil(() => server.held === 1)
  })
})

describe('a run', () => {
  it('is shared by all that start it, and ends with the last of them', async () => {
    const { conversation, participant, stripe, state } = setup()
    const [ada, bob, cyd] = [participant(), participant(), participant()]
    for (const { one } of [ada, bob, cyd]) conversation.join(one)
    await settle()
    const run = conversation.start(ada.one)
    expect(conversation.start(bob.one)).toBe(run)
    await vi.waitUntil(() => stripe.isOpen)
    expect([conversation.core.isRunning(), conversation.isInUse()]).toEqual([true, true])
    conversation.leave(ada.one)
    conversation.leave(cyd.one)
    expect(state()).toBe('open')
    conversation.leave(bob.one)
    expect(state()).toBe('idle')
    expect(await run).toEqual({ outcome: 'aborted' })
    expect([conversation.core.isRunning(), conversation.core.openModals]).toEqual([false, 1])
    // The modal is still open.
    expect(conversation.isInUse()).toBe(true)
    stripe.close()
    await settle()
    expect(conversation.isInUse()).toBe(false)
  })

  it('is in use without a participant too', async () => {
    const { conversation, participant, stripe } = setup()
    void conversation.start(participant().one)
    expect(conversation.isInUse()).toBe(true)
    await vi.waitUntil(() => stripe.isOpen)
  })

  it('is prevented by its starter without any effect', async () => {
    const { conversation, participant, paths, state } = setup(sessionView())
    const { one, events } = participant({}, true)
    conversation.join(one)
    await settle()
    expect(await conversation.start(one)).toEqual({ outcome: 'prevented' })
    expect(events.at(-1)).toEqual({ type: 'identity-start', detail: { session: sessionView() } })
    expect([state(), paths()]).toEqual(['idle', [CURRENT]])
  })

  it('clears the wait for a first answer, and ends the earlier request', async () => {
    const { conversation, participant, stripe } = setup()
    const { one, events } = participant()
    conversation.join(one)
    void conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    const details = events.filter(({ type }) => type === 'identity-status').map(({ detail }) => detail)
    expect(details).toMatchObject([
      { state: 'starting', initial: false },
      { state: 'open', initial: false },
    ])
  })

  it('is returned by a refresh meanwhile', async () => {
    const { conversation, participant, stripe, paths } = setup()
    const { one } = participant()
    conversation.join(one)
    await settle()
    const run = conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    const before = paths().length
    expect(conversation.ask(one)).toBe(run)
    stripe.submit()
    await run
    expect(paths().filter((path) => path === CURRENT)).toHaveLength(1)
    expect(paths().length).toBe(before)
    await vi.waitUntil(() => paths().length > before)
  })

  it('is ended by stop(), which shows the session, and late results are ignored', async () => {
    const { conversation, participant, server, state } = setup(sessionView())
    const { one, types } = participant()
    conversation.join(one)
    await settle()
    const run = conversation.start(one)
    expect(state()).toBe('starting')
    conversation.stop()
    expect([state(), conversation.core.isRunning()]).toEqual(['idle', false])
    server.fail(500)
    expect(await run).toEqual({ outcome: 'aborted' })
    expect([state(), types().includes('identity-error')]).toEqual(['idle', false])
  })

  it('whose modal ends after stop() requests the session', async () => {
    const { conversation, participant, stripe, paths } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    const run = conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    conversation.stop()
    expect(await run).toEqual({ outcome: 'aborted' })
    const before = paths().length
    stripe.close()
    await settle()
    expect(paths().slice(before)).toEqual([CURRENT])
  })

  it('that was stopped does not end the next one', async () => {
    const { conversation, participant, stripe } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    const first = conversation.start(one)
    conversation.stop()
    const second = conversation.start(one)
    expect(second).not.toBe(first)
    expect(await first).toEqual({ outcome: 'aborted' })
    expect(conversation.core.isRunning()).toBe(true)
    await vi.waitUntil(() => stripe.isOpen)
    stripe.close()
    expect(await second).toEqual({ outcome: 'dismissed' })
  })

  it('that failed can be started again', async () => {
    const { conversation, participant, server, stripe } = setup()
    const { one } = participant()
    conversation.join(one)
    await settle()
    server.fail(500)
    expect(await conversation.start(one)).toEqual({ outcome: 'failed' })
    void conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
  })
})

describe('a cancel', () => {
  it('precedes a later start, and is shared', async () => {
    const { conversation, participant, paths, stripe } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    const canceled = conversation.cancel(one)
    expect(conversation.cancel(one)).toBe(canceled)
    expect(conversation.ask(one)).toBe(canceled)
    void conversation.start(one)
    await canceled
    await vi.waitUntil(() => stripe.isOpen)
    expect(paths()).toEqual([CURRENT, 'POST /sessions/vs_test/cancel', 'POST /sessions'])
  })

  it('requests the session first if none is known yet', async () => {
    const { conversation, participant, paths, state } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await conversation.cancel(one)
    expect(paths()).toEqual([CURRENT, 'POST /sessions/vs_test/cancel'])
    expect(state()).toBe('canceled')
  })

  it('sends nothing without a session', async () => {
    const { conversation, participant, paths } = setup()
    const { one } = participant()
    conversation.join(one)
    await settle()
    await conversation.cancel(one)
    expect(paths()).toEqual([CURRENT])
  })

  it('that is refused is dispatched to its caller, and the page continues', async () => {
    const { conversation, participant, server, paths } = setup(sessionView({ status: 'processing' }))
    const [asker, other] = [participant(), participant()]
    for (const { one } of [asker, other]) conversation.join(one)
    await vi.waitUntil(() => server.held === 1)
    await conversation.cancel(asker.one)
    expect(asker.types().at(-1)).toBe('identity-error')
    expect(other.types()).not.toContain('identity-error')
    await vi.waitUntil(() => server.held === 1)
    await conversation.cancel(asker.one)
    expect(paths().filter((path) => path.endsWith('/cancel'))).toHaveLength(2)
  })
})

describe('another fetch', () => {
  it('requests the session again', async () => {
    const { conversation, participant, paths } = setup(sessionView())
    conversation.join(participant().one)
    await settle()
    const other = fakeServer(sessionView({ id: 'vs_other' }))
    conversation.renew(other.fetch)
    await settle()
    expect([paths().length, other.requests.length]).toEqual([1, 1])
    expect(conversation.getState().session?.id).toBe('vs_other')
  })

  it('replaces the request in progress', async () => {
    const { conversation, participant, paths } = setup(sessionView())
    conversation.join(participant().one)
    const other = fakeServer(sessionView({ id: 'vs_other' }))
    conversation.renew(other.fetch)
    await settle()
    expect([paths().length, other.requests.length]).toEqual([0, 1])
  })

  it('is accepted three times in ten seconds', async () => {
    const { conversation, participant } = setup()
    conversation.join(participant().one)
    await settle()
    const others = Array.from({ length: 6 }, () => fakeServer())
    const renew = async (index: number) => {
      conversation.renew(others[index]?.fetch)
      await settle()
    }
    for (let index = 0; index < 4; index++) await renew(index)
    await vi.advanceTimersByTimeAsync(10_000)
    await renew(4)
    await vi.advanceTimersByTimeAsync(1)
    await renew(5)
    expect(others.map(({ requests }) => requests.length)).toEqual([1, 1, 1, 0, 0, 1])
  })

  it('waits for a participant, and for the end of a run', async () => {
    const { conversation, participant, stripe } = setup()
    const [early, late] = [fakeServer(), fakeServer()]
    conversation.renew(early.fetch)
    await settle()
    expect(early.requests).toEqual([])
    const { one } = participant()
    conversation.join(one)
    await settle()
    expect(early.requests).toHaveLength(1)
    void conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    conversation.renew(late.fetch)
    await settle()
    expect(late.requests).toEqual([])
  })
})

describe('following a session', () => {
  it('ends with a reset, which clears everything', async () => {
    const { conversation, participant, server, stripe, state, paths } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    const run = conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    stripe.close()
    await run
    await vi.waitUntil(() => server.held === 1)
    conversation.reset()
    await settle()
    expect([server.held, state(), conversation.getState().session]).toEqual([0, 'idle', null])
    const before = paths().length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(paths()).toHaveLength(before)
  })

  it('to its final status leaves a request every few minutes', async () => {
    const { conversation, participant, server, state, paths } = setup(sessionView({ status: 'processing' }))
    conversation.join(participant().one)
    await vi.waitUntil(() => server.held === 1)
    server.update({ status: 'verified' })
    await settle()
    expect(state()).toBe('verified')
    await vi.advanceTimersByTimeAsync(6 * 60_000)
    expect(paths().filter((path) => path === CURRENT)).toHaveLength(2)
  })

  it('ends together with a run on reset', async () => {
    const { conversation, participant, stripe, state } = setup(sessionView())
    const { one } = participant()
    conversation.join(one)
    await settle()
    const run = conversation.start(one)
    await vi.waitUntil(() => stripe.isOpen)
    conversation.reset()
    expect(state()).toBe('idle')
    expect(await run).toEqual({ outcome: 'aborted' })
  })

  it('is one poll, as long as there are participants', async () => {
    const { conversation, participant, server, paths } = setup(sessionView({ status: 'processing' }))
    const [ada, bob] = [participant(), participant()]
    conversation.join(ada.one)
    await vi.waitUntil(() => server.held === 1)
    conversation.join(bob.one)
    await settle()
    expect(server.held).toBe(1)
    conversation.leave(ada.one)
    await settle()
    expect(server.held).toBe(1)
    conversation.leave(bob.one)
    await settle()
    expect(server.held).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(paths()).toHaveLength(2)
  })

  it('begins again with the next participant', async () => {
    const { conversation, participant, server, paths } = setup(sessionView({ status: 'processing' }))
    const { one } = participant()
    conversation.join(one)
    await vi.waitUntil(() => server.held === 1)
    conversation.leave(one)
    await settle()
    conversation.join(participant().one)
    await vi.waitUntil(() => server.held === 1)
    expect(paths().filter((path) => path === CURRENT)).toHaveLength(2)
  })
})
