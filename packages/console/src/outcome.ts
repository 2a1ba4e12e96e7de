import { type BatchRow, type FoundSession, OPERATOR_ROUTES, type SearchPage } from 'stripe-identity-contract'
import { ACTS, type Act } from './acts.js'
import { type Api, ConsoleError } from './api.js'
import { errorWords, STANDINGS, standingOf } from './words.js'

/** What became of an act on one session. */
export interface Outcome {
  session: FoundSession
  /** `kept`: the server has the wish and repeats it until done. */
  state: 'waiting' | 'done' | 'kept' | 'refused'
  words: string
}

/** Acts on one session, at once. Whatever the answer was, and also where there was none: the session tells what holds. */
export async function actOn(api: Api, act: Act, session: FoundSession): Promise<Outcome> {
  if (session.id === null) return { session, state: 'refused', words: NOT_MADE }
  try {
    await api.post(OPERATOR_ROUTES.act(session.id, act))
    return { session, state: 'done', words: ACTS[act].done }
  } catch (error) {
    if (!(error instanceof ConsoleError)) throw error
    const said = errorWords(error.code, error.message)
    const now = await lookUp(api, session.id).catch(() => null)
    if (now === null) return { session, state: 'refused', words: `${said} What holds now could not be read.` }
    if (act === 'redact' && now.redaction !== null) return { session, state: 'done', words: ACTS.redact.done }
    if (act === 'redact' && now.redaction_requested) {
      return {
        session,
        state: 'kept',
        words: `${said} The server keeps the wish and goes on until it is done.`,
      }
    }
    if (act === 'cancel' && now.status === 'canceled')
      return { session, state: 'done', words: ACTS.cancel.done }
    return { session, state: 'refused', words: `${said} ${nowIs(now)}` }
  }
}

/** A wish that the server keeps, looked at again. */
export async function lookAgain(api: Api, outcome: Outcome): Promise<Outcome> {
  const { session } = outcome
  if (outcome.state !== 'kept' || session.id === null) return outcome
  const now = await lookUp(api, session.id).catch(() => null)
  if (now === null || (now.redaction === null && now.redaction_requested)) return outcome
  if (now.redaction !== null) return { session, state: 'done', words: ACTS.redact.done }
  return { session, state: 'refused', words: `Stripe refused. ${nowIs(now)}` }
}

/** As the server tells it of one session of several. */
export function outcomeOf(act: Act, { session, state, code }: BatchRow): Outcome {
  if (state === 'done') return { session, state, words: ACTS[act].done }
  if (state === 'waiting') {
    if (code === null) return { session, state, words: 'Waiting' }
    return { session, state: 'kept', words: `${errorWords(code, code)} The server tries again.` }
  }
  return { session, state, words: `${errorWords(code ?? '', '')} ${nowIs(session)}` }
}

export const NOT_MADE = 'Stripe has not made the session yet.'

function nowIs(session: FoundSession): string {
  return `Now: ${STANDINGS[standingOf(session)].words}.`
}

async function lookUp(api: Api, id: string): Promise<FoundSession | null> {
  const params = new URLSearchParams({ q: id, limit: '1' })
  const page = await api.get<SearchPage>(`${OPERATOR_ROUTES.search}?${params}`, AbortSignal.timeout(10_000))
  return page.data[0] ?? null
}
