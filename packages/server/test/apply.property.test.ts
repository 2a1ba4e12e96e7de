import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Apply, createApply } from '../src/services/apply.js'
import { isFailed, type SessionRecord, type Snapshot } from '../src/session.js'
import { openSqliteStore } from '../src/store/sqlite.js'
import type { Store } from '../src/store/store.js'
import { judge } from '../src/truth.js'
import { EFFORT, SEED } from './support/random.js'
import {
  type Act,
  acted,
  born,
  eventFact,
  later,
  type ModelEvent,
  type StripeSession,
} from './support/stripe-model.js'

type Step =
  | { does: Act }
  | { does: 'ask' | 'answer' }
  | { does: 'wait'; seconds: number }
  | { does: 'deliver'; which: number }

const act = (...acts: Act[]) => fc.constantFrom(...acts.map((does) => ({ does })))

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: act('submit') },
  { weight: 2, arbitrary: act('fail', 'pass') },
  { weight: 2, arbitrary: act('take_back', 'pass_review') },
  { weight: 1, arbitrary: act('decline', 'cancel') },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('deliver' as const), which: fc.nat({ max: 50 }) }) },
  { weight: 2, arbitrary: fc.constantFrom({ does: 'ask' as const }, { does: 'answer' as const }) },
)

const withRedaction: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: step },
  { weight: 1, arbitrary: act('redact', 'forget') },
)

/** A session at Stripe that actions change in place. */
class Truth {
  #session: StripeSession

  constructor(mark: string) {
    this.#session = born(`vs_${randomUUID().replaceAll('-', '')}`, mark)
  }

  get snapshot(): Snapshot {
    return this.#session.snapshot
  }

  get now(): number {
    return this.#session.now
  }

  get events(): readonly ModelEvent[] {
    return this.#session.events
  }

  wait(seconds: number): void {
    this.#session = later(this.#session, seconds)
  }

  does(what: Act): void {
    this.#session = acted(this.#session, what) ?? this.#session
  }
}

/** The server's side: one record, pending replies, and the number of retrieves because of a doubt. */
class Ours {
  doubts = 0
  /** The reports of the failed snapshots that were counted. */
  readonly reports = new Set<string | null>()
  readonly store: Store
  readonly apply: Apply
  readonly id: string
  readonly #replies: { record: SessionRecord; snapshot: Snapshot; date: number }[] = []

  constructor(store: Store, apply: Apply, id: string) {
    this.store = store
    this.apply = apply
    this.id = id
  }

  async record(): Promise<SessionRecord> {
    return (await this.store.byId(this.id)) as SessionRecord
  }

  async deliver(event: ModelEvent): Promise<void> {
    const before = await this.record()
    const fact = eventFact(event)
    const counts = isFailed(event.snapshot) && judge(before, fact) === 'write'
    const applied = await this.apply(fact)
    if (applied.outcome === 'doubt') this.doubts += 1
    if (applied.outcome === 'applied' && counts) this.reports.add(event.snapshot.report)
  }

  async ask(truth: Truth): Promise<void> {
    this.#replies.push({ record: await this.record(), snapshot: truth.snapshot, date: truth.now })
  }

  async answer(): Promise<void> {
    const reply = this.#replies.shift()
    if (reply === undefined) return
    const applied = await this.apply({ kind: 'reply', cause: 'retrieve', ...reply })
    if (applied.outcome === 'applied') await this.#count(reply.snapshot)
  }

  async retrieve(truth: Truth): Promise<void> {
    const { snapshot, now } = truth
    const applied = await this.apply({
      ...{ kind: 'reply' as const, cause: 'retrieve' as const, date: now },
      ...{ record: await this.record(), snapshot },
    })
    expect(applied.outcome).toBe('applied')
    await this.#count(snapshot)
  }

  /** A reply that was applied and that matches the record. */
  async #count(snapshot: Snapshot): Promise<void> {
    const { status, lastError, redaction } = await this.record()
    const isTaken = status === snapshot.status && lastError?.code === snapshot.lastError?.code
    if (isTaken && redaction === null && isFailed(snapshot)) this.reports.add(snapshot.report)
  }
}

