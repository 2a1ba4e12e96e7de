import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SessionRecord } from '../../src/session.js'
import type { QueuedAct, Search, SearchFilter } from '../../src/store/operator-store.js'
import type { Effect, Store, StoreTransaction } from '../../src/store/store.js'

export interface Harness {
  /** Opens a store; every call in a test opens the same database. */
  open(livemode?: boolean): Promise<Store>
  /** All bytes of the database on disk; null if not available. */
  bytes(): Promise<Buffer | null>
  cleanUp(): Promise<void>
}

const NOW = 1_700_000_000

/** The behaviour of a store, tested with every database. */
export function storeSuite(name: string, prepare: () => Promise<Harness>): void {
  describe(`${name} store`, () => {
    let harness: Harness
    let store: Store
    const opened: Store[] = []
    const open = async (livemode = false) => {
      const result = await harness.open(livemode)
      opened.push(result)
      return result
    }

    beforeEach(async () => {
      harness = await prepare()
      store = await open()
    })
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close()
      await harness.cleanUp()
    })

    const insert = (user: string, on: Store = store, id: string = randomUUID()) =>
      on.write((tx) =>
        tx.insert({ id, user, type: 'document', attemptsBefore: 0, reservedDay: null, now: NOW }),
      )
    const save = (record: SessionRecord, changes: Partial<SessionRecord>, on: Store = store) =>
      on.write((tx) => tx.save({ ...record, ...changes }))
    const made = async (user: string, stripeId: string, changes: Partial<SessionRecord> = {}) => {
      const record = (await insert(user)) as SessionRecord
      await save(record, { stripeId, status: 'requires_input', ...changes })
      return record
    }

    it('returns records as they were written, field by field', async () => {
      const record = (await insert('ada')) as SessionRecord
      const changes = {
        stripeId: 'vs_1',
        status: 'requires_input',
        lastError: { code: 'document_expired', reason: 'The document is expired. ✓ ü' },
        attempts: 2,
        version: 7,
        updated: NOW + 5,
        lastEventAt: NOW + 4,
        lastReplyAt: NOW + 3,
        doubt: 'evt_1',
        canceledBy: 'user' as const,
      }
      await save(record, changes)
      expect(await store.byId(record.id)).toEqual({ ...record, ...changes, revision: 1 })
    })

    it('allows one open record per user, and the next once that one is closed', async () => {
      const first = (await insert('ada')) as SessionRecord
      expect(await insert('ada')).toBeNull()
      expect(await insert('bob')).not.toBeNull()
      await save(first, { open: false, stripeId: 'vs_1', status: 'canceled' })
      const second = (await insert('ada')) as SessionRecord
      await save(second, { stripeId: 'vs_2', status: 'requires_input' })
      expect((await store.newest('ada'))?.stripeId).toBe('vs_2')
      expect((await store.write((tx) => tx.lockNewest('ada')))?.id).toBe(second.id)
    })

    it('allows only one of many simultaneous inserts', async () => {
      const other = await open()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => insert('ada', index % 2 === 0 ? store : other)),
      )
      expect(results.filter((result) => result !== null)).toHaveLength(1)
    })

    it('returns a session only to its owner', async () => {
      await made('ada', 'vs_1')
      expect((await store.owned('ada', 'vs_1'))?.user).toBe('ada')
      expect(await store.owned('bob', 'vs_1')).toBeNull()
      expect(await store.owned('ada', 'vs_2')).toBeNull()
      expect(await store.newest('bob')).toBeNull()
    })

    it('does not return records without a session at Stripe', async () => {
      await insert('ada')
      expect(await store.newest('ada')).toBeNull()
    })

    it('separates test mode and live mode', async () => {
      await made('ada', 'vs_1')
      const live = await open(true)
      expect(await live.newest('ada')).toBeNull()
      expect(await live.owned('ada', 'vs_1')).toBeNull()
      expect(await insert('ada', live)).not.toBeNull()
      expect(await store.write((tx) => tx.recordEvent('evt_1', 'webhook'))).toBe(true)
      expect(await live.write((tx) => tx.recordEvent('evt_1', 'webhook'))).toBe(true)
      expect(await live.lastSignedAt()).toBeCloseTo(live.now(), -4)
      expect(await live.watched(0, 10)).toEqual([])
    })

    it('commits a transaction completely or not at all', async () => {
      const record = await made('ada', 'vs_1')
      const failing = store.write(async (tx: StoreTransaction) => {
        await tx.recordEvent('evt_1', 'webhook')
        await tx.save({ ...record, status: 'verified' })
        throw new Error('half way')
      })
      await expect(failing).rejects.toThrow('half way')
      expect((await store.byId(record.id))?.status).toBe('requires_input')
      expect(await store.write((tx) => tx.recordEvent('evt_1', 'webhook'))).toBe(true)
    })

    it('loses no update when two instances increment the same number', async () => {
      const record = await made('ada', 'vs_1')
      const other = await open()
      const raise = (on: Store) =>
        on.write(async (tx) => {
          const locked = (await tx.lock(record.id)) as SessionRecord
          await tx.save({ ...locked, attempts: locked.attempts + 1 })
        })
      await Promise.all(Array.from({ length: 20 }, (_, index) => raise(index % 2 === 0 ? store : other)))
      expect((await store.byId(record.id))?.attempts).toBe(20)
    })

    it('recognizes an event and an attempt that were recorded before', async () => {
      const { id } = await made('ada', 'vs_1')
      const event = (source: 'webhook' | 'events') => store.write((tx) => tx.recordEvent('evt_1', source))
      expect(await event('events')).toBe(true)
      expect(await store.lastSignedAt()).toBe(0)
      expect(await event('webhook')).toBe(false)
      expect(await store.lastSignedAt()).toBeCloseTo(store.now(), -4)
      const attempt = (report: string) => store.write((tx) => tx.recordAttempt(id, report))
      expect([await attempt('vr_1'), await attempt('vr_1'), await attempt('vr_2')]).toEqual([
        true,
        false,
        true,
      ])
    })

    it('uses the database’s clock instead of the process’s', async () => {
      const { id } = await made('ada', 'vs_1')
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
      try {
        // Read anew with each lease.
        await store.lease('rounds', 'one', 1_000)
        await store.write((tx) => tx.recordEvent('evt_1', 'webhook'))
        await store.write((tx) => tx.touch(id, { watchedUntil: store.now() + 1_000 }))
        const present = performance.timeOrigin + performance.now()
        expect(store.now()).toBeCloseTo(present, -4)
        expect(await store.lastSignedAt()).toBeCloseTo(present, -4)
        expect(await store.watched(store.now() + 10_000, 10)).toEqual([])
      } finally {
        vi.useRealTimers()
      }
    })

    it('deletes old events', async () => {
      await store.write((tx) => tx.recordEvent('evt_1', 'webhook'))
      await store.write((tx) => tx.prune(store.now() + 10_000))
      expect(await store.write((tx) => tx.recordEvent('evt_1', 'webhook'))).toBe(true)
    })

    it('lists records that are due for the reconciler', async () => {
      const watched = await made('ada', 'vs_1', { lookAt: 30 })
      await store.write((tx) => tx.touch(watched.id, { watchedUntil: 2_000 }))
      const later = await made('bob', 'vs_2')
      await store.write((tx) => tx.touch(later.id, { lookAt: 20 }))
      await made('cyd', 'vs_3', { status: 'verified', open: false, lookAt: null })
      const unfinished = (await insert('dan')) as SessionRecord
      const ids = (records: SessionRecord[]) => records.map((record) => record.id)
      expect(ids(await store.watched(1_999, 10))).toEqual([watched.id])
      expect(await store.watched(2_000, 10)).toEqual([])
      expect(await store.due(19, 10)).toEqual([])
      expect(ids(await store.due(30, 10))).toEqual([later.id, watched.id])
      expect(ids(await store.due(30, 1))).toEqual([later.id])
      expect(ids(await store.urgent((NOW + 60) * 1000, 10))).toEqual([unfinished.id])
      const doubtful = await made('eve', 'vs_5', { lookAt: 10, doubt: 'evt_1' })
      expect(ids(await store.urgent(30, 10))).toEqual([doubtful.id])
      expect(ids(await store.due((NOW + 60) * 1000, 10))).toEqual([later.id, watched.id])
    })

    it('wakes watchers after the commit, except those that were removed', async () => {
      const record = await made('ada', 'vs_1')
      // A notification carries no data and may come without a change, so the callback reads the record.
      const reads: Promise<SessionRecord | null>[] = []
      const stop = store.watch(record.id, () => reads.push(store.byId(record.id)))
      let stopped = 0
      store.watch(record.id, () => stopped++)()
      await save(record, { status: 'processing' })
      await expect
        .poll(async () => (await Promise.all(reads)).map((now) => now?.status))
        .toContain('processing')
      stop()
      await Promise.all(reads)
      expect(stopped).toBe(0)
    })

    it('leases a name to one holder at a time', async () => {
      expect(await store.lease('reconciler', 'a', 60_000)).toBe(true)
      expect(await store.lease('reconciler', 'b', 60_000)).toBe(false)
      expect(await store.lease('reconciler', 'a', -1)).toBe(true)
      await expect.poll(() => store.lease('reconciler', 'b', 60_000)).toBe(true)
    })

    it('stores settings', async () => {
      expect(await store.getSetting('cursor')).toBeNull()
      await store.write((tx) => tx.setSetting('cursor', '1'))
      await store.write((tx) => tx.setSetting('cursor', '2'))
      expect(await store.getSetting('cursor')).toBe('2')
    })

    it('keeps all data across a restart, and can be opened many times at once', async () => {
      await made('ada', 'vs_1')
      await store.close()
      const again = await Promise.all(Array.from({ length: 5 }, () => open()))
      for (const each of again) expect((await each.newest('ada'))?.stripeId).toBe('vs_1')
    })

    it('erases a person from its files', async () => {
      const reason = `reason-${randomUUID()}`
      const user = `user-${randomUUID()}`
      const record = await made(user, 'vs_1', { lastError: { code: 'document_expired', reason } })
      const transition = {
        ...{ sessionId: record.id, version: 2, at: NOW, from: null, to: 'requires_input' },
        ...{ cause: 'webhook' as const, errorCode: null, eventId: `evt-${reason}`, actor: user },
      }
      await store.write((tx) => tx.recordTransition(transition))
      const before = await harness.bytes()
      if (before !== null) expect(before.includes(user) && before.includes(reason)).toBe(true)
      await store.write(async (tx) => {
        const locked = (await tx.lock(record.id)) as SessionRecord
        await tx.save({ ...locked, user: null, lastError: null, redaction: 'processing', open: false })
        await tx.erase(record.id)
      })
      const after = await harness.bytes()
      if (after !== null) expect([after.includes(user), after.includes(reason)]).toEqual([false, false])
      expect((await store.newest(user))?.redaction).toBe('processing')
    })

    const attention = { maxAttempts: 3, doubtBefore: NOW, redactionBefore: NOW }
    const found = async (filter: SearchFilter, more: Partial<Search> = {}, on: Store = store) => {
      const page = await on.search({ filter, limit: 10, attention, ...more })
      return page.found.map(({ record }) => record.stripeId)
    }

    it('searches by each filter, in its own mode only', async () => {
      const ada = await made('ada', 'vs_1', { created: NOW + 1, status: 'verified', verifiedAt: NOW + 9 })
      await made('bob', 'vs_2', {
        created: NOW + 2,
        lastError: { code: 'document_expired', reason: null },
        attempts: 1,
      })
      await made('cyd', 'vs_3', { created: NOW + 3, doubt: 'evt_doubt' })
      await store.write((tx) =>
        tx.recordTransition({
          sessionId: ada.id,
          version: 2,
          at: NOW + 9,
          cause: 'webhook',
          from: 'processing',
          to: 'verified',
          errorCode: null,
          eventId: 'evt_ada',
          actor: null,
        }),
      )
      const searches: [SearchFilter, string[]][] = [
        [{}, ['vs_3', 'vs_2', 'vs_1']],
        [{ q: 'ada' }, ['vs_1']],
        [{ q: 'vs_2' }, ['vs_2']],
        [{ q: 'evt_ada' }, ['vs_1']],
        [{ q: 'evt_doubt' }, ['vs_3']],
        [{ q: ada.id }, ['vs_1']],
        [{ q: `${ada.id}:7` }, ['vs_1']],
        [{ q: 'nobody' }, []],
        [{ status: 'verified' }, ['vs_1']],
        [{ reason: 'document_expired' }, ['vs_2']],
        [{ stage: 'started' }, ['vs_2', 'vs_1']],
        [{ stage: 'submitted' }, ['vs_2', 'vs_1']],
        [{ stage: 'verified' }, ['vs_1']],
        [{ from: NOW + 2 }, ['vs_3', 'vs_2']],
        [{ until: NOW + 2 }, ['vs_1']],
        [{ status: 'requires_input', reason: 'document_expired' }, ['vs_2']],
      ]
      const live = await open(true)
      for (const [filter, expected] of searches) {
        expect([filter, await found(filter)]).toEqual([filter, expected])
        expect([filter, await found(filter, {}, live)]).toEqual([filter, []])
      }
    })

    it('pages in both directions, and reports whether there is more', async () => {
      const ids = ['vs_1', 'vs_2', 'vs_3', 'vs_4', 'vs_5']
      for (const id of ids) await made(`user of ${id}`, id, { created: NOW })
      const first = await store.search({ filter: {}, limit: 2, attention })
      const at = (page: typeof first, index: number) => page.found.at(index)?.record as SessionRecord
      const second = await store.search({ filter: {}, limit: 2, attention, after: at(first, -1) })
      const last = await store.search({ filter: {}, limit: 2, attention, after: at(second, -1) })
      const back = await store.search({ filter: {}, limit: 2, attention, before: at(last, 0) })
      expect([first, second, last].map(({ found: all, more }) => [all.length, more])).toEqual([
        [2, true],
        [2, true],
        [1, false],
      ])
      const all = [...first.found, ...second.found, ...last.found].map(({ record }) => record.stripeId)
      expect(all.toSorted()).toEqual(ids)
      expect(back).toEqual({ found: second.found, more: true })
    })

    it('finds sessions that need attention by each reason, also combined with other filters', async () => {
      const old = { updated: NOW - 5, lastEventAt: NOW - 5 }
      await made('fine', 'vs_0', old)
      await made('doubted', 'vs_1', { ...old, created: NOW + 1, doubt: 'evt_1' })
      await made('erased', 'vs_2', { ...old, created: NOW + 2, redaction: 'processing', status: 'verified' })
      const usedUp = await made('used-up', 'vs_3', {
        ...old,
        created: NOW + 3,
        attempts: 2,
        attemptsBefore: 1,
      })
      await made('forgiven', 'vs_4', {
        ...{ status: 'canceled', canceledBy: 'operator', attempts: 3, open: false },
      })
      const back = await made('taken-back', 'vs_5', { ...old, created: NOW + 5, status: 'verified' })
      await save(back, { ...old, created: NOW + 5, stripeId: 'vs_5', status: 'requires_input' })
      const untold = await made('untold', 'vs_6', { ...old, created: NOW + 6 })
      const untoldChange = {
        ...{ id: 'e1', sink: 'hook', sessionId: untold.id, version: 1, stripeId: 'vs_6', user: 'untold' },
        ...{ from: null, to: 'canceled', errorCode: null, at: NOW },
      }
      await store.write((tx) => tx.enqueueEffect(untoldChange))
      const [effect] = await store.claimEffects('hook', 1, 1)
      await store.failEffect(effect as Effect, null)
      expect(await found({ attention: true })).toEqual(['vs_6', 'vs_5', 'vs_3', 'vs_2', 'vs_1'])
      expect(await found({ attention: true }, { limit: 2 })).toEqual(['vs_6', 'vs_5'])
      expect(await found({ attention: true, status: 'verified' })).toEqual(['vs_2'])
      expect(await found({ attention: true, q: 'used-up' })).toEqual(['vs_3'])
      expect(await found({ attention: true, q: 'fine' })).toEqual([])
      const unlimited = { attention: { ...attention, maxAttempts: 0 } }
      expect(await found({ attention: true }, unlimited)).toEqual(['vs_6', 'vs_5', 'vs_2', 'vs_1'])
      const { found: all } = await store.search({ filter: { attention: true }, limit: 9, attention })
      expect(all.map(({ takenBack, setAside }) => [takenBack, setAside])).toEqual([
        [false, true],
        [true, false],
        [false, false],
        [false, false],
        [false, false],
      ])
      await store.write((tx) => tx.enqueueEffectAgain(untoldChange))
      await store.write((tx) => tx.erase(back.id))
      await save(usedUp, {
        ...old,
        created: NOW + 3,
        stripeId: 'vs_3',
        attempts: 3,
        status: 'canceled',
        open: false,
      })
      expect(await found({ attention: true })).toEqual(['vs_3', 'vs_2', 'vs_1'])
      await insert('used-up')
      expect(await found({ attention: true })).toEqual(['vs_2', 'vs_1'])
    })

    it('returns the intersection of combined filters, page by page', async () => {
      const codes = ['document_expired', 'abandoned', null]
      const statuses = ['requires_input', 'processing', 'verified', 'canceled']
      for (let index = 0; index < 24; index++) {
        const code = codes[index % 3] ?? null
        const status = statuses[index % 4] as string
        await made(`user-${index}`, `vs_${String(index).padStart(2, '0')}`, {
          ...{ created: NOW + index, updated: NOW - 5, lastEventAt: NOW - 5, status, attempts: index % 5 },
          lastError: code === null ? null : { code, reason: null },
          ...{ doubt: index % 7 === 0 ? `evt_${index}` : null, open: status === 'requires_input' },
        })
      }
      const all = { limit: 30 }
      const filters: SearchFilter[][] = [
        [{}, ...statuses.map((status) => ({ status }))],
        [{}, { reason: 'document_expired' }, { reason: 'never_seen' }],
        [{}, { stage: 'started' }, { stage: 'submitted' }, { stage: 'verified' }],
        [{}, { attention: true }],
        [{}, { from: NOW + 5, until: NOW + 17 }],
      ]
      const alone = new Map<SearchFilter, Set<string | null>>()
      for (const each of filters.flat()) alone.set(each, new Set(await found(each, all)))
      const everyone = await found({}, all)
      expect(everyone).toHaveLength(24)
      const together = filters.reduce<SearchFilter[][]>(
        (sets, kind) => sets.flatMap((set) => kind.map((each) => [...set, each])),
        [[]],
      )
      for (const parts of together) {
        const filter: SearchFilter = Object.assign({}, ...parts)
        const expected = everyone.filter((id) => parts.every((each) => alone.get(each)?.has(id)))
        expect([filter, await found(filter, all)]).toEqual([filter, expected])
      }
      const filter = { status: 'requires_input', stage: 'submitted' } as const
      const walked: (string | null)[] = []
      for (let after: SessionRecord | undefined, more = true; more; ) {
        const page = await store.search({ filter, limit: 2, attention, after })
        walked.push(...page.found.map(({ record }) => record.stripeId))
        after = page.found.at(-1)?.record
        more = page.more
      }
      expect(walked).toEqual(await found(filter, all))
    })

    it('keeps batches until they are complete, and hands each action to one caller at a time', async () => {
      const ids = ['vs_1', 'vs_2', 'vs_3']
      await store.enqueueActs('batch', 'cancel', 'olga', ids)
      expect(await (await open(true)).actsOf('batch')).toEqual([])
      const claims = await Promise.all([store.claimActs(2, 60_000), store.claimActs(2, 60_000)])
      expect(
        claims
          .flat()
          .map(({ stripeId }) => stripeId)
          .toSorted(),
      ).toEqual(ids)
      expect(await store.claimActs(9, 60_000)).toEqual([])
      const [first, second, third] = claims.flat().toSorted((a, b) => a.position - b.position)
      await store.endAct(first as QueuedAct, null)
      await store.endAct(second as QueuedAct, 'invalid_state')
      await store.delayAct(third as QueuedAct, 'stripe_unavailable', 0)
      expect((await store.claimActs(9, 60_000)).map(({ stripeId, tries }) => [stripeId, tries])).toEqual([
        ['vs_3', 1],
      ])
      expect(
        (await store.actsOf('batch')).map(({ stripeId, state, code }) => [stripeId, state, code]),
      ).toEqual([
        ['vs_1', 'done', null],
        ['vs_2', 'refused', 'invalid_state'],
        ['vs_3', 'waiting', 'stripe_unavailable'],
      ])
    })

    it('records delivered changes, resends them, and deletes them with the session', async () => {
      const record = await made('ada', 'vs_1')
      const effect = {
        ...{ id: `${record.id}:2`, sink: 'hook', sessionId: record.id, version: 2, stripeId: 'vs_1' },
        ...{ user: 'ada', from: 'processing', to: 'verified', errorCode: null, at: NOW },
      }
      const states = async () =>
        (await store.deliveries([record.id])).map(({ state, failures }) => [state, failures])
      expect(await states()).toEqual([])
      for (const round of [1, 2]) {
        await store.write((tx) => tx.enqueueEffectAgain(effect))
        await store.write((tx) => tx.enqueueEffectAgain(effect))
        expect([round, await states()]).toEqual([round, [['waiting', 0]]])
        const claimed = await store.claimEffects('hook', 5, 60_000)
        expect(claimed.map(({ id }) => id)).toEqual([effect.id])
        await store.finishEffect(claimed[0] as Effect)
        expect([round, await states()]).toEqual([round, [['told', 0]]])
      }
      await store.write((tx) => tx.enqueueEffect(effect))
      const [late] = await store.claimEffects('hook', 5, 60_000)
      await store.write((tx) => tx.erase(record.id))
      // The delivery was in progress at that moment.
      await store.finishEffect(late as Effect)
      expect(await states()).toEqual([])
    })

    it('counts sessions per stage of the funnel', async () => {
      const day = Math.floor(NOW / 86_400) * 86_400
      await made('a', 'vs_1', { created: day })
      await made('b', 'vs_2', { created: day + 1, lastError: { code: 'consent_declined', reason: null } })
      await made('c', 'vs_3', { created: day + 2, status: 'processing' })
      for (const [user, took] of [
        ['d', 10],
        ['e', 20],
        ['f', 300],
      ] as const) {
        const created = day + 86_400
        await made(user, `vs_${user}`, { created, status: 'verified', verifiedAt: created + took })
      }
      await insert('not-made')
      expect(await store.funnel(day, day + 3 * 86_400)).toEqual({
        days: [
          { day: '2023-11-14', created: 3, started: 2, submitted: 1, verified: 0 },
          { day: '2023-11-15', created: 3, started: 3, submitted: 3, verified: 3 },
        ],
        reasons: [{ code: 'consent_declined', count: 1 }],
        secondsToVerified: { count: 3, p50: 20, p90: 300 },
      })
      expect((await store.funnel(day + 1, day + 2)).days.map(({ created }) => created)).toEqual([1])
      expect(await store.funnel(0, day)).toMatchObject({ days: [], secondsToVerified: { p50: null } })
    })
  })
}
