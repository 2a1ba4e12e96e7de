import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { close } from '../server.js'
import type { Json } from './client.js'

/** One webhook in the form in which it arrived. */
export interface Arrival {
  readonly headers: Headers
  readonly text: string
  readonly event: Json
}

/** The webhooks of one side. */
export interface Inbox {
  /** The address of a named slot, for an endpoint of this side. */
  address(slot: string): string
  /** The webhooks in a slot, oldest first. */
  arrivals(slot: string): readonly Arrival[]
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  readonly port: number
  /** The slots of a side that reaches the receiver by this origin. */
  inbox(origin: string, side: string): Inbox
  close(): Promise<void>
}

/** The slot whose webhooks are answered 500. All others are answered 200. */
export const REFUSED = 'refused'

const LONGEST_BODY = 1_000_000

/** Listens on a port of this machine; 0 takes a free one. */
export async function openReceiver(port: number): Promise<Receiver> {
  const received = new Map<string, Arrival[]>()
  const server = createServer(async (req, res) => {
    let text = ''
    for await (const chunk of req) if (text.length < LONGEST_BODY) text += chunk
    const path = req.url ?? ''
    const event = read(text)
    if (req.method === 'POST' && event) {
      const headers = new Headers(Object.entries(req.headers).map(([name, value]) => [name, String(value)]))
      received.set(path, [...(received.get(path) ?? []), { headers, text, event }])
    }
    res.writeHead(path.endsWith(`/${REFUSED}`) ? 500 : 200).end()
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    inbox: (origin, side) => ({
      address: (slot) => `${origin}/${side}/${slot}`,
      arrivals: (slot) => received.get(`/${side}/${slot}`) ?? [],
    }),
    close: () => close(server),
  }
}

/** The parts of a webhook's signature that can be compared. */
export interface Signature {
  /** The names of all parts, in order. */
  readonly schemes: string
  /** For each `v1`, true if it is made with the secret. */
  readonly made_with_the_secret: readonly boolean[]
}

export function signatureOf({ headers, text }: Arrival, secret: string): Signature {
  const parts = (headers.get('stripe-signature') ?? '').split(',').map((part) => part.split('='))
  const valuesOf = (scheme: string) =>
    parts.filter(([name]) => name === scheme).map(([, value = '']) => value)
  const [time = ''] = valuesOf('t')
  const expected = createHmac('sha256', secret).update(`${time}.${text}`).digest('hex')
  return {
    schemes: parts.map(([name]) => name).join(', '),
    made_with_the_secret: valuesOf('v1').map((value) => value === expected),
  }
}

function read(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Json) : undefined
  } catch {
    return undefined
  }
}
