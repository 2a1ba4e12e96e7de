import { expect, it } from 'vitest'
import { createWatch } from '../src/services/watch.js'
import type { SessionRecord } from '../src/session.js'
import type { Store } from '../src/store/store.js'
import { StoreError } from '../src/store/store-error.js'

/** A store of one record that can be unavailable and that counts its reads. */
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

it('a held poll survives a short outage of the store, and returns the change without a notification', async () => {
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

it('a poll fails if the store is unavailable at its start or its end', async () => {
  const one = storeOf(RECORD)
  const held = hold(one, 50)
  await expect.poll(() => one.state.reads).toBe(2)
  one.state.away = AWAY
  await expect(held).rejects.toBe(AWAY)
  await expect(hold(one)).rejects.toBe(AWAY)
})

it('an error outside the store ends the poll at once', async () => {
  const one = storeOf(RECORD)
  const held = hold(one)
  await expect.poll(() => one.state.reads).toBe(2)
  one.state.away = new TypeError('a bug')
  one.wake()
  await expect(held).rejects.toThrow('a bug')
})
