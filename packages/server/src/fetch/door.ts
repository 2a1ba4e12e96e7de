import type { IncomingMessage } from 'node:http'
import { type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import { DEFAULT_BASE_PATH } from 'stripe-identity-contract'
import { IdentityError } from '../errors.js'
import { verificationRequired } from '../require-verified.js'
import { begin } from '../routes/answer.js'
import { errorHandler } from '../routes/errors.js'
import { type Hosted, hosted } from '../routes/hosted.js'
import { userFrom } from '../user.js'
import { bodyOf } from './body.js'
import { exchange, type Incoming } from './exchange.js'
import { giveTo } from './given.js'

/** Information about a request from a host without Express. */
export interface FetchContext {
  /**
   * The user according to the host's own sign-in: an id, or null if no user is signed in (401). Any other value is a
   * 500. `authenticate` is called if the property is absent.
   */
  user?: string | number | null
  /**
   * The client's address, by which the rate limiter counts. Without it a signed-in user is counted by their id, and
   * all others together.
   */
  address?: string | undefined
  /** The path at which the host mounts the routes. Default `/identity`. */
  basePath?: string | undefined
}

/** The replacement for the router and `requireVerified()` for hosts that use `Request` and `Response`. */
export interface FetchDoor {
  fetch(request: Request, context?: FetchContext): Promise<Response>
  guard(user: string | number | null): Promise<Response | null>
}

interface Parts {
  router: Hosted
  isVerified: (user: string) => Promise<boolean>
  log: Logger
}

export function createFetchDoor({ router, isVerified, log }: Parts): FetchDoor {
  const errors = new WeakMap<IncomingMessage, unknown>()
  const fail: RequestHandler = (req, res) => {
    begin(res)
    throw errors.get(req)
  }
  const refusal = hosted(Router().use(fail, errorHandler(log)), undefined)
  const refuse = (error: unknown, request: Pick<Incoming, 'method' | 'signal'>) =>
    exchange(
      (req, res) => {
        errors.set(req, error)
        refusal(req, res)
      },
      { ...NOTHING, ...request },
    )

  return {
    async fetch(request, context = {}) {
      const incoming = {
        ...NOTHING,
        ...requestLine(request),
        ...(context.address && { address: context.address }),
      }
      try {
        const place = placeOf(request, context.basePath)
        const body = await bodyOf(request)
        return await exchange(
          (req, res) => {
            giveTo(req, context)
            router(req, res)
          },
          { ...incoming, ...place, body },
        )
      } catch (error) {
        return refuse(error, incoming)
      }
    },
    async guard(user) {
      try {
        if (await isVerified(userFrom(user, 'identity.guard was given'))) return null
        throw verificationRequired()
      } catch (error) {
        return refuse(error, NOTHING)
      }
    },
  }
}

const NOTHING: Incoming = {
  method: 'GET',
  url: '/',
  baseUrl: '',
  headers: new Headers(),
  body: Buffer.alloc(0),
  address: undefined,
  secure: false,
  signal: new AbortController().signal,
}

function requestLine({ method, headers, signal, url }: Request): Partial<Incoming> {
  const { host, protocol } = new URL(url)
  const all = new Headers(headers)
  if (!all.has('host')) all.set('host', host)
  return { method, headers: all, secure: protocol === 'https:', signal }
}

/** The request's path for the router: below the base path, with its query. */
function placeOf({ url }: Request, basePath: unknown = DEFAULT_BASE_PATH): Pick<Incoming, 'url' | 'baseUrl'> {
  if (typeof basePath !== 'string' || !/^(\/[^/?#]+)*\/?$/.test(basePath)) {
    throw new IdentityError('server_error', 'basePath is not a path such as /identity.')
  }
  const baseUrl = basePath.replace(/\/$/, '')
  const { pathname, search } = new URL(url)
  if (pathname !== baseUrl && !pathname.startsWith(`${baseUrl}/`)) {
    throw new IdentityError(
      'not_found',
      `This path is not below ${baseUrl}, where the routes of identity.fetch are. Is basePath right?`,
    )
  }
  return { url: (pathname.slice(baseUrl.length) || '/') + search, baseUrl }
}
