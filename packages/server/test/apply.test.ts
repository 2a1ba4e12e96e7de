import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventFact, Fact, NudgeFact, ReplyFact } from '../src/facts.js'
import { createApply } from '../src/services/apply.js'
import type { SessionRecord, Snapshot } from '../src/session.js'
import type { Store, StoreTransaction } from '../src/store/store.js'
import { someId, TestStore } from './support/sqlite-store.js'

const ERROR = { code: 'document_expired', reason: 'It is out of date.' }
const CREATED = 1_700_000_000

let db: TestStore
beforeAll(async () => {
  db = await TestStore.open()
})
afterAll(() => db.close())

const apply = (fact: Fact, maxAttempts = 0) => createApply(db.store, maxAttempts)(fact)

/** A session of a new user that exists at Stripe and was not submitted yet. */
const started = (changes: Partial<SessionRecord> = {}) =>
  db.record(someId(''), {
    ...{ stripeId: someId('vs_'), status: 'requires_input', basis: 'word', created: CREATED },
    ...changes,
  })

function snapshotOf(record: SessionRecord, change: Partial<Snapshot> = {}): Snapshot {
  return {
    ...{ stripeId: record.stripeId ?? someId('vs_'), mark: record.id, status: 'requires_input' },
    ...{ lastError: null, redaction: null, type: 'document', livemode: false, created: CREATED },
    ...{ report: null, ...change },
  }
}
const event = (record: SessionRecord, snapshot: Partial<Snapshot> = {}, more: Partial<EventFact> = {}) =>
  ({
    ...{ kind: 'event', id: someId('evt_'), created: CREATED + 100, birth: false, cause: 'webhook' },
    ...{ snapshot: snapshotOf(record, snapshot), ...more },
  }) satisfies EventFact as EventFact
const reply = (record: SessionRecord, snapshot: Partial<Snapshot> = {}, more: Partial<ReplyFact> = {}) =>
  ({
    ...{ kind: 'reply', record, date: CREATED + 100, cause: 'retrieve' },
    ...{ snapshot: snapshotOf(record, snapshot), ...more },
  }) satisfies ReplyFact as ReplyFact
const nudge = (stripeId: string): NudgeFact => ({
  ...{ kind: 'nudge', id: someId('evt_'), stripeId, cause: 'webhook' },
})
const failed = (report = someId('vr_')) => ({ lastError: ERROR, report })
const CANCELED = { status: 'canceled', lastError: null }

/** Matches seconds that were read a moment ago. */
const aMomentAgo = (at: number) => Math.abs(at - Date.now() / 1000) < 60

