import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler } from 'express'
import type { Accounts } from './accounts.js'
import { type Api, createApi } from './api.js'
import { control, isControl } from './control.js'
import type { Core } from './core.js'
import { createGuard, type OriginOf, origins } from './guard.js'
import { openLink } from './objects/file/routes.js'
import { pagesRouter } from './pages/index.js'
import { errorAnswer, imageAnswer, send } from './stripe/answer.js'
import { readKey } from './stripe/auth.js'
import { newId } from './stripe/ids.js'
import { REFUSALS } from './stripe/refusals.js'
import { isUpstreams, passOn, type Upstream } from './upstream.js'
import { faultAnswer, isTerminal, pause, sendFaulty } from './world/faults.js'

/** Where the sandbox listens, and by which names it is reached. */
export interface Place {
  readonly host: string
  readonly port: number
  /** An origin; undefined where clients see the address that they call. */
  readonly publicUrl?: string | undefined
  readonly allowHosts: readonly string[]
  /** Who answers what is not Identity's; undefined where nobody does. */
  readonly upstream?: Upstream | undefined
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
  accounts: Accounts,
  { host, port, publicUrl, allowHosts, upstream }: Place,
): Promise<Listening> {
  let url = ''
  const originOf = origins(publicUrl, () => url)
  const apis = new Map<Core, Api>()
  const apiOf = (core: Core) => {
    const api = apis.get(core) ?? createApi(core, originOf, accounts.many)
    apis.set(core, api)
    return api
  }
  const pages = pagesApp(accounts, originOf)
  const guard = createGuard(publicUrl ? [...allowHosts, new URL(publicUrl).hostname] : allowHosts)

  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    res.sendDate = false
    const [path = '/', query = ''] = split(req.url ?? '/')
    const refusal = guard(req, path)
    const core = refusal === undefined ? accounts.find(namedBy(req)) : accounts.own
    res.setHeader('date', new Date(core.clock.now()).toUTCString())
    if (refusal !== undefined) return send(res, errorAnswer(REFUSALS.otherSite(refusal)))
    if (/^\/v[12](\/|$)/.test(path)) {
      return upstream && isUpstreams(path)
        ? passOnAndNote(core, req, res, path, upstream)
        : apiOf(core)(req, res, path, query)
    }
    if (isControl(path)) return control(core, accounts.many, req, res, path, query)
    const fault = core.faults.take(req.method ?? '', path, false)
    if (fault?.delay_ms) await pause(fault.delay_ms)
    if (fault && isTerminal(fault)) return sendFaulty(req, res, fault, faultAnswer(fault))
    for (const [name, value] of Object.entries(fault?.headers ?? {})) res.setHeader(name, value)
    if (req.method === 'GET' && path.startsWith('/links/')) return sendLink(accounts, res, path)
    pages(req, res)
  }

  const passOnAndNote = async (
    core: Core,
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    to: Upstream,
  ) => {
    const call = { at: core.clock.now(), method: req.method ?? '', path, request_id: newId('req') }
    const { end } = core.journal.begin({ ...call, idempotency_key: null })
    end(await passOn(to, req, res))
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

/** Every way in which a call names an account. */
function namedBy({ headers }: IncomingMessage) {
  const connected = headers['stripe-account'] ?? headers['stripe-context']
  return { key: readKey(headers.authorization), connected: [connected].flat()[0] || undefined }
}

function pagesApp(accounts: Accounts, originOf: OriginOf): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(pagesRouter(accounts, originOf))
  app.use((req, res) => send(res, errorAnswer(REFUSALS.unknownUrl(req.method, req.path))))
  app.use(onError)
  return app
}

const onError: ErrorRequestHandler = (error, _req, res, _next) => send(res, errorAnswer(error))

function sendLink(accounts: Accounts, res: ServerResponse, path: string): void {
  const token = path.slice('/links/'.length)
  const image = openLink(accounts.having((account) => openLink(account, token) !== undefined).account, token)
  if (image) send(res, imageAnswer(image))
  else send(res, errorAnswer(REFUSALS.linkGone()))
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
