import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler } from 'express'
import { createApi } from './api.js'
import { controlRouter } from './control.js'
import type { Core } from './core.js'
import { createGuard } from './guard.js'
import type { Instrument } from './instrument.js'
import { openLink } from './objects/file/routes.js'
import { type OriginOf, origins } from './origin.js'
import { pagesRouter } from './pages/index.js'
import { imageAnswer, jsonAnswer, send } from './stripe/answer.js'
import { unknownRoute } from './stripe/errors.js'
import { faultAnswer, pause, sendFaulty } from './stripe/faulty-answer.js'
import { newId } from './stripe/ids.js'
import { isUpstreams, passOn, type Upstream } from './upstream.js'
import { isTerminal } from './world/faults.js'

/** Where the sandbox listens, and by which names it is reached. */
export interface Place {
  readonly host: string
  readonly port: number
  /** An origin; undefined where clients see the address that they call. */
  readonly publicUrl: string | undefined
  readonly allowHosts: readonly string[]
  /** Who answers what is not Identity's; undefined where nobody does. */
  readonly upstream: Upstream | undefined
}

export interface Listening {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Longer than any client keeps an idle connection, so that none meets one that is just being closed. */
const KEEP_ALIVE_MS = 75_000

/** Puts the sandbox on a port. Rejects with the system's error (`EADDRINUSE` …) where it cannot listen. */
export async function listen(
  core: Core,
  instrument: Instrument,
  { host, port, publicUrl, allowHosts, upstream }: Place,
): Promise<Listening> {
  let url = ''
  const originOf = origins(publicUrl, () => url)
  const api = createApi(core, originOf)
  const pages = pagesApp(core, instrument, originOf)
  const guard = createGuard(publicUrl ? [...allowHosts, new URL(publicUrl).hostname] : allowHosts)

  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    res.sendDate = false
    res.setHeader('date', new Date(core.clock.now()).toUTCString())
    const [path = '/', query = ''] = split(req.url ?? '/')
    const refusal = guard(req, path)
    if (refusal !== undefined) return send(res, refused(refusal))
    if (/^\/v[12](\/|$)/.test(path)) {
      return upstream && isUpstreams(path)
        ? passOnAndNote(req, res, path, upstream)
        : api(req, res, path, query)
    }
    if (path !== '/_sandbox' && !path.startsWith('/_sandbox/')) {
      const fault = core.faults.take(req.method ?? '', path, false)
      if (fault?.delay_ms) await pause(fault.delay_ms)
      if (fault && isTerminal(fault)) return sendFaulty(req, res, fault, faultAnswer(fault))
      for (const [name, value] of Object.entries(fault?.headers ?? {})) res.setHeader(name, value)
      if (req.method === 'GET' && path.startsWith('/links/')) return sendLink(core, res, path)
    }
    pages(req, res)
  }

  const passOnAndNote = async (req: IncomingMessage, res: ServerResponse, path: string, to: Upstream) => {
    const begun = performance.now()
    const entry = core.journal.add({
      at: core.clock.now(),
      method: req.method ?? '',
      path,
      params: null,
      status: null,
      idempotency_key: null,
      request_id: newId('req'),
      duration_ms: null,
    })
    entry.status = await passOn(to, req, res)
    entry.duration_ms = Math.round(performance.now() - begun)
  }

  const server = http.createServer((req, res) => {
    handle(req, res).catch((error: unknown) => {
      // The client went away while it was being read; anything else is a bug, and is told.
      if (req.complete) console.error(error)
      res.destroy()
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: actual } = server.address() as AddressInfo
  url = `http://${hostInUrl(host)}:${actual}`
  return {
    url,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refused(message: string) {
  const error = { type: 'invalid_request_error', code: 'cross_site_request', message }
  return jsonAnswer(403, { error }, { 'cache-control': 'no-store' })
}

function pagesApp(core: Core, instrument: Instrument, originOf: OriginOf): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use('/_sandbox', controlRouter(instrument))
  app.use(pagesRouter(core, originOf))
  app.use((req, res) => {
    res.status(404).json(unknownRoute(req.method, req.path).body)
  })
  app.use(onError)
  return app
}

const onError: ErrorRequestHandler = (error, _req, res, _next) => {
  const status =
    typeof error?.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500
  if (status === 500) console.error(error)
  res
    .status(status)
    .json({ error: { type: status === 500 ? 'api_error' : 'invalid_request_error', message: 'Bad request' } })
}

function sendLink(core: Core, res: ServerResponse, path: string): void {
  const image = openLink(core.account, path.slice('/links/'.length))
  const gone = {
    error: { type: 'invalid_request_error', message: 'This file link has expired, or never was.' },
  }
  send(res, image ? imageAnswer(image) : jsonAnswer(404, gone))
}

function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function split(target: string): [string, string] {
  const path = target.startsWith('/') ? target : target.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/'
  const mark = path.indexOf('?')
  return mark < 0 ? [path, ''] : [path.slice(0, mark), path.slice(mark + 1)]
}
