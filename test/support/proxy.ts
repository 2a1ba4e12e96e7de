import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Proxy {
  url: string
  /** Sets the routes: a path goes to the origin of the first prefix that it begins with. */
  lead(targets: Record<string, string>): void
  close(): Promise<void>
}

/** A web server in front of others that sends the forwarded headers of nginx in docs/deploy.md. */
export async function proxy(): Promise<Proxy> {
  let targets: [string, string][] = []
  const server = createServer((req, res) => {
    const [, origin] = targets.find(([prefix]) => req.url?.startsWith(prefix)) ?? []
    if (origin === undefined) return void res.writeHead(502).end()
    const { host } = req.headers
    const headers = {
      ...req.headers,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
      'x-forwarded-for': req.socket.remoteAddress,
    }
    const behind = request(origin + req.url, { method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(res)
    })
    behind.on('error', () => res.headersSent || res.writeHead(502).end())
    res.on('close', () => behind.destroy())
    req.pipe(behind)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lead(next) {
      targets = Object.entries(next)
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
