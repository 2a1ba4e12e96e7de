import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type Router } from 'express'
import type { IdentityOptions } from '../options.js'

/** A handler for any host: Express, compatible frameworks, or Node's own server. */
export interface Hosted {
  (req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void): void
  /** The mounted handlers, as in an Express router. */
  readonly stack: Router['stack']
}

/**
 * Makes a router callable by any host. Requests from an app of the same Express instance go directly to the router.
 * Others, and all requests if `trustProxy` is set, pass through an app around the router, which turns them into
 * Express requests.
 */
export function hosted(router: Router, trustProxy: IdentityOptions['trustProxy']): Hosted {
  const app = express()
  app.disable('x-powered-by')
  if (trustProxy !== undefined) app.set('trust proxy', trustProxy)
  app.use(router)

  const handle = (req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void) => {
    const enter = trustProxy === undefined && isExpress(req) && next !== undefined ? router : app
    Reflect.apply(enter, undefined, [req, res, next])
  }
  return Object.assign(handle, { stack: router.stack })
}

function isExpress(req: IncomingMessage): boolean {
  return Object.prototype.isPrototypeOf.call(express.request, req)
}
