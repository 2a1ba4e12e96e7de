import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type Router } from 'express'
import type { IdentityOptions } from '../options.js'

/** What any host can call: Express, what is built like it, or Node's own server. */
export interface Hosted {
  (req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void): void
  /** What is mounted, as in a router of Express. */
  readonly stack: Router['stack']
}

/**
 * Lets requests into a router. Those of an app of this very Express go straight in; any other host's, and all where
 * proxies are trusted differently than by the host, are made Express's by an app around the router.
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
