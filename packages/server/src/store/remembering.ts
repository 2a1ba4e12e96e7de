/** Who asks once asks again soon; this many are remembered. */
const MAX_REMEMBERED = 1_000

/** The same function, which does not work out again what it was asked not long ago. */
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
