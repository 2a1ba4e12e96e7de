import type { SessionView } from 'stripe-identity-contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Asked, request } from '../src/api.js'
import type { Participant } from '../src/core.js'
import type { VerificationError } from '../src/errors.js'
import { createQuestion } from '../src/question.js'
import { fakeServer, sessionView } from '../src/testing.js'

const participant = (): Participant => ({ options: {}, changed() {}, fire: () => true })

function setup(session: SessionView | null = null, first?: (fetch: typeof globalThis.fetch) => Asked) {
  const server = fakeServer(session)
  const results: { answer?: SessionView | null; code?: string; askers: readonly Participant[] }[] = []
  const api = { fetch: server.fetch }
  const question = createQuestion(
    api,
    {
      answered: (answer, askers) => results.push({ answer, askers }),
      failed: (thrown, askers) => results.push({ code: (thrown as VerificationError).code, askers }),
    },
    first?.(server.fetch),
  )
  return { server, api, question, results }
}

/** A request that was sent before the question existed. */
function sent(fetch: typeof globalThis.fetch): Asked {
  const abort = new AbortController()
  return { abort, answer: request({ fetch }, '/sessions/current', { signal: abort.signal }) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the request for the session', () => {
  it('is shared while it is pending, and then a new one', async () => {
    const { question, server, results } = setup(sessionView())
    const [ada, bob] = [participant(), participant()]
    const asked = [question.ask(ada), question.ask(), question.ask(bob)]
    expect(new Set(asked).size).toBe(1)
    await asked[0]
    expect(results).toEqual([{ answer: sessionView(), askers: [ada, bob] }])
    await question.ask()
    expect(results[1]).toEqual({ answer: sessionView(), askers: [] })
    expect(server.requests).toHaveLength(2)
  })

  it('uses options that the host sets right after the call', async () => {
    const { question, api, server } = setup()
    const other = fakeServer(sessionView())
    const asked = question.ask()
    api.fetch = other.fetch
    await asked
    expect([server.requests.length, other.requests.length]).toEqual([0, 1])
  })

  it('reports its failure to its callers', async () => {
    const { question, server, results } = setup()
    server.fail(503)
    const ada = participant()
    await question.ask(ada)
    expect(results).toEqual([{ code: 'store_unavailable', askers: [ada] }])
    await question.ask()
    expect(results).toHaveLength(2)
  })

  it('can be repeated from its own callback', async () => {
    const server = fakeServer()
    let again: Promise<void> | undefined
    const question = createQuestion(
      { fetch: server.fetch },
      {
        answered() {
          again ??= question.ask()
        },
        failed() {},
      },
    )
    await question.ask()
    await again
    expect(server.requests).toHaveLength(2)
  })

  it('is dropped when it is stopped, and leaves nothing behind', async () => {
    const { question, server, results } = setup(sessionView())
    const asked = question.ask(participant())
    question.stop()
    await asked
    expect(results).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
    await question.ask()
    expect(results).toHaveLength(1)
    expect(server.requests).toHaveLength(1)
  })

  it('that was stopped does not end the next one', async () => {
    const { question, results } = setup(sessionView())
    const before = question.ask()
    question.stop()
    const ada = participant()
    const after = question.ask(ada)
    await before
    expect(question.ask()).toBe(after)
    await after
    expect(results).toEqual([{ answer: sessionView(), askers: [ada] }])
  })

  it('can be stopped when none is pending', () => {
    expect(() => setup().question.stop()).not.toThrow()
  })
})

describe('a request sent earlier', () => {
  it('is used once, as the first one', async () => {
    const { question, server, results } = setup(sessionView(), sent)
    await question.ask()
    expect(server.requests).toHaveLength(1)
    await question.ask()
    expect(server.requests).toHaveLength(2)
    expect(results).toHaveLength(2)
  })

  it('is aborted by a stop before its use', async () => {
    let first: Asked | undefined
    const { question, server } = setup(sessionView(), (fetch) => {
      first = sent(fetch)
      return first
    })
    question.stop()
    expect(first?.abort.signal.aborted).toBe(true)
    await question.ask()
    expect(server.requests).toHaveLength(2)
  })
})