describe('apply', { timeout: 240_000 }, () => {
  let folder: string
  let store: Store
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-apply-'))
    store = await openSqliteStore(join(folder, 'identity.db'), false)
  })
  afterAll(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  async function play(steps: Step[]): Promise<{ truth: Truth; ours: Ours; undelivered: Set<ModelEvent> }> {
    const id = randomUUID()
    await store.write((tx) =>
      tx.insert({ id, user: id, type: 'document', attemptsBefore: 0, reservedDay: null, now: 1_700_000_000 }),
    )
    const truth = new Truth(id)
    const ours = new Ours(store, createApply(store, 0), id)
    const delivered = new Set<ModelEvent>()
    let version = 0
    for (const step of steps) {
      if (step.does === 'wait') truth.wait(step.seconds)
      else if (step.does === 'ask') await ours.ask(truth)
      else if (step.does === 'answer') await ours.answer()
      else if (step.does === 'deliver') {
        const event = truth.events[step.which % truth.events.length] as ModelEvent
        delivered.add(event)
        await ours.deliver(event)
      } else truth.does(step.does)
      const record = await ours.record()
      expect(record.version).toBeGreaterThanOrEqual(version)
      version = record.version
      if (record.status === 'verified')
        expect(truth.events.map(({ snapshot }) => snapshot.status)).toContain('verified')
    }
    return { truth, ours, undelivered: new Set(truth.events.filter((event) => !delivered.has(event))) }
  }

  async function expectTruth(ours: Ours, truth: Truth): Promise<void> {
    const { status, lastError, stripeId, doubt } = await ours.record()
    const { snapshot } = truth
    expect({ status, lastError, stripeId, doubt }).toEqual({
      ...{ status: snapshot.status, lastError: snapshot.lastError },
      ...{ stripeId: snapshot.stripeId, doubt: null },
    })
  }

  it("reaches Stripe's state for every order and repetition of events, and retrieves only for a doubt", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        async (steps, order) => {
          const { truth, ours, undelivered } = await play(steps)
          for (const event of shuffled([...undelivered], order)) await ours.deliver(event)
          if ((await ours.record()).doubt !== null) await ours.retrieve(truth)
          await expectTruth(ours, truth)
          expect((await ours.record()).attempts).toBe(ours.reports.size)
        },
      ),
      { seed: SEED, numRuns: 100 * EFFORT, verbose: 1 },
    )
  })

  it("reaches Stripe's state by one retrieve after any loss of events, and ignores late events", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { truth, ours, undelivered } = await play([...steps, { does: 'deliver', which: 0 }])
        await ours.retrieve(truth)
        await expectTruth(ours, truth)
        const { status, lastError } = await ours.record()
        for (const event of undelivered) await ours.deliver(event)
        if ((await ours.record()).doubt !== null) await ours.retrieve(truth)
        expect(await ours.record()).toMatchObject({ status, lastError, doubt: null })
      }),
      { seed: SEED, numRuns: 100 * EFFORT, verbose: 1 },
    )
  })

  it('keeps no personal data after a redaction, whatever arrives late', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(withRedaction, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        async (steps, order) => {
          // The created event is delivered, as after every create: without metadata only it links the session to its record.
          const { truth, ours, undelivered } = await play([{ does: 'deliver', which: 0 }, ...steps])
          await ours.retrieve(truth)
          const told = await ours.record()
          expect([told.status, told.redaction]).toEqual([truth.snapshot.status, truth.snapshot.redaction])
          for (const event of shuffled([...undelivered], order)) await ours.deliver(event)
          const late = await ours.record()
          expect([late.status, late.redaction]).toEqual([truth.snapshot.status, truth.snapshot.redaction])
          if (truth.snapshot.redaction === null) return
          expect([late.user, late.lastError, late.doubt, late.open]).toEqual([null, null, null, false])
          // The actor may stay; the findings may not.
          expect((await store.history(late.id)).filter(({ errorCode }) => errorCode !== null)).toEqual([])
        },
      ),
      { seed: SEED, numRuns: 100 * EFFORT, verbose: 1 },
    )
  })

  it('makes no request when events arrive in order, one a second', async () => {
    const pass: Step[] = [{ does: 'wait', seconds: 1 }, { does: 'submit' }, { does: 'deliver', which: 1 }]
    const { ours, truth } = await play([
      ...{ 0: [{ does: 'deliver', which: 0 }] as Step[] }[0],
      ...pass,
      ...([{ does: 'wait', seconds: 1 }, { does: 'fail' }, { does: 'deliver', which: 2 }] as Step[]),
      ...([{ does: 'wait', seconds: 1 }, { does: 'submit' }, { does: 'deliver', which: 3 }] as Step[]),
      ...([{ does: 'wait', seconds: 1 }, { does: 'pass' }, { does: 'deliver', which: 4 }] as Step[]),
    ])
    await expectTruth(ours, truth)
    expect(ours.doubts).toBe(0)
    expect((await ours.record()).version).toBeGreaterThanOrEqual(5)
  })
})

function shuffled<T>(items: T[], order: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, rank: order.next().value as number }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
