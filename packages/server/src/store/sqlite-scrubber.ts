import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.js'

/** Delay of the next attempt. Another reader, such as a backup, prevents the log from being emptied. */
const AGAIN_MS = 1_000

export interface Scrubber {
  /** Empties the log, which still contains erased data. Repeats until it succeeds. */
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
    // A failure does not affect the commit.
    scrub: () => attempt().catch(later),
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
