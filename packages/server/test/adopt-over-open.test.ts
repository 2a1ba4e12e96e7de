import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../src/facts.js'
import { createAdoptions } from '../src/services/adopt.js'
import { createApply } from '../src/services/apply.js'
import { createIntents } from '../src/services/intents.js'
import type { SessionRecord, Snapshot } from '../src/session.js'
import type { Reply } from '../src/stripe.js'
import { someId, TestStore } from './support/sqlite-store.js'

const CREATED = 1_700_000_000
const FREE = { maxAttempts: 0, maxSessionsPerUserPerDay: 0, maxSessionsPerDay: 0 }

describe('a verification adopted while the user has an open session', () => {
  let db: TestStore
  beforeAll(async () => {
    db = await TestStore.open()
  })
  afterAll(() => db.close())

  const verified = (): Snapshot => ({
    ...{ stripeId: someId('vs_'), mark: null, status: 'verified', lastError: null, redaction: null },
    ...{ type: 'document', livemode: false, created: CREATED, report: 'vr_1' },
  })
  const event = (snapshot: Snapshot): Fact => ({
    ...{ kind: 'event', id: someId('evt_'), created: CREATED + 200, birth: false, cause: 'webhook' },
    snapshot,
  })
  const apply = (fact: Fact) => createApply(db.store, 0)(fact)

  /** A user's open session and the verification that was adopted after it. */
  async function adopted() {
    const user = someId('')
    const known = { stripeId: someId('vs_'), status: 'requires_input', basis: 'word' } as const
    const own = await db.record(user, known)
    const reply: Reply = {
      ...{ snapshot: verified(), date: CREATED + 100, clientSecret: null, url: null, operatorView: {} },
    }
    const stripe = { retrieve: async () => reply }
    const adoptions = createAdoptions(db.store, stripe, (within) => createApply(within, 0))
    await adoptions.adopt(user, reply.snapshot.stripeId, 'host')
    const record = (await db.store.owned(user, reply.snapshot.stripeId)) as SessionRecord
    return { user, own, record, snapshot: reply.snapshot }
  }

  it('is the current session', async () => {
    const { user, record } = await adopted()
    expect((await db.store.newest(user))?.id).toBe(record.id)
    expect(record.status).toBe('verified')
  })

  it('becomes the open session if Stripe returns it to requires_input', async () => {
    const { user, own, record, snapshot } = await adopted()
    const taken = await apply(event({ ...snapshot, status: 'requires_input', report: 'vr_2' }))
    expect(taken).toMatchObject({ outcome: 'applied', record: { status: 'requires_input', open: true } })
    expect((await db.store.newest(user))?.id).toBe(record.id)
    expect((await db.present(own.id)).open).toBe(false)
  })

  it('is followed by a new session once it exceeds the maximum age', async () => {
    const { user, record } = await adopted()
    const intents = createIntents(db.store, FREE, ({ id }) => id === record.id)
    expect((await intents.claim(user)).fresh).toBe(true)
  })

  it('stays current even if the earlier session continues', async () => {
    const { user, own, record } = await adopted()
    const submitted = { ...verified(), stripeId: own.stripeId as string, status: 'processing' }
    await apply(event(submitted))
    expect(await db.present(own.id)).toMatchObject({ status: 'processing', open: false })
    expect((await db.store.newest(user))?.id).toBe(record.id)
  })
})
