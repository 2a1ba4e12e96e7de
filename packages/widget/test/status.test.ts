import { describe, expect, it } from 'vitest'
import { VerificationError } from '../src/errors.js'
import { INITIAL } from '../src/snapshot.js'
import { createStatus } from '../src/status.js'
import { sessionView } from '../src/testing.js'
import type { Snapshot } from '../src/verification.js'

const ERROR = { code: 'document_expired', reason: null }

/** A status with the state before each change that it reports. */
function setup(snapshot?: Partial<Snapshot>) {
  const changes: string[] = []
  const given = snapshot && { ...INITIAL, pending: false, ...snapshot }
  return { status: createStatus((previous) => changes.push(previous), given), changes }
}

describe('the status', () => {
  it('is idle at first', () => {
    expect(setup().status.get()).toMatchObject({
      ...{ state: 'idle', session: null, error: null, reason: null, pending: true },
    })
  })

  it('continues from a given state', () => {
    const session = sessionView({ status: 'verified' })
    expect(setup({ state: 'verified', session }).status.get()).toMatchObject({ state: 'verified', session })
  })

  it('reports each change with the previous state, and clears its details', () => {
    const error = new VerificationError('stripe_error')
    const { status, changes } = setup({ state: 'error', error, reason: 'consent_declined', pending: true })
    status.change({}, 'start')
    expect(status.get()).toMatchObject({
      ...{ state: 'starting', session: null, error: null, reason: null },
      ...{ pending: false, long: false },
    })
    status.change({ reason: 'device_unsupported' }, 'opened', 'declined')
    expect(status.get()).toMatchObject({ state: 'requires_input', reason: 'device_unsupported' })
    expect(changes).toEqual(['error', 'starting'])
  })

  it('keeps the long-processing flag while it is processing', () => {
    const { status } = setup({ state: 'processing' })
    status.change({ reason: null })
    expect(status.get().long).toBe(false)
    status.change({ long: true })
    status.change({}, 'processing')
    expect(status.get().long).toBe(true)
    status.change({}, 'verified')
    expect(status.get().long).toBe(false)
  })
})

describe('an answer', () => {
  it('without a session clears the known one', () => {
    const session = sessionView()
    const { status, changes } = setup({ state: 'requires_input', session, takenBack: true })
    expect(status.take(null)).toBe('idle')
    expect(status.get()).toMatchObject({ state: 'idle', session: null, takenBack: false })
    expect(changes).toEqual(['requires_input'])
  })

  it('that is newer is shown', () => {
    const { status } = setup()
    const session = sessionView({ status: 'verified' })
    expect(status.take(session)).toBe('verified')
    expect(status.get()).toMatchObject({ state: 'verified', session, takenBack: false, pending: false })
  })

  it('that is not newer changes nothing, but still reaches participants waiting for their first', () => {
    const session = sessionView({ version: 3, status: 'verified' })
    const { status, changes } = setup({ state: 'verified', session })
    const before = status.get()
    expect(status.take(sessionView({ version: 3, status: 'canceled' }))).toBe('verified')
    expect(status.take(sessionView({ version: 2 }))).toBe('verified')
    expect(status.get()).toBe(before)
    expect(changes).toEqual(['verified', 'verified'])
  })

  it('of the same version counts again if requested', () => {
    const { status } = setup({ state: 'verified', session: sessionView({ version: 3, status: 'verified' }) })
    expect(status.take(sessionView({ version: 3, status: 'canceled' }), true)).toBe('canceled')
    expect(status.take(sessionView({ version: 2 }), true)).toBe('canceled')
  })

  it.each([
    ['network_error', 'idle'],
    ['server_error', 'error'],
  ] as const)('that is not newer after %s leaves %s', (code, state) => {
    const session = sessionView()
    const { status } = setup({ state: 'error', session, error: new VerificationError(code) })
    expect(status.take(sessionView())).toBe('idle')
    expect(status.get().state).toBe(state)
  })
})

