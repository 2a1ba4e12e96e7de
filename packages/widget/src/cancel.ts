import type { Core } from './core.js'
import { cancelSession } from './requests.js'

/** Cancels the session that is known, if any. Rejects with a VerificationError, and leaves everything as it is then. */
export async function cancel(core: Core): Promise<void> {
  const { session } = core.status.get()
  if (!session) return
  const answer = await cancelSession(core, session.id)
  // The host may have reset the page meanwhile.
  if (core.status.get().session?.id === answer.id) core.status.take(answer, true)
}
