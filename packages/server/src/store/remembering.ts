/** Number of results kept. A user's requests come in quick succession. */
const MAX_REMEMBERED = 1_000

/** Returns `work` with a cache of recent results. */
export function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= MAX_REMEMBERED) known.clear()
    const result = work(text)
    known.set(text, result)
    return result
  }
}
