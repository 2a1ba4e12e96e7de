import type { Core } from './core.js'
import { cancelSession } from './requests.js'

/** Cancels the known session, if any. Rejects with a VerificationError, and then leaves the state unchanged. */
export async function cancel(core: Core): Promise<void> {
  const { session } = core.status.get()
  if (!session) return
  const answer = await cancelSession(core, session.id)
  // The host may have reset the page in the meantime.
  if (core.status.get().session?.id === answer.id) core.status.take(answer, true)
}
