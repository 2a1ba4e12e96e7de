import type { PersonView } from 'stripe-identity-contract'
import { ago } from './time.js'
import { reasonWords, type Standing, standingOf } from './words.js'

export interface Answer {
  /** Such as `Not verified: document expired, 2 attempts left, last tried 3 min ago`. */
  sentence: string
  standing: Standing
}

/** Answers "is this person verified, and if not, why?" in one sentence. `now` in unix milliseconds. */
export function answerOf(person: PersonView, now: number): Answer {
  const { session, verified } = person
  const standing = standingOf(session)
  const since = (seconds: number) => ago(seconds, now)
  const erased = standing === 'erased' || standing === 'erasing'
  if (session.status === 'verified' && erased) {
    const done = standing === 'erased' ? 'erased' : 'asked to be erased'
    return { sentence: `Verified, and ${done} ${since(session.updated)}`, standing }
  }
  if (verified) return { sentence: `Verified ${since(session.verified_at ?? session.updated)}`, standing }
  if (session.status === 'verified') {
    return {
      sentence: `Not verified: verified ${since(session.verified_at ?? session.updated)}, which is too long ago to count`,
      standing: 'requires_input',
    }
  }
  const parts = [why(person, standing), attemptsLeft(person, erased), lastTried(person, since)]
  return { sentence: `Not verified: ${parts.filter((part) => part !== null).join(', ')}`, standing }
}

function why({ session }: PersonView, standing: Standing): string {
  const words: Record<Standing, string> = {
    not_made: 'Stripe has not made the session yet',
    not_started: 'nothing was tried yet',
    requires_input: reasonWords(session.last_error?.code ?? ''),
    processing: 'Stripe is checking',
    verified: '',
    canceled: `canceled${session.canceled_by === null ? '' : (CANCELED_BY[session.canceled_by] ?? '')}`,
    erasing: 'being erased',
    erased: 'erased',
  }
  const taken = session.attention.includes('taken_back') ? 'taken back after verified, ' : ''
  return taken + words[standing]
}

const CANCELED_BY: Record<string, string> = {
  user: ' by the user',
  operator: ' by an operator',
  limit: ' after the last attempt',
  dashboard: " in Stripe's Dashboard",
  redaction: ' by a redaction',
  missing: ', as Stripe does not know it',
}

function attemptsLeft({ session }: PersonView, erased: boolean): string | null {
  const left = session.attempts_left
  if (left === null || erased || session.status === 'processing') return null
  return left === 0 ? 'no attempts left' : `${left} ${left === 1 ? 'attempt' : 'attempts'} left`
}

/** The last change that the person caused, rather than an operator or the server. */
function lastTried({ timeline }: PersonView, since: (seconds: number) => string): string | null {
  const tries = timeline.filter(({ to, error_code, cause }) =>
    cause === 'webhook' || cause === 'events' || cause === 'retrieve'
      ? error_code !== null || to === 'processing'
      : false,
  )
  const last = tries.at(-1)
  return last === undefined ? null : `last tried ${since(last.at)}`
}