describe('an event', () => {
  it('updates the record and adds a history entry with its id and time', async () => {
    const record = await started()
    const fact = event(record, failed())
    const { outcome, record: after } = await apply(fact)
    expect(outcome).toBe('applied')
    expect(after).toEqual(await db.present(record.id))
    expect(after).toMatchObject({ status: 'requires_input', lastError: ERROR, version: record.version + 1 })
    expect(aMomentAgo(after?.updated ?? 0)).toBe(true)
    const history = await db.store.history(record.id)
    expect(history).toEqual([
      {
        ...{ sessionId: record.id, version: after?.version, at: after?.updated, cause: 'webhook' },
        ...{ from: 'requires_input', to: 'requires_input', errorCode: ERROR.code, eventId: fact.id },
        actor: null,
      },
    ])
  })

  it('is applied once', async () => {
    const record = await started()
    const fact = event(record, { status: 'processing' })
    await apply(fact)
    const before = await db.present(record.id)
    expect(await apply(fact)).toEqual({ outcome: 'duplicate', record: null })
    expect(await db.present(record.id)).toEqual(before)
  })

  it('that does not change the record adds no history entry', async () => {
    const record = await started({ lastError: ERROR })
    expect((await apply(event(record, { lastError: ERROR }))).outcome).toBe('applied')
    expect(await db.store.history(record.id)).toEqual([])
  })

  it.each([
    [null, ERROR],
    [ERROR, null],
    [{ code: 'selfie_manipulated', reason: null }, ERROR],
  ])('that changes the error from %o to %o adds a history entry', async (before, after) => {
    const record = await started({ lastError: before })
    await apply(event(record, { lastError: after }))
    expect(await db.store.history(record.id)).toMatchObject([{ errorCode: after?.code ?? null }])
  })

  it('of uncertain order stores its id as a doubt and ignores its contents', async () => {
    const record = await started({ lastEventAt: CREATED + 100 })
    const fact = event(record, failed())
    const { outcome, record: after } = await apply(fact)
    expect(outcome).toBe('doubt')
    expect(after).toMatchObject({ lastError: null, doubt: fact.id, attempts: 0 })
    expect((after?.lookAt ?? 0) - Date.now()).toBeLessThan(2_000)
    expect(await db.store.history(record.id)).toEqual([])
  })

  it('of a session that was not created here is unknown', async () => {
    const elsewhere = snapshotOf(await started(), { stripeId: someId('vs_'), mark: null })
    const foreign = { ...elsewhere, mark: randomUUID() }
    for (const snapshot of [elsewhere, foreign]) {
      const fact: Fact = { ...event(await started()), snapshot }
      expect(await apply(fact)).toEqual({ outcome: 'unknown', record: null })
      expect((await apply(fact)).outcome).toBe('duplicate')
    }
  })

  it('finds the record by its mark when the reply to the create was lost', async () => {
    const record = await db.record(someId(''))
    const stripeId = someId('vs_')
    const { outcome, record: after } = await apply(event(record, { stripeId, status: 'processing' }))
    expect([outcome, after?.id, after?.stripeId]).toEqual(['applied', record.id, stripeId])
  })

  it('prefers the record with its session id to the one with its mark', async () => {
    const [record, other] = [await started(), await db.record(someId(''))]
    const { record: after } = await apply(event(record, { mark: other.id, status: 'processing' }))
    expect(after?.id).toBe(record.id)
    expect(await db.present(other.id)).toEqual(other)
  })

  it('with the mark of a record that has another session is unknown', async () => {
    const record = await started()
    const copied = event(record, { stripeId: someId('vs_'), status: 'processing' })
    expect(await apply(copied)).toEqual({ outcome: 'unknown', record: null })
    expect(await db.present(record.id)).toEqual(record)
  })

  it('finds a record that the reply to its create completed in the meantime', async () => {
    const record = await db.record(someId(''))
    const stripeId = someId('vs_')
    const slow = around(db.store, (tx) => ({
      ...tx,
      async lockByStripeId(id) {
        const known = await tx.lockByStripeId(id)
        await tx.save({ ...record, stripeId, status: 'requires_input' })
        return known
      },
    }))
    const fact = event(record, { stripeId, status: 'processing' })
    expect((await createApply(slow, 0)(fact)).outcome).toBe('applied')
    expect((await db.present(record.id)).status).toBe('processing')
  })

  it('shares its transaction with other events, while a reply has a transaction of its own', async () => {
    const used: string[] = []
    const noting: Store = {
      ...db.store,
      write: (work) => {
        used.push('write')
        return db.store.write(work)
      },
      writeTogether: (stripeId, work) => {
        used.push('writeTogether')
        return db.store.writeTogether(stripeId, work)
      },
    }
    const record = await started()
    const facts = [event(record), nudge(record.stripeId as string), reply(record)]
    for (const fact of facts) await createApply(noting, 0)(fact)
    expect(used).toEqual(['writeTogether', 'writeTogether', 'write'])
  })
})

describe('a thin event', () => {
  it('stores a doubt, is applied once, and changes nothing that a browser sees', async () => {
    const record = await started()
    const fact = nudge(record.stripeId as string)
    expect(await apply(fact)).toMatchObject({ outcome: 'doubt', record: { doubt: fact.id, version: 0 } })
    expect((await apply(fact)).outcome).toBe('duplicate')
    expect(await db.store.history(record.id)).toEqual([])
  })

  it('for an unknown session does not block the classic event with the same id', async () => {
    const record = await db.record(someId(''))
    const stripeId = someId('vs_')
    const fact = nudge(stripeId)
    expect(await apply(fact)).toEqual({ outcome: 'unknown', record: null })
    const classic = event(record, { stripeId, status: 'processing' }, { id: fact.id })
    expect((await apply(classic)).outcome).toBe('applied')
  })
})

