import type { Response } from 'express'

export interface InFlight {
  /** Counts a request until its response has ended. */
  count(res: Response): void
  /** Makes every response close its connection, including responses to requests in progress. */
  endConnections(): void
  /** Resolves when no request is in progress. */
  idle(): Promise<void>
}

/** Tracks the requests in progress, so that the store outlives them. */
export function createInFlight(): InFlight {
  const open = new Set<Response>()
  let ending = false
  let onIdle: (() => void) | undefined
  /** Shared by all responses: a closure per request would be most of the cost of counting. */
  function onClose(this: Response): void {
    open.delete(this)
    if (open.size === 0) onIdle?.()
  }
  return {
    count(res) {
      open.add(res)
      if (ending) res.set('Connection', 'close')
      res.on('close', onClose)
    },
    endConnections() {
      ending = true
      for (const res of open) if (!res.headersSent) res.set('Connection', 'close')
    },
    idle() {
      return open.size === 0 ? Promise.resolve() : new Promise((resolve) => (onIdle = resolve))
    },
  }
}
