import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Apply, createApply } from '../src/services/apply.js'
import type { SessionRecord, Snapshot } from '../src/session.js'
import { openSqliteStore } from '../src/store/sqlite.js'
import type { Store } from '../src/store/store.js'
import { SEED } from './support/random.js'

/** What can happen to a session at Stripe, and between Stripe and us. */
type Step =
  | { does: 'submit' | 'pass' | 'fail' | 'decline' | 'cancel' | 'ask' | 'answer' }
  | { does: 'redact' | 'forget' }
  | { does: 'wait'; seconds: number }
  | { does: 'deliver'; which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ does: 'submit' as const }) },
  { weight: 2, arbitrary: fc.constant({ does: 'fail' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ does: 'pass' as const }, { does: 'decline' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'cancel' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('deliver' as const), which: fc.nat({ max: 50 }) }) },
  { weight: 2, arbitrary: fc.constantFrom({ does: 'ask' as const }, { does: 'answer' as const }) },
)

interface StripeEvent {
  id: string
  created: number
  snapshot: Snapshot
}

const withRedaction: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: step },
  { weight: 1, arbitrary: fc.constantFrom({ does: 'redact' as const }, { does: 'forget' as const }) },
)

/** A session at Stripe, as simple as FACTS (b) tells it, and the events it gave off. */
class Truth {
  now = 1_700_000_000
  snapshot: Snapshot
  readonly events: StripeEvent[] = []
  #reports = 0

  constructor(mark: string) {
    this.snapshot = {
      ...{
        stripeId: `vs_${randomUUID().replaceAll('-', '')}`,
        mark,
        status: 'requires_input',
        lastError: null,
      },
      ...{ redaction: null, type: 'document', livemode: false, created: this.now, report: null },
    }
    this.#event()
  }

  does(what: Step['does']): void {
    const { status } = this.snapshot
    if (what === 'submit' && status === 'requires_input')
      this.#become({ status: 'processing', lastError: null })
    if (what === 'pass' && status === 'processing')
      this.#become({ status: 'verified', report: this.#report() })
    if (what === 'fail' && status === 'processing') {
      const lastError = { code: 'document_unverified_other', reason: null }
      this.#become({ status: 'requires_input', lastError, report: this.#report() })
    }
    if (what === 'decline' && status === 'requires_input') {
      this.#become({ lastError: { code: 'consent_declined', reason: null } })
    }
    if (what === 'cancel' && status === 'requires_input')
      this.#become({ status: 'canceled', lastError: null })
    if (what === 'redact' && status !== 'processing' && this.snapshot.redaction === null) {
      const open = status === 'requires_input'
      const change = { status: open ? 'canceled' : status, lastError: null, report: null }
      this.#become({ ...change, redaction: 'processing', mark: null }, open)
    }
    if (what === 'forget' && this.snapshot.redaction === 'processing') this.#become({ redaction: 'redacted' })
  }

  #report(): string {
    this.#reports += 1
    return `vr_${this.snapshot.stripeId}_${this.#reports}`
  }

  #become(change: Partial<Snapshot>, told = true): void {
    this.snapshot = { ...this.snapshot, ...change }
    if (told) this.#event()
  }

  #event(): void {
    this.events.push({ id: `evt_${randomUUID()}`, created: this.now, snapshot: this.snapshot })
  }
}

/** The server's side: one record, replies under way, and how often it had to ask because of a doubt. */
class Ours {
  doubts = 0
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

  async deliver({ id, created, snapshot }: StripeEvent): Promise<void> {
    const applied = await this.apply({ kind: 'event', id, created, snapshot, cause: 'webhook' })
    if (applied.outcome === 'doubt') this.doubts += 1
  }

  async ask(truth: Truth): Promise<void> {
    this.#replies.push({ record: await this.record(), snapshot: truth.snapshot, date: truth.now })
  }

  async answer(): Promise<void> {
    const reply = this.#replies.shift()
    if (reply !== undefined) await this.apply({ kind: 'reply', cause: 'retrieve', ...reply })
  }

  async retrieve(truth: Truth): Promise<void> {
    const { snapshot, now } = truth
    const applied = await this.apply({
      ...{ kind: 'reply' as const, cause: 'retrieve' as const, date: now },
      ...{ record: await this.record(), snapshot },
    })
    expect(applied.outcome).toBe('applied')
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

  async function play(steps: Step[]): Promise<{ truth: Truth; ours: Ours; undelivered: Set<StripeEvent> }> {
    const id = randomUUID()
    await store.write((tx) =>
      tx.insert({ id, user: id, type: 'document', attemptsBefore: 0, reservedDay: null, now: 1_700_000_000 }),
    )
    const truth = new Truth(id)
    const ours = new Ours(store, createApply(store), id)
    const delivered = new Set<StripeEvent>()
    let version = 0
    for (const step of steps) {
      if (step.does === 'wait') truth.now += step.seconds
      else if (step.does === 'ask') await ours.ask(truth)
      else if (step.does === 'answer') await ours.answer()
      else if (step.does === 'deliver') {
        const event = truth.events[step.which % truth.events.length] as StripeEvent
        delivered.add(event)
        await ours.deliver(event)
      } else truth.does(step.does)
      const record = await ours.record()
      expect(record.version).toBeGreaterThanOrEqual(version)
      version = record.version
      if (record.status === 'verified') expect(truth.snapshot.status).toBe('verified')
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

  it('ends at the truth for every order and repetition of events, asking only where it marked a doubt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        async (steps, order) => {
          const { truth, ours, undelivered } = await play(steps)
          for (const event of shuffled([...undelivered], order)) await ours.deliver(event)
          if ((await ours.record()).doubt !== null) await ours.retrieve(truth)
          await expectTruth(ours, truth)
          const failed = truth.events.filter(
            ({ snapshot }) => snapshot.lastError?.code === 'document_unverified_other',
          )
          expect((await ours.record()).attempts).toBe(
            new Set(failed.map(({ snapshot }) => snapshot.report)).size,
          )
        },
      ),
      { seed: SEED, numRuns: 500, verbose: 1 },
    )
  })

  it('ends at the truth after any loss of events and one retrieve, and late events change nothing', async () => {
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
      { seed: SEED, numRuns: 500, verbose: 1 },
    )
  })

  it('keeps nothing of a person once a redaction is known, whatever comes late', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(withRedaction, { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        async (steps, order) => {
          // Its birth is known, as after every create: without metadata nothing else ties it to its record.
          const { truth, ours, undelivered } = await play([{ does: 'deliver', which: 0 }, ...steps])
          await ours.retrieve(truth)
          const told = await ours.record()
          expect([told.status, told.redaction]).toEqual([truth.snapshot.status, truth.snapshot.redaction])
          for (const event of shuffled([...undelivered], order)) await ours.deliver(event)
          const late = await ours.record()
          expect([late.status, late.redaction]).toEqual([truth.snapshot.status, truth.snapshot.redaction])
          if (truth.snapshot.redaction === null) return
          expect([late.user, late.lastError, late.doubt, late.open]).toEqual([null, null, null, false])
          // Who did it may stay; what was found out may not.
          expect((await store.history(late.id)).filter(({ errorCode }) => errorCode !== null)).toEqual([])
        },
      ),
      { seed: SEED, numRuns: 500, verbose: 1 },
    )
  })

  it('asks nothing where events come in order, one a second', async () => {
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
