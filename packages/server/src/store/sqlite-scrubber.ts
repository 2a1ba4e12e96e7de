import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.js'

/** Somebody reads beside, such as a backup: until that is over the log cannot be emptied. */
const AGAIN_MS = 1_000

export interface Scrubber {
  /** Empties the log, in which what was erased is still to be read; where that cannot be done at once, until it is done. */
  scrub(): Promise<void>
  close(): Promise<void>
}

export function createScrubber(db: Kysely<Schema>): Scrubber {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let closed = false

  async function attempt(): Promise<void> {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(TRUNCATE)`.execute(db)
    if (rows[0]?.busy !== 0) later()
  }

  function later(): void {
    if (closed || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      running = attempt().catch(later)
    }, AGAIN_MS)
    timer.unref()
  }

  return {
    // What was committed stays committed, whatever becomes of the log.
    scrub: () => attempt().catch(later),
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