describe('an overridden verification', () => {
  const verified = sessionView({ status: 'verified' })
  const later = (version: number, patch: Partial<typeof verified> = {}) => sessionView({ version, ...patch })

  it('is shown as requires_input, also without a reason, until the status changes', () => {
    const { status } = setup({ state: 'verified', session: verified })
    expect(status.take(later(2))).toBe('requires_input')
    expect(status.get()).toMatchObject({ state: 'requires_input', takenBack: true })
    expect(status.take(later(2))).toBe('requires_input')
    expect(status.take(later(3, { last_error: ERROR }))).toBe('requires_input')
    expect(status.get().takenBack).toBe(true)
    expect(status.take(later(4, { status: 'processing' }))).toBe('processing')
    expect(status.get().takenBack).toBe(false)
  })

  it('is not set by another session or by a canceled one', () => {
    const { status } = setup({ state: 'verified', session: verified })
    expect(status.take(sessionView({ id: 'vs_next' }))).toBe('idle')
    expect(status.get().takenBack).toBe(false)
    const canceled = setup({ state: 'verified', session: verified }).status
    expect(canceled.take(later(2, { status: 'canceled' }))).toBe('canceled')
    expect(canceled.get().takenBack).toBe(false)
  })

  it('that is being redacted is shown as redacted', () => {
    const { status } = setup({ state: 'verified', session: verified })
    expect(status.take(later(2, { redaction: { status: 'processing' } }))).toBe('redacted')
    expect(status.get()).toMatchObject({ state: 'redacted', takenBack: true })
  })

  it('is cleared with the session', () => {
    const known = { state: 'requires_input', session: sessionView(), takenBack: true } as const
    const [other, submitted, reset] = [setup(known).status, setup(known).status, setup(known).status]
    other.take(sessionView({ id: 'vs_next' }))
    submitted.submit(sessionView())
    reset.reset()
    expect([other, submitted, reset].map((status) => status.get().takenBack)).toEqual([false, false, false])
  })
})

describe('a submission', () => {
  const sent = sessionView({ version: 3 })

  it('is shown as processing until a later version', () => {
    const { status, changes } = setup({ state: 'open', session: sessionView() })
    status.submit(sent)
    expect(status.get()).toMatchObject({ state: 'processing', session: sent })
    expect(changes).toEqual(['open'])
    expect(status.take(sessionView({ version: 3 }), true)).toBe('processing')
    expect(status.take(sessionView({ version: 4 }))).toBe('idle')
  })

  it('that is not shown changes nothing at first, but marks the same version as processing', () => {
    const { status, changes } = setup({ state: 'idle', session: sent })
    status.submit(sent, false)
    expect([status.get().state, changes]).toEqual(['idle', []])
    expect(status.take(sessionView({ version: 3 }))).toBe('processing')
    expect(status.get().state).toBe('processing')
  })

  it.each([
    ['idle', 'processing'],
    ['requires_input', 'processing'],
    ['canceled', 'canceled'],
  ] as const)('repeated in the state %s is shown as %s', (state, shown) => {
    const { status } = setup({ state, session: sessionView({ version: 5, status: 'canceled' }) })
    status.submit(sent, false)
    status.take(sessionView({ version: 3 }))
    expect(status.get().state).toBe(shown)
  })

  it('does not affect another session or a later version', () => {
    const { status } = setup({ state: 'idle', session: null })
    status.submit(sent, false)
    expect(status.take(sessionView({ id: 'vs_next', version: 1 }))).toBe('idle')
    expect(status.take(sessionView({ version: 4 }))).toBe('idle')
    expect(status.take(sessionView({ version: 2 }), true)).toBe('processing')
  })

  it('is cleared by a reset', () => {
    const { status, changes } = setup({ state: 'processing', session: sent })
    status.submit(sent, false)
    status.reset()
    expect(status.get()).toMatchObject({ state: 'idle', session: null })
    expect(changes).toEqual(['processing'])
    expect(status.take(sessionView({ version: 3 }))).toBe('idle')
  })
})

describe('the end of a run', () => {
  it.each([
    ['starting', {}, 'idle'],
    ['open', {}, 'idle'],
    ['open', { session: sessionView({ last_error: ERROR }) }, 'requires_input'],
    ['starting', { session: sessionView({ status: 'canceled' }) }, 'canceled'],
    ['open', { session: sessionView(), takenBack: true }, 'requires_input'],
  ] as const)('while %s with %j shows the session as %s', (state, known, shown) => {
    const { status, changes } = setup({ state, ...known })
    status.settle()
    expect(status.get().state).toBe(shown)
    expect(changes).toEqual([state])
  })

  it('shows a session submitted elsewhere as processing', () => {
    const { status } = setup({ state: 'open', session: sessionView() })
    status.submit(sessionView(), false)
    status.settle()
    expect(status.get().state).toBe('processing')
  })

  it.each(['idle', 'processing', 'requires_input', 'error'] as const)('changes nothing while %s', (state) => {
    const { status, changes } = setup({ state, session: sessionView({ status: 'verified' }) })
    status.settle()
    expect([status.get().state, changes]).toEqual([state, []])
  })
})
