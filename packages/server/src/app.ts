import { createServer, type Server } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import express from 'express'
import type { Logger } from 'pino'
import type { ServerConfig } from './config.js'
import { ConfigurationError } from './errors.js'
import { createIdentity, type Identity } from './identity.js'
import { createMetrics, type Metrics } from './metrics.js'
import { requestLog } from './request-log.js'
import { begin, sendJson } from './routes/answer.js'
import { errorHandler, notFoundRoute } from './routes/errors.js'
import { StoreError } from './store/store-error.js'

/** Held polls and work in flight get this long to end after a signal. */
const GRACE_MS = 5_000
/** Connections at rest are ended this often meanwhile; a client in use of one hears before, with an answer, that it ends. */
const SWEEP_MS = 1_000
/** Where somebody asks for readiness, the door stays open for so long after the answer is no: to see it takes time. */
const NOTICE_MS = 1_500

/** A file shows in milliseconds whether it is a database; one that is away may take longer, and holds up no start. */
const OPENING_MS = 1_000

/**
 * A connection at rest stays open for longer than a proxy keeps it, mostly 60 s: else the proxy sends a request into a
 * connection that is being closed, and its client gets 502.
 */
const KEEP_ALIVE_MS = 75_000
/** A request has this long to arrive; whoever sends it more slowly holds a connection for nothing. */
const REQUEST_MS = 10_000
/** How often connections are looked at for that. */
const CHECK_MS = 1_000

export interface RunningServer {
  /** Where it listens, as http://host:port. */
  url: string
  /** Ready goes red, held polls are answered, work in flight ends, the store closes. May be called twice. */
  stop(): Promise<void>
}

/** Starts the standalone server: the router below its base path, health beside it, one log line a request. */
export async function startServer(config: ServerConfig, log: Logger): Promise<RunningServer> {
  const metrics: Metrics = createMetrics(() => identity.heldPolls)
  // The app around the router trusts the proxies, so that the router needs none of its own.
  const { trustProxy, ...options } = config.identity
  const identity = createIdentity({ ...options, logger: log }, metrics.observer)
  let stopping = false
  let probed = false
  const app = express()
  app.disable('x-powered-by')
  if (trustProxy !== undefined) app.set('trust proxy', trustProxy)
  app.use((_req, res, next) => {
    begin(res)
    if (stopping) res.set('Connection', 'close')
    next()
  })
  app.get('/health/live', (_req, res) => sendJson(res, { status: 'ok' }))
  app.get('/health/ready', async (_req, res) => {
    probed = true
    const ready =
      !stopping &&
      (await identity.ready().then(
        () => true,
        () => false,
      ))
    const status = ready ? 'ok' : stopping ? 'stopping' : 'store unavailable'
    sendJson(res, { status }, ready ? 200 : 503)
  })
  app.get('/metrics', metrics.route)
  app.use(requestLog(log), metrics.requests)
  app.use(config.basePath === '' ? '/' : config.basePath, identity.router)
  app.use(notFoundRoute)
  app.use(errorHandler(log))

  const server = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      requestTimeout: REQUEST_MS,
      headersTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
    app,
  )
  try {
    await refuseBroken(identity, log)
    await listen(server, config.port, config.host)
  } catch (error) {
    await identity.close()
    throw error
  }
  const { address, port, family } = server.address() as AddressInfo
  const host =
    address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address

  let stopped: Promise<void> | undefined
  return {
    url: `http://${host}:${port}`,
    stop() {
      stopping = true
      stopped ??= (async () => {
        if (probed) await delay(NOTICE_MS)
        const closed = stopListening(server)
        identity.release()
        const sweep = setInterval(() => closeIdle(server), SWEEP_MS)
        const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        // The store goes last: who was let in is answered.
        await closed
        clearInterval(sweep)
        clearTimeout(force)
        await identity.close()
      })()
      return stopped
    },
  }
}

/**
 * Ends connections at rest. A timer runs before what arrived meanwhile is read, and a connection whose request waits to be
 * read looks as if it were at rest: so this comes after the reading.
 */
function closeIdle(server: Server): void {
  setImmediate(() => server.closeIdleConnections())
}

/**
 * Rejects where the database will never do: a file that is none, a torn one, a folder that is not there. One that is
 * away may come back, so the server starts, is not ready until then, and says why.
 */
async function refuseBroken(identity: Identity, log: Logger): Promise<void> {
  const opened = identity.ready().catch((error: unknown) => {
    const reason = error instanceof StoreError ? error.reason : String(error)
    if (error instanceof StoreError && error.broken) {
      log.fatal({ reason }, 'the database cannot be used')
      throw new ConfigurationError([`DATABASE_URL names no database that can be used: ${reason}`])
    }
    log.error({ reason }, 'the database does not answer; the server is not ready until it does')
  })
  opened.catch(() => {})
  await Promise.race([opened, delay(OPENING_MS, undefined, { ref: false })])
}

/**
 * Lets nobody in any more; resolves when the last connection has ended. An HTTP server's own `close` also cuts
 * connections that were let in and whose request is not read yet, so this is the plain one; and it comes right after
 * the event loop has let in who was waiting.
 */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => NetServer.prototype.close.call(server, () => resolve()))
  })
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
