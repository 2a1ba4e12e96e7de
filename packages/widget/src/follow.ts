import { isHidden } from './connection.js'
import type { Core } from './core.js'
import { isLost, toError, type VerificationError } from './errors.js'
import { holdSession } from './requests.js'
import { backOff, sleep } from './time.js'

/** Seconds for which the server is asked to hold an answer. */
const HOLD_S = 25
/** An answer that came later than this was held: the next question may follow at once. */
const HELD_MS = 4000
/** A check that lasts longer than this may last much longer: the person is told that the page may be left. */
const LONG_MS = 10_000
/** So many answers in a row that are no answer, and it is no passing fault. */
const STRANGE_ANSWERS = 5

/** Asks for the session on and on, as long as it is followed. A refusal that will not change ends it. */
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
      if (isLost(error) || isRefusal(error) || strange >= STRANGE_ANSWERS) return giveUp(core, error)
      pause = Math.max(backOff(pause), retryAfterMs(error))
    }
  }
}

async function noteLong({ status }: Core, signal: AbortSignal): Promise<void> {
  await sleep(LONG_MS, signal)
  if (!signal.aborted && status.get().state === 'processing') status.change({ long: true })
}

/** Whether anything may still come: the check is under way, or the person may go on with it elsewhere. */
function isFollowed({ status, followUntil }: Core): boolean {
  const { state } = status.get()
  if (isHidden()) return false
  if (state === 'processing') return true
  const mayGoOn = state === 'idle' || state === 'open' || state === 'requires_input'
  return mayGoOn && Date.now() < followUntil
}

/** The server refuses to say more: that is shown where the person waits for it. */
function giveUp(core: Core, error: VerificationError): void {
  core.followUntil = 0
  if (isLost(error) || core.status.get().state === 'processing') core.fail(error)
}

/** Whether the server will say the same again: any 4xx but those that mean "later". */
function isRefusal({ cause }: VerificationError): boolean {
  const status = (cause as { status?: number } | undefined)?.status ?? 0
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429
}

function retryAfterMs({ cause }: VerificationError): number {
  return (Number((cause as { retry_after?: string } | undefined)?.retry_after) || 0) * 1000
}
