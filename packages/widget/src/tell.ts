import type { Explanation } from './explain.js'
import type { Snapshot } from './verification.js'
import type { Found, Told, WordSource, Words } from './words.js'

/** The text for a state: what happened, what to do about it, and the number of attempts left. */
export function tell(snapshot: Snapshot, source: WordSource, { keys, left }: Explanation): Told | undefined {
  const found = source.text(...keys)
  if (!found) return undefined
  const title = stripesWords(snapshot, source, found) ?? found.title
  if (left === 0) {
    const exhausted = source.text('attempts_exhausted')
    return { title, detail: exhausted?.title, note: exhausted?.detail }
  }
  return { title, detail: found.detail, note: left ? attemptsLeft(source, left) : undefined }
}

function attemptsLeft(source: WordSource, left: number): Words | undefined {
  const words = source.label('attempts_left')
  const count = (text: string) => text.replace('{count}', String(left))
  return typeof words === 'object' ? { own: count(words.own) } : words && count(words)
}

/** Stripe's own text, in English, for a code without a text here. */
function stripesWords(
  { state, session }: Snapshot,
  { language }: WordSource,
  found: Found,
): Words | undefined {
  const reason = session?.last_error?.reason
  if (
    state !== 'requires_input' ||
    found.key !== state ||
    typeof found.title !== 'string' ||
    language?.tag !== 'en'
  )
    return undefined
  return reason || undefined
}
