import type { Explanation } from './simple.js'
import type { Snapshot } from './verification.js'
import type { Found, Said, WordSource, Words } from './words.js'

/** The text for a failure: what happened, what to do about it, and the number of attempts left. */
export function tell(snapshot: Snapshot, source: WordSource, { keys, left }: Explanation): Said | undefined {
  const found = source.text(...keys)
  if (!found) return undefined
  const { title, detail } = found
  const details = [detail]
  if (left === 0) {
    const exhausted = source.text('attempts_exhausted')
    details.splice(0, 1, exhausted?.title, exhausted?.detail)
  } else if (left) details.push(attemptsLeft(source, left))
  return {
    title: stripesWords(snapshot, source, found) ?? title,
    details: details.filter((it) => it !== undefined),
  }
}

function attemptsLeft(source: WordSource, left: number): Words | undefined {
  const label = source.label('attempts_left')
  return label && { ...label, words: label.words.replace('{count}', String(left)) }
}

/** Stripe's own text, in English, for a code without a text here. */
function stripesWords(
  { state, session }: Snapshot,
  { language }: WordSource,
  found: Found,
): Words | undefined {
  const reason = session?.last_error?.reason
  if (state !== 'requires_input' || found.key !== state || found.title.isOwn || language?.tag !== 'en')
    return undefined
  return reason ? { words: reason, isOwn: false } : undefined
}
