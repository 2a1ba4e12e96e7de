import type { Counts } from '../services/import.js'

const WIDTH = 24
const EVERY_MS = 5_000

export interface Progress {
  /** `share` is the finished part, from 0 to 1; null if the total is unknown. */
  show(counts: Counts, share: number | null): void
  end(): void
}

/** Shows progress: one updated line on a terminal, elsewhere a line every few seconds. */
export function createProgress(out: NodeJS.WriteStream): Progress {
  const began = performance.now()
  let shownAt = Number.NEGATIVE_INFINITY
  const line = (counts: Counts, share: number | null) => {
    const seconds = Math.max(1, (performance.now() - began) / 1000)
    const rate = `${Math.round(counts.seen / seconds)}/s`
    return [share === null ? null : bar(share), sentence(counts), rate].filter(Boolean).join('  ')
  }
  return {
    show(counts, share) {
      const now = performance.now()
      if (out.isTTY) out.write(`\r\u001b[K${line(counts, share)}`)
      else if (now - shownAt >= EVERY_MS) out.write(`${line(counts, share)}\n`)
      else return
      shownAt = now
    },
    end() {
      if (out.isTTY) out.write('\r\u001b[K')
    },
  }
}

export function sentence({ seen, adopted, known, left }: Counts): string {
  const n = (count: number) => count.toLocaleString('en')
  return `${n(seen)} seen: ${n(adopted)} adopted, ${n(known)} known before, ${n(left)} left as they are`
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * WIDTH)
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${Math.floor(share * 100)} %`
}
