import type { RequestHandler, Response } from 'express'

export interface InFlight {
  count: RequestHandler
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
  return {
    count(_req, res, next) {
      open.add(res)
      if (ending) res.set('Connection', 'close')
      res.once('close', () => {
        open.delete(res)
        if (open.size === 0) onIdle?.()
      })
      next()
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
