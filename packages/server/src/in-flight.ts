import type { RequestHandler } from 'express'

export interface InFlight {
  count: RequestHandler
  /** From now on answers end their connection; resolves when the last request under way is answered. */
  drain(): Promise<void>
}

/** Knows which requests are under way, so that the store outlives them. */
export function createInFlight(): InFlight {
  let open = 0
  let draining = false
  let idle: (() => void) | undefined
  return {
    count(_req, res, next) {
      open++
      if (draining) res.set('Connection', 'close')
      res.once('close', () => {
        open--
        if (open === 0) idle?.()
      })
      next()
    },
    drain() {
      draining = true
      return open === 0 ? Promise.resolve() : new Promise((resolve) => (idle = resolve))
    },
  }
}
