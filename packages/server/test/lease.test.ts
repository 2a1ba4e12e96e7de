import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { holdLease, releaseLease } from '../src/services/lease.js'
import { openSqliteStore } from '../src/store/sqlite.js'
import type { Store } from '../src/store/store.js'

const PATIENCE = { timeout: 60_000 }
const LEASE_MS = 60_000
const LONG_ROUND_MS = 30 * LEASE_MS

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-lease-'))
  store = await openSqliteStore(join(folder, 'identity.db'), false)
})
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

it('renews the lease during a round, so that no other instance starts one', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const renewals = vi.spyOn(store, 'lease')
  const lease = await holdLease(store, 'reconciler', 'one', LEASE_MS)
  vi.advanceTimersByTime(LONG_ROUND_MS)
  await vi.waitFor(() => expect(renewals.mock.calls.length).toBeGreaterThan(5), PATIENCE)
  expect(lease?.lost).toBe(false)
  expect(await holdLease(store, 'reconciler', 'two', LEASE_MS)).toBeNull()
  lease?.release()
})

it('reports a lost lease, so that the round ends', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const lease = await holdLease(store, 'reconciler', 'one', 1_000)
  await releaseLease(store, 'reconciler', 'one')
  await vi.waitFor(async () => expect(await store.lease('reconciler', 'two', 60_000)).toBe(true), PATIENCE)
  vi.advanceTimersByTime(5_000)
  await vi.waitFor(() => expect(lease?.lost).toBe(true), PATIENCE)
  lease?.release()
})
