import type { Response } from 'express'

export interface InFlight {
  /** Counts a request until its answer has ended. */
  count(res: Response): void
  /** From now on answers end their connection, those to requests under way included. */
  endConnections(): void
  /** Resolves when no request is under way. */
  idle(): Promise<void>
}

/** Knows which requests are under way, so that the store outlives them. */
export function createInFlight(): InFlight {
  const open = new Set<Response>()
  let ending = false
  let onIdle: (() => void) | undefined
  /** One listener for all: a closure for each request would be most of what counting costs. */
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
