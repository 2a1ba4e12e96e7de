import type { Agent, IncomingMessage } from 'node:http'
import { HttpsProxyAgent } from 'https-proxy-agent'
import Stripe from 'stripe'
import { isNode } from './stripe-runtime.js'

/** The size limit of a reply. A page of a hundred sessions is far smaller. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024

/**
 * Error codes after which stripe-node always retries a call, regardless of its settings. The caller must allow for an
 * earlier attempt that succeeded.
 */
const REPEATED_UNASKED = ['ECONNRESET', 'EPIPE']

/**
 * stripe-node's HTTP client with limits on the size of a reply and on the time to read it, `bodyMs`. The original
 * client reads without a size limit, and its timeout restarts with each chunk.
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

/** The agent for calls through a proxy; undefined for direct calls, which plain http always uses. */
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

/** The same limits for runtimes without Node's client. Redirects are not followed, since Stripe never sends one. */
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
