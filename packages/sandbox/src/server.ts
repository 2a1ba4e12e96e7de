import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler } from 'express'
import { createApi } from './api.js'
import { controlRouter } from './control.js'
import type { Core } from './core.js'
import { isTerminal } from './faults.js'
import { ownHostOnly } from './pages/browser-guard.js'
import { pagesRouter } from './pages/index.js'
import { openLink } from './resources/file-link.js'
import { imageAnswer, jsonAnswer, send } from './wire/answer.js'
import { unknownRoute } from './wire/errors.js'
import { faultAnswer, pause, wreck } from './wreck.js'

export interface Listening {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Longer than any client keeps an idle connection, so that none meets one that is just being closed. */
const KEEP_ALIVE_MS = 75_000

/** Puts the sandbox on a port. Rejects with the system's error (`EADDRINUSE` …) where it cannot listen. */
export async function listen(core: Core, host: string, port: number): Promise<Listening> {
  let url = ''
  const api = createApi(core, (req) => originOf(req, url))
  const pages = pagesApp(core)

  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    res.sendDate = false
    res.setHeader('date', new Date(core.clock.now()).toUTCString())
    const [path = '/', query = ''] = split(req.url ?? '/')
    if (/^\/v[12](\/|$)/.test(path)) return api(req, res, path, query)
    if (path !== '/_sandbox' && !path.startsWith('/_sandbox/')) {
      const fault = core.faults.take(req.method ?? '', path, false)
      if (fault?.delay_ms) await pause(fault.delay_ms)
      if (fault && isTerminal(fault)) return wreck(req, res, fault, faultAnswer(fault))
      for (const [name, value] of Object.entries(fault?.headers ?? {})) res.setHeader(name, value)
      if (req.method === 'GET' && path.startsWith('/links/')) return sendLink(core, res, path)
    }
    pages(req, res)
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

function pagesApp(core: Core): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use('/_sandbox', ownHostOnly, controlRouter(core))
  app.use(pagesRouter(core))
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

/** The origin by which the client reached us, so that a session's url works from where it is. */
function originOf(req: IncomingMessage, url: string): string {
  const { host } = req.headers
  return host && /^[a-z0-9.:[\]-]+$/i.test(host) && URL.canParse(`http://${host}`) ? `http://${host}` : url
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
