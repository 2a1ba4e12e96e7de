import { isHidden } from './connection.js'
import type { Core } from './core.js'
import { isLost, toError, type VerificationError } from './errors.js'
import { holdSession } from './requests.js'
import { backOff, sleep } from './time.js'

/** The number of seconds for which the server may hold an answer. */
const HOLD_S = 25
/** An answer that took longer was held, so the next request follows at once. */
const HELD_MS = 4000
/** A check that takes longer can take much longer, so the person is then shown that the page may be left. */
const LONG_MS = 10_000
/** This many invalid answers in a row are not a temporary fault. */
const STRANGE_ANSWERS = 5

/** Polls the session for as long as it is followed. A permanent refusal ends the poll. */
export async function follow(core: Core, signal: AbortSignal): Promise<void> {
  void noteLong(core, signal)
  let pause = 0
  let strange = 0
  for (;;) {
    await sleep(pause, signal)
    const { session } = core.status.get()
    if (signal.aborted || !session || !isFollowed(core)) return
    const began = Date.now()
    try {
      const answer = await holdSession(core, signal, session, HOLD_S)
      if (signal.aborted) return
      strange = 0
      const wasHeld = Date.now() - began > HELD_MS
      pause = wasHeld || answer.version > session.version ? 0 : backOff(pause)
      core.status.take(answer)
    } catch (thrown) {
      if (signal.aborted) return
      const error = toError(thrown, 'bad_response')
      if (error.code === 'bad_response') strange += 1
      if (isRefusal(error) || strange >= STRANGE_ANSWERS) return giveUp(core, error)
      pause = Math.max(backOff(pause), retryAfterMs(error))
    }
  }
}

async function noteLong({ status }: Core, signal: AbortSignal): Promise<void> {
  await sleep(LONG_MS, signal)
  if (!signal.aborted && status.get().state === 'processing') status.change({ long: true })
}

/** True if the check is in progress, or the person may continue on another device. */
function isFollowed({ status, followUntil }: Core): boolean {
  const { state } = status.get()
  if (isHidden()) return false
  if (state === 'processing') return true
  const mayGoOn = state === 'idle' || state === 'open' || state === 'requires_input'
  return mayGoOn && Date.now() < followUntil
}

/** Ends the poll after a refusal. Shows the error if the person is waiting for the result. */
function giveUp(core: Core, error: VerificationError): void {
  core.followUntil = 0
  if (isLost(error) || core.status.get().state === 'processing') core.fail(error)
}

/** True if the server would give the same answer again: any 4xx except those that mean "later". */
function isRefusal({ cause }: VerificationError): boolean {
  const status = (cause as { status?: number } | undefined)?.status ?? 0
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429
}

function retryAfterMs({ cause }: VerificationError): number {
  return (Number((cause as { retry_after?: string } | undefined)?.retry_after) || 0) * 1000
}
