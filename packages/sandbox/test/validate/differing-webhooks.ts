import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from '../support/api.js'

/** A webhook in transit. */
export interface Passing {
  readonly path: string
  readonly headers: Record<string, string>
  readonly event: Json
}

export interface DifferingWebhooks {
  readonly url: string
  /** Changes a webhook in place; false drops it, and the sender gets a 500. */
  plant: (webhook: Passing) => boolean
  close(): Promise<void>
}

/** Forwards webhooks to a receiver and changes some. */
export async function differingWebhooks(target: string): Promise<DifferingWebhooks> {
  const server = createServer(async (req, res) => {
    let text = ''
    for await (const chunk of req) text += chunk
    const event = JSON.parse(text) as Json
    const headers = Object.fromEntries(
      ['content-type', 'stripe-signature'].map((name) => [name, String(req.headers[name])]),
    )
    const path = req.url ?? ''
    const before = JSON.stringify(event)
    if (!hooks.plant({ path, headers, event })) return void res.writeHead(500).end()
    const after = JSON.stringify(event)
    const answer = await fetch(target + path, {
      method: 'POST',
      headers,
      body: after === before ? text : after,
    })
    res.writeHead(answer.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hooks: DifferingWebhooks = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    plant: () => true,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return hooks
}
