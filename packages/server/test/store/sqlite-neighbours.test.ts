import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SqliteDatabase } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionRecord } from '../../src/session.js'
import { openSqliteStore } from '../../src/store/sqlite.js'
import { openSqliteDatabase } from '../../src/store/sqlite-database.js'
import type { Effect, Store } from '../../src/store/store.js'

const USER = 'user-of-whom-nothing-may-stay'

describe('a SQLite file shared with other connections', () => {
  let folder: string
  let path: string
  let store: Store
  let neighbour: SqliteDatabase
  const opened: Store[] = []
  const open = async (at: string) => {
    const result = await openSqliteStore(at, false)
    opened.push(result)
    return result
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-neighbours-'))
    path = join(folder, 'identity.db')
    store = await open(path)
    neighbour = await openSqliteDatabase(path)
  })
  afterEach(async () => {
    neighbour.close()
    for (const each of opened.splice(0)) await each.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  const run = (text: string) => {
    const statement = neighbour.prepare(text)
    if (statement.reader) statement.all([])
    else statement.run([])
  }
  const told = async (): Promise<Effect> => {
    const effect = { id: 'a:1', sink: 'hook', sessionId: 'a', version: 1, stripeId: 'vs_1', user: USER }
    const change = { from: null, to: 'verified', errorCode: null, at: 1 }
    await store.write((tx) => tx.enqueueEffect({ ...effect, ...change }))
    return (await store.claimEffects('hook', 1, 60_000))[0] as Effect
  }
  async function made(): Promise<SessionRecord> {
    const at = { type: 'document', attemptsBefore: 0, reservedDay: null, now: 1 }
    const record = (await store.write((tx) => tx.insert({ id: 'a', user: USER, ...at }))) as SessionRecord
    await store.write((tx) => tx.save({ ...record, stripeId: 'vs_1', status: 'verified', open: false }))
    return { ...record, stripeId: 'vs_1', status: 'verified', open: false, revision: 1 }
  }
  const erase = (record: SessionRecord) =>
    store.write(async (tx) => {
      await tx.save({ ...record, user: null, redaction: 'redacted' })
      await tx.erase(record.id)
    })
  const holds = async (at: string) =>
    Buffer.concat(await Promise.all((await readdir(at)).map((name) => readFile(join(at, name))))).includes(
      USER,
    )

  it('makes a statement outside of a transaction wait for another writer, as a transaction does', async () => {
    const effect = await told()
    run('begin immediate')
    const done = [store.finishEffect(effect), store.lease('reconciler', 'a', 1_000)]
    const early = await Promise.race([Promise.allSettled(done), new Promise((go) => setTimeout(go, 300))])
    expect(early).toBeUndefined()
    run('commit')
    await Promise.all(done)
    expect(await store.claimEffects('hook', 1, 1_000)).toEqual([])
  })

  it('has its log truncated as soon as other readers finish, so that erased data disappears', async () => {
    const record = await made()
    run('begin')
    run('select count(*) from stripe_identity_sessions')
    await erase(record)
    expect(await holds(folder)).toBe(true)
    run('commit')
    await expect.poll(() => holds(folder)).toBe(false)
    expect((await store.newest(USER))?.redaction).toBe('redacted')
  })

  it('has its log truncated at the start after a crash', async () => {
    const record = await made()
    run('begin')
    run('select count(*) from stripe_identity_sessions')
    await erase(record)
    // A killed process leaves its files as they are.
    const left = join(folder, 'left')
    await mkdir(left)
    for (const end of ['', '-wal']) await copyFile(path + end, join(left, `identity.db${end}`))
    run('commit')
    expect(await holds(left)).toBe(true)
    const again = await open(join(left, 'identity.db'))
    expect(await holds(left)).toBe(false)
    expect((await again.newest(USER))?.redaction).toBe('redacted')
  })

  it('stays writable while a summary is computed', async () => {
    run(`insert into stripe_identity_sessions
      (id, basis, livemode, user_key, ordinal, stripe_id, status, type, open, attempts_before, attempts, version, revision,
       created, updated, verified_at, last_event_at, last_reply_at, create_try, watched_until)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 40000)
      select 'id' || i, 'stripe', 0, 'user' || i, 1, 'vs_' || i, case i % 4 when 0 then 'verified' else 'canceled' end,
       'document', 0, 0, 0, 1, 1, 1700000000 + i * 10, 0,
       case i % 4 when 0 then 1700000000 + i * 10 + i / 400 end, 0, 0, 1, 0 from n`)
    let turns = 0
    let over = false
    const turn = () => {
      turns++
      if (!over) setImmediate(turn)
    }
    setImmediate(turn)
    const summary = await store.summary(0)
    over = true
    expect(turns).toBeGreaterThanOrEqual(8)
    expect(summary.byStatus).toEqual({ verified: 10_000, canceled: 30_000 })
    expect(summary.verifiedAfter).toEqual({ count: 10_000, median: 50, p90: 90 })
    expect(Object.values(summary.byDay).reduce((sum, count) => sum + count)).toBe(40_000)
    expect(Object.keys(summary.byDay)).toEqual(Object.keys(summary.byDay).toSorted())
  })
})
