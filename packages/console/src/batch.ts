import { type FoundSession, OPERATOR_ROUTES, type SearchPage } from 'stripe-identity-contract'
import { ACTS, type Act, pathOf } from './acts.js'
import { type Api, ConsoleError } from './api.js'
import { errorWords, STANDINGS, standingOf } from './words.js'

/** The outcome for one session. */
export interface Row {
  session: FoundSession
  /** `kept`: the server has the wish and repeats it until done. */
  state: 'waiting' | 'running' | 'done' | 'kept' | 'refused'
  words: string
}

export interface Batch {
  act: Act
  rows: readonly Row[]
  running: boolean
}

const AT_ONCE = 3
const TRIES = 8

/**
 * Does one act to several sessions, a few at a time, and gives each its own result. `changed` is called with every step.
 * Resolves when each row has its result; a row that fails ends no other. What has not begun when `signal` fires is not begun.
 */
export async function runBatch(
  api: Api,
  act: Act,
  sessions: readonly FoundSession[],
  changed: (batch: Batch) => void,
  signal: AbortSignal,
): Promise<Batch> {
  const rows = sessions.map((session): Row => ({ session, state: 'waiting', words: 'Waiting' }))
  const batch = (running: boolean): Batch => ({ act, rows: [...rows], running })
  const set = (index: number, change: Partial<Row>) => {
    rows[index] = { ...(rows[index] as Row), ...change }
    changed(batch(true))
  }
  let next = 0
  async function work(): Promise<void> {
    while (next < rows.length && !signal.aborted) {
      const index = next++
      const { session } = rows[index] as Row
      set(index, { state: 'running', words: 'Under way' })
      set(index, await one(api, act, session, signal))
    }
  }
  changed(batch(true))
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, rows.length) }, work))
  for (const [index, row] of rows.entries()) {
    if (row.state === 'waiting') rows[index] = { ...row, words: 'Not begun' }
  }
  const done = batch(false)
  changed(done)
  return done
}

async function one(
  api: Api,
  act: Act,
  session: FoundSession,
  signal: AbortSignal,
): Promise<Pick<Row, 'state' | 'words'>> {
  if (session.id === null) return { state: 'refused', words: 'Stripe has not made the session yet.' }
  for (let tries = 1; ; tries++) {
    try {
      await api.post(pathOf(act, session.id))
      return { state: 'done', words: ACTS[act].done }
    } catch (error) {
      if (!(error instanceof ConsoleError)) throw error
      if (error.code === 'rate_limited' && tries < TRIES && !signal.aborted) {
        await pause((error.retryAfter ?? 1) * 1000, signal)
        continue
      }
      return afterFailure(api, act, session.id, error)
    }
  }
}

/** Whatever the answer was, and also where there was none: the row tells what holds now. */
async function afterFailure(
  api: Api,
  act: Act,
  id: string,
  error: ConsoleError,
): Promise<Pick<Row, 'state' | 'words'>> {
  const said = errorWords(error.code, error.message)
  const now = await lookUp(api, id).catch(() => null)
  if (now === null) return { state: 'refused', words: `${said} What holds now could not be read.` }
  if (act === 'redact' && now.redaction !== null) return { state: 'done', words: ACTS.redact.done }
  if (act === 'redact' && now.redaction_requested) {
    return { state: 'kept', words: `${said} The server keeps the wish and goes on until it is done.` }
  }
  if (act === 'cancel' && now.status === 'canceled') return { state: 'done', words: ACTS.cancel.done }
  return { state: 'refused', words: `${said} Now: ${STANDINGS[standingOf(now)].words}.` }
}

/** The session as the server has it now. */
export async function lookUp(api: Api, id: string): Promise<FoundSession | null> {
  const params = new URLSearchParams({ q: id, limit: '1' })
  const page = await api.get<SearchPage>(`${OPERATOR_ROUTES.search}?${params}`, AbortSignal.timeout(10_000))
  return page.data[0] ?? null
}

/** Rows whose wish the server keeps, looked at again; a new list where one of them has come to its end. */
export async function lookAgain(api: Api, rows: readonly Row[]): Promise<readonly Row[]> {
  return Promise.all(
    rows.map(async (row): Promise<Row> => {
      if (row.state !== 'kept' || row.session.id === null) return row
      const now = await lookUp(api, row.session.id).catch(() => null)
      if (now === null) return row
      if (now.redaction !== null) return { ...row, state: 'done', words: ACTS.redact.done }
      if (now.redaction_requested) return row
      return { ...row, state: 'refused', words: `Stripe refused. Now: ${STANDINGS[standingOf(now)].words}.` }
    }),
  )
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
