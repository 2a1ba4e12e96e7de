import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Accounts } from './accounts.js'
import { type Api, createApi } from './api.js'
import { control, isControl } from './control.js'
import type { Core } from './core.js'
import { createGuard, origins } from './guard.js'
import type { Settings } from './options.js'
import { createPages } from './pages/routes.js'
import { errorAnswer, send } from './stripe/answer.js'
import { readNamed } from './stripe/auth.js'
import { newId } from './stripe/ids.js'
import { REFUSALS } from './stripe/refusals.js'
import { isUpstreams, passOn, type Upstream } from './upstream.js'
import { faultAnswer, isTerminal, pause, sendFaulty } from './world/faults.js'

export interface Listening {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Longer than clients keep idle connections, so that no request arrives on a connection that is being closed. */
const KEEP_ALIVE_MS = 75_000

/** Stops a server, and ends its connections. */
export async function close(server: http.Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

/** Starts the HTTP server. Rejects with the system's error (such as `EADDRINUSE`) if it cannot listen. */
export async function listen(
  accounts: Accounts,
  { host, port, publicUrl, allowHosts, upstream }: Settings,
): Promise<Listening> {
  let url = ''
  const originOf = origins(publicUrl, () => url)
  const apis = new Map<Core, Api>()
  const apiOf = (core: Core) => {
    const api = apis.get(core) ?? createApi(accounts, core, originOf)
    apis.set(core, api)
    return api
  }
  const pages = createPages(accounts, originOf)
  const guard = createGuard(publicUrl ? [...allowHosts, new URL(publicUrl).hostname] : allowHosts)

  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    res.sendDate = false
    const [path = '/', query = ''] = split(req.url ?? '/')
    const refusal = guard(req, path)
    const core = refusal === undefined ? accounts.find(readNamed(req)) : accounts.own
    res.setHeader('date', new Date(core.clock.now()).toUTCString())
    if (refusal !== undefined) return send(res, errorAnswer(REFUSALS.otherSite(refusal)))
    if (/^\/v[12](\/|$)/.test(path)) {
      return upstream && isUpstreams(path)
        ? passOnAndNote(core, req, res, path, upstream)
        : apiOf(core)(req, res, path, query)
    }
    if (isControl(path)) return control(accounts, core, req, res, path, query)
    const fault = core.faults.take(req.method ?? '', path, false)
    if (fault?.delay_ms) await pause(fault.delay_ms)
    if (fault && isTerminal(fault)) return sendFaulty(req, res, fault, faultAnswer(fault))
    for (const [name, value] of Object.entries(fault?.headers ?? {})) res.setHeader(name, value)
    return pages(req, res, path, query)
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
      // If the request is incomplete, the client has disconnected. Any other error is a bug, and is logged.
      if (req.complete) console.error(error)
      res.destroy()
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await once(server.listen(port, host), 'listening')
  const { port: actual } = server.address() as AddressInfo
  url = `http://${hostInUrl(host)}:${actual}`
  return {
    url,
    port: actual,
    close: () => close(server),
  }
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
