import type { Agent, IncomingMessage } from 'node:http'
import { HttpsProxyAgent } from 'https-proxy-agent'
import Stripe from 'stripe'
import { isNode } from './stripe-runtime.js'

/** A page of a hundred sessions is far smaller. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024

/** After these stripe-node repeats a call by itself, whatever it is told. That a try may have got through must be known. */
const REPEATED_UNASKED = ['ECONNRESET', 'EPIPE']

/**
 * stripe-node's own client, with an end to an answer: in size, and in `bodyMs`. By itself it reads on for as long as
 * something comes, and its timeout begins anew with each piece.
 */
export function boundedHttpClient(
  bodyMs: number,
  agent: Agent | undefined,
): InstanceType<typeof Stripe.HttpClient> {
  if (!isNode()) return Stripe.createFetchHttpClient(boundedFetch(bodyMs))
  const client = Stripe.createNodeHttpClient(agent)
  const makeRequest = client.makeRequest.bind(client)
  client.makeRequest = async (...request) => {
    const response = await makeRequest(...request).catch((cause: unknown) => {
      const { code = '' } = Object(cause) as { code?: string }
      throw REPEATED_UNASKED.includes(code) ? new Error('The connection was lost.', { cause }) : cause
    })
    const read = response.toJSON.bind(response)
    response.toJSON = () => {
      const body = read()
      end(response.getRawResponse() as IncomingMessage, bodyMs)
      return body
    }
    return response
  }
  return client
}

/** The way out where only a proxy leads there; undefined for the direct one, which plain http always takes. */
export function agentThrough(httpsProxy: string | undefined, apiBase: string | undefined): Agent | undefined {
  if (httpsProxy === undefined || apiBase?.startsWith('http:')) return undefined
  return new HttpsProxyAgent(httpsProxy, { keepAlive: true })
}

function end(answer: IncomingMessage, bodyMs: number): void {
  let bytes = 0
  const late = setTimeout(() => answer.destroy(new Error('The answer takes too long.')), bodyMs)
  answer.once('close', () => clearTimeout(late))
  answer.on('data', (text: string) => {
    bytes += text.length
    if (bytes > MAX_ANSWER_BYTES) answer.destroy(new Error('The answer is too large.'))
  })
}

/** The same for a runtime without Node's client. A redirect is no answer of Stripe's: it is not followed. */
function boundedFetch(bodyMs: number): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, { ...init, redirect: 'manual' })
    const late = AbortSignal.timeout(bodyMs)
    const chunks: Uint8Array[] = []
    let bytes = 0
    const bounded = new WritableStream<Uint8Array>({
      write(chunk) {
        bytes += chunk.length
        if (bytes > MAX_ANSWER_BYTES) throw new Error('The answer is too large.')
        chunks.push(chunk)
      },
    })
    await answer.body?.pipeTo(bounded, { signal: late })
    return new Response(Buffer.concat(chunks), { status: answer.status, headers: answer.headers })
  }
}
