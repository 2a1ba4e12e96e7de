import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from '../support/api.js'

export interface Exchange {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly form: string
  readonly idempotencyKey: string | undefined
  status: number
  headers: Record<string, string>
  body: Json
}

/** Changes one exchange before its response is sent. Everything else is passed on unchanged. */
export type Plant = (exchange: Exchange) => void

export interface Differing {
  readonly url: string
  close(): Promise<void>
}

/** A sandbox behind a proxy that changes its responses. `ask` may change a request. */
export async function differing(
  target: string,
  plant: Plant,
  ask: (url: URL, headers: Record<string, string>) => void = () => {},
): Promise<Differing> {
  const server = createServer(async (req, res) => {
    const form = await textOf(req)
    const url = new URL(req.url ?? '/', target)
    const query = new URLSearchParams(url.searchParams)
    const headers = Object.fromEntries(
      ['authorization', 'content-type', 'idempotency-key', 'stripe-version', 'stripe-account'].flatMap(
        (name) => {
          const value = req.headers[name]
          return typeof value === 'string' ? [[name, value]] : []
        },
      ),
    )
    ask(url, headers)
    const method = req.method ?? 'GET'
    const answer = await fetch(url, { method, headers, ...(method === 'POST' && { body: form }) })
    const exchange: Exchange = {
      method,
      path: url.pathname,
      query,
      form,
      idempotencyKey: headers['idempotency-key'],
      status: answer.status,
      headers: Object.fromEntries(
        [...answer.headers].filter(
          ([name]) => !['content-length', 'connection', 'keep-alive'].includes(name),
        ),
      ),
      body: (await answer.json()) as Json,
    }
    plant(exchange)
    res.writeHead(exchange.status, exchange.headers)
    res.end(JSON.stringify(exchange.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of req) text += chunk
  return text
}
