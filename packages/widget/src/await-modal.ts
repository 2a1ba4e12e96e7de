import type { SessionView } from 'stripe-identity-contract'
import type { Core, Run } from './core.js'

/**
 * Keeps the result of a modal that outlasts its run and its participants, because Stripe's modal cannot be closed
 * from outside. A submitted session is shown as processing; after any other end, the session is loaded again.
 */
export function awaitModal(
  core: Core,
  run: Run,
  session: SessionView,
  ending: Promise<{ end: string }>,
): void {
  const late = (end: string) => {
    core.openModals -= 1
    if (!run.abort.signal.aborted) return
    const known = core.status.get().session
    const isCurrent = !known || (known.id === session.id && known.version <= session.version)
    if (end !== 'submitted' || !isCurrent) {
      if (core.signal()) void core.ask()
    } else if (core.signal() && !core.isRunning()) core.status.submit(session)
    else core.status.submit(session, false)
  }
  core.openModals += 1
  ending.then(
    ({ end }) => late(end),
    () => late('failed'),
  )
}
