/** Writes of one form come in few variants; a connection keeps no more of them than this. */
const MAX_NAMES = 100

/**
 * Names for the statements that connections keep prepared, the same on all of them: only writes, which answer no rows. A
 * prepared read would fail on the day that a newer instance adds a column to what it answers.
 */
export function preparedNames(): { nameOf(text: string): string | undefined } {
  const names = new Map<string, string>()
  return {
    nameOf(text) {
      const known = names.get(text)
      if (known !== undefined) return known
      if (names.size >= MAX_NAMES || !/^(insert|update) /.test(text) || / returning /.test(text))
        return undefined
      const name = `stripe_identity_${names.size}`
      names.set(text, name)
      return name
    },
  }
}
