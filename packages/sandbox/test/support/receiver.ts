import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from './api.js'

export interface Received {
  readonly path: string
  readonly signature: string
  readonly text: string
  readonly event: Json
}

/** A real receiver of webhooks that stores its requests. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** Sets the response from now on. */
  answer: (response: http.ServerResponse, received: Received) => void
  /** Resolves once so many have arrived. */
  until(count: number): Promise<Received[]>
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  const server = http.createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const one: Received = {
      path: request.url ?? '',
      signature: String(request.headers['stripe-signature']),
      text,
      event: JSON.parse(text),
    }
    received.push(one)
    receiver.answer(response, one)
    for (const wake of [...waiting]) wake()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    answer: (response) => response.end('ok'),
    until: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (received.length < count) return
          waiting.delete(check)
          resolve(received)
        }
        waiting.add(check)
        check()
      }),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}

export function names(received: readonly Received[]): string[] {
  return received.map(({ event }) => event.type.replace('identity.verification_session.', ''))
}
