import { expect, it } from 'vitest'
import { createWatch } from '../src/services/watch.js'
import type { SessionRecord } from '../src/session.js'
import type { Store } from '../src/store/store.js'
import { StoreError } from '../src/store/store-error.js'

/** A store of one record that can be away, and whose readers can be counted. */
function storeOf(record: SessionRecord) {
  const bells = new Set<() => void>()
  const state = { away: null as Error | null, reads: 0, record }
  const store: Pick<Store, 'owned' | 'watch'> = {
    owned: async () => {
      state.reads += 1
      if (state.away !== null) throw state.away
      return state.record
    },
    watch: (_id, wake) => {
      bells.add(wake)
      return () => bells.delete(wake)
    },
  }
  const wake = () => bells.forEach((bell) => void bell())
  return { state, wake, watch: createWatch(store as Store, () => {}) }
}

const RECORD = { id: 'row', stripeId: 'vs_1', version: 1 } as SessionRecord
const AWAY = new StoreError(new Error('gone'))

function hold({ watch }: ReturnType<typeof storeOf>, waitMs = 30_000) {
  const held = watch.hold('ada', 'vs_1', 1, waitMs, new AbortController().signal)
  held.catch(() => {})
  return held
}

it('a poll that waits outlives a store that is away for a moment, and hears the news without being woken', async () => {
  const one = storeOf(RECORD)
  const held = hold(one)
  await expect.poll(() => one.state.reads).toBe(2)
  one.state.away = AWAY
  one.wake()
  await expect.poll(() => one.state.reads).toBe(3)
  one.state.record = { ...RECORD, version: 2 }
  one.state.away = null
  expect((await held)?.version).toBe(2)
})

it('where the store is away at the beginning or at the end, a poll says so', async () => {
  const one = storeOf(RECORD)
  const held = hold(one, 50)
  await expect.poll(() => one.state.reads).toBe(2)
  one.state.away = AWAY
  await expect(held).rejects.toBe(AWAY)
  await expect(hold(one)).rejects.toBe(AWAY)
})

it('an error that is not the store’s ends the poll at once', async () => {
  const one = storeOf(RECORD)
  const held = hold(one)
  await expect.poll(() => one.state.reads).toBe(2)
  one.state.away = new TypeError('a bug')
  one.wake()
  await expect(held).rejects.toThrow('a bug')
})
