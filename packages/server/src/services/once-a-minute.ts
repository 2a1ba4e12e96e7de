const MINUTE_MS = 60_000

/** Calls `say` at once for the first of a kind, then at most once per minute with the count since the last call. */
export function onceAMinute(say: (kind: string, count: number) => void): (kind: string) => void {
  const kinds = new Map<string, { saidAt: number; count: number }>()
  return (kind) => {
    const known = kinds.get(kind) ?? { saidAt: Number.NEGATIVE_INFINITY, count: 0 }
    kinds.set(kind, known)
    known.count += 1
    if (performance.now() - known.saidAt < MINUTE_MS) return
    say(kind, known.count)
    known.saidAt = performance.now()
    known.count = 0
  }
}