describe('a reply', () => {
  it('adds a history entry with its cause and without an event', async () => {
    const record = await started()
    await apply(reply(record, { status: 'processing' }, { cause: 'update' }))
    expect(await db.store.history(record.id)).toMatchObject([
      { cause: 'update', from: 'requires_input', to: 'processing', eventId: null, actor: null },
    ])
  })

  it('records the operator who made the request, even without a change', async () => {
    const record = await started()
    await apply(reply(record, {}, { cause: 'update', actor: 'olga' }))
    expect(await db.store.history(record.id)).toMatchObject([{ actor: 'olga', to: 'requires_input' }])
  })

  it('that was overtaken is stale and changes nothing', async () => {
    const record = await started()
    await apply(event(record, { status: 'processing' }))
    const now = await db.present(record.id)
    const late = reply(record, failed())
    expect(await apply(late)).toEqual({ outcome: 'stale', record: now })
    expect(await db.present(record.id)).toEqual(now)
  })
})

describe('a 404 from Stripe', () => {
  it('closes the record of the request', async () => {
    const record = await started()
    const { outcome, record: after } = await apply({ kind: 'missing', record, trusted: true, actor: 'olga' })
    expect(outcome).toBe('applied')
    expect(after).toMatchObject({ id: record.id, status: 'canceled', canceledBy: 'missing', open: false })
    expect(await db.store.history(record.id)).toMatchObject([
      { cause: 'missing', to: 'canceled', eventId: null, actor: 'olga' },
    ])
  })

  it('for a record that no longer exists is unknown', async () => {
    const record = { ...(await started()), id: randomUUID() }
    expect(await apply({ kind: 'missing', record, trusted: true })).toEqual({
      ...{ outcome: 'unknown', record: null },
    })
  })
})

describe('failed attempts', () => {
  it('are counted once per report', async () => {
    const record = await started()
    const first = failed()
    const told = [
      event(record, first),
      event(record, first, { created: CREATED + 200 }),
      event(record, { status: 'processing' }, { created: CREATED + 300 }),
      event(record, failed(), { created: CREATED + 400 }),
    ]
    const counts = []
    for (const fact of told) counts.push((await apply(fact)).record?.attempts)
    expect(counts).toEqual([1, 1, 1, 2])
  })

  it.each<[string, Partial<Snapshot>]>([
    ['for a report that passed', { status: 'processing', report: 'vr_passed' }],
    ['for declined consent, which has no report', { lastError: ERROR }],
    ['in a session that is being redacted', { ...failed(), redaction: 'processing' }],
  ])('are not counted %s', async (_what, change) => {
    const record = await started()
    expect((await apply(event(record, change))).record?.attempts).toBe(0)
  })

  it('close the session when the limit is reached, and not before', async () => {
    const [below, reached] = [await started(), await started({ attemptsBefore: 1 })]
    expect((await apply(event(below, failed()), 2)).record?.canceledBy).toBeNull()
    expect((await apply(event(reached, failed()), 2)).record?.canceledBy).toBe('limit')
  })
})

describe('a cancel', () => {
  it.each([
    ['user', 'user'],
    ['operator', 'operator'],
    ['limit', 'limit'],
    [null, null],
  ] as const)(
    'requested by %s and confirmed by an event has the actor %s in the history',
    async (canceledBy, actor) => {
      const record = await started({ canceledBy })
      await apply(event(record, CANCELED))
      expect(await db.store.history(record.id)).toMatchObject([{ to: 'canceled', actor }])
    },
  )

  it('that is not confirmed has no actor while the session continues', async () => {
    const record = await started({ canceledBy: 'user' })
    await apply(event(record, { status: 'processing' }))
    expect(await db.store.history(record.id)).toMatchObject([{ to: 'processing', actor: null }])
  })

  it('that is confirmed later adds no second entry', async () => {
    const guessed = { status: 'canceled', basis: 'guess', canceledBy: 'user', open: false } as const
    const record = await started(guessed)
    await apply(event(record, CANCELED))
    expect(await db.store.history(record.id)).toEqual([])
  })
})

