import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionRecord } from '../../src/session.js'
import { openSqliteStore } from '../../src/store/sqlite.js'
import type { NewSession, Store } from '../../src/store/store.js'

/** A SQLite store in a folder of its own, which a test fills with records. */
export class TestStore {
  readonly store: Store
  readonly #folder: string

  private constructor(store: Store, folder: string) {
    this.store = store
    this.#folder = folder
  }

  static async open(): Promise<TestStore> {
    const folder = await mkdtemp(join(tmpdir(), 'identity-store-'))
    return new TestStore(await openSqliteStore(join(folder, 'identity.db'), false), folder)
  }

  /** Inserts a record of the user and gives it these values. */
  async record(
    user: string,
    changes: Partial<SessionRecord> = {},
    adopted?: NewSession['adopted'],
  ): Promise<SessionRecord> {
    const id = randomUUID()
    const session = { id, user, type: 'document', attemptsBefore: 0, reservedDay: null, now: 1_700_000_000 }
    await this.store.write(async (tx) => {
      const inserted = await tx.insert({ ...session, ...(adopted && { adopted }) })
      if (inserted === null) throw new Error(`${user} has an open record already`)
      await tx.save({ ...inserted, ...changes })
    })
    return this.present(id)
  }

  /** The record as it is stored now. */
  async present(id: string): Promise<SessionRecord> {
    const record = await this.store.byId(id)
    if (record === null) throw new Error(`there is no record ${id}`)
    return record
  }

  async close(): Promise<void> {
    await this.store.close()
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** An id that no other test uses. */
export function someId(prefix: 'vs_' | 'evt_' | 'vr_' | ''): string {
  return prefix + randomUUID().replaceAll('-', '')
}
