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

/** Time for held polls and requests in progress to end after a signal. */
const GRACE_MS = 5_000
/**
 * Interval at which idle connections are closed during shutdown. A client that uses its connection first gets a
 * response with `Connection: close`.
 */
const SWEEP_MS = 1_000
/**
 * Time between a failing readiness check and the end of listening, if anything probes readiness: a load balancer
 * needs it to react.
 */
const NOTICE_MS = 1_500

/**
 * The time for which the start waits for the database. A broken file shows within milliseconds; an unreachable
 * database may take longer and must not delay the start.
 */
const OPENING_MS = 1_000

/**
 * Idle connections stay open for longer than a proxy keeps them, usually 60 s. Otherwise the proxy sends a request
 * into a connection that is being closed, and its client gets 502.
 */
const KEEP_ALIVE_MS = 75_000
/** Time for a request to arrive, which limits how long a slow sender holds a connection. */
const REQUEST_MS = 10_000
/** Interval at which connections are checked against that limit. */
const CHECK_MS = 1_000

export interface RunningServer {
  /** The address it listens on, such as http://127.0.0.1:4242. */
  url: string
  /**
   * Shuts down: the readiness check fails, held polls are answered, requests in progress end, the store closes. May
   * be called twice.
   */
  stop(): Promise<void>
}

/** Starts the standalone server: the router below its base path, health checks beside it, one log line per request. */
export async function startServer(config: ServerConfig, log: Logger): Promise<RunningServer> {
  const metrics: Metrics = createMetrics(() => identity.heldPolls)
  // The surrounding app applies `trustProxy`, so the router must not apply it again.
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
        // The store closes last, so that accepted requests are answered.
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
 * Closes idle connections. Timers run before the event loop reads data that arrived meanwhile, and a connection with
 * an unread request looks idle; `setImmediate` runs after that read.
 */
function closeIdle(server: Server): void {
  setImmediate(() => server.closeIdleConnections())
}

/**
 * Rejects if the database can never work: not a database file, a damaged one, a missing folder. An unreachable
 * database may come back, so the server starts, reports not ready and logs the reason.
 */
async function refuseBroken(identity: Identity, log: Logger): Promise<void> {
  const opened = identity.ready().catch((error: unknown) => {
    const reason = error instanceof StoreError ? error.reason : String(error)
    if (error instanceof StoreError && error.broken) {
      log.fatal({ reason }, 'the database cannot be used')
      throw new ConfigurationError([`DATABASE_URL does not name a usable database: ${reason}`])
    }
    log.error({ reason }, 'the database does not answer; the server is not ready until it does')
  })
  opened.catch(() => {})
  await Promise.race([opened, delay(OPENING_MS, undefined, { ref: false })])
}

/**
 * Stops accepting connections; resolves when the last one has ended. `close` of an HTTP server also cuts accepted
 * connections whose request is still unread, so this calls the plain one of `net.Server`, right after the event loop
 * has accepted waiting connections.
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