describe('a redaction', () => {
  it('removes the history and keeps the operator who requested it', async () => {
    const record = await started()
    await apply(event(record, failed()))
    const asked = await db.present(record.id)
    await apply(reply(asked, { redaction: 'processing' }, { cause: 'redact', actor: 'olga' }))
    expect(await db.present(record.id)).toMatchObject({ user: null, lastError: null, open: false })
    expect(await db.store.history(record.id)).toMatchObject([{ cause: 'redact', actor: 'olga' }])
    await apply(event(record, { redaction: 'redacted', mark: null }, { created: CREATED + 900 }))
    expect((await db.present(record.id)).redaction).toBe('redacted')
    expect(await db.store.history(record.id)).toMatchObject([{ cause: 'redact', actor: 'olga' }])
  })

  it('reported by an event adds no entry, even if a cancel was requested before', async () => {
    const record = await started({ canceledBy: 'operator' })
    await apply(event(record, { ...CANCELED, redaction: 'processing' }))
    expect((await db.present(record.id)).status).toBe('canceled')
    expect(await db.store.history(record.id)).toEqual([])
  })
})

describe('a session that leaves a final status', () => {
  const CLOSED = { status: 'canceled', basis: 'guess', canceledBy: 'missing', open: false } as const

  it('is open again if no other session followed it', async () => {
    const record = await started(CLOSED)
    expect((await apply(event(record, failed()))).record?.open).toBe(true)
  })

  it('is open again when Stripe overrides its verification', async () => {
    const record = await started({ status: 'verified', open: false })
    expect((await apply(event(record, failed()))).record?.open).toBe(true)
  })

  it.each<[boolean, Partial<SessionRecord>]>([
    [false, { status: 'requires_input', basis: 'word' }],
    [false, { status: 'verified', basis: 'word', open: false }],
    [true, CLOSED],
  ])('is open: %s, if the session that followed is %o', async (open, change) => {
    const record = await started(CLOSED)
    await db.record(record.user as string, { stripeId: someId('vs_'), ...change })
    expect((await apply(event(record, failed()))).record?.open).toBe(open)
  })

  it('stays open if it was never closed', async () => {
    const record = await started()
    const stripeId = someId('vs_')
    const adopted = { stripeId, open: false, behind: false }
    await db.record(record.user as string, { status: 'verified', basis: 'word' }, adopted)
    expect((await apply(event(record, { status: 'processing' }))).record?.open).toBe(true)
  })
})

describe('an effect of a change', () => {
  it('gets the record before and after the change, in the given order', async () => {
    const record = await started()
    const seen: unknown[] = []
    const note =
      (name: string) => async (_tx: StoreTransaction, before: SessionRecord, after: SessionRecord) =>
        void seen.push([name, before, after.status])
    await createApply(db.store, 0, [note('first'), note('second')])(event(record, { status: 'processing' }))
    expect(seen).toEqual([
      ['first', record, 'processing'],
      ['second', record, 'processing'],
    ])
  })

  it('that fails rolls back the change and the event', async () => {
    const record = await started()
    const fact = event(record, { status: 'processing' })
    const broken = createApply(db.store, 0, [() => Promise.reject(new Error('no'))])
    await expect(broken(fact)).rejects.toThrow('no')
    expect(await db.present(record.id)).toEqual(record)
    expect((await apply(fact)).outcome).toBe('applied')
  })
})

/** The store with other operations inside its transactions. */
function around(store: Store, change: (tx: StoreTransaction) => StoreTransaction): Store {
  return { ...store, writeTogether: (_, work) => store.write((tx) => work(change(tx))) }
}
