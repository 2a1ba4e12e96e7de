import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'

const REQUEST_MS = 15_000
const MAX_BYTES = 2_000_000
const PROXY_WANTS_PASSWORD = 407

export interface Answer {
  status: number
  headers: Headers
  text: string
}

export interface Question {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** Sends one request as an outside client would, without following redirects. Rejects with a readable reason. */
export type Ask = (url: string, question?: Question) => Promise<Answer>

/** Requests to https URLs go through `httpsProxy`, except to the names in the list `noProxy`. */
export function asking(httpsProxy: string | undefined, noProxy: string | undefined): Ask {
  return async (url, { method = 'GET', headers = {}, body } = {}) => {
    const target = new URL(url)
    const agent =
      httpsProxy !== undefined && target.protocol === 'https:' && !isOneOf(target.hostname, noProxy)
        ? new HttpsProxyAgent(httpsProxy)
        : undefined
    const signal = AbortSignal.timeout(REQUEST_MS)
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const request = target.protocol === 'https:' ? httpsRequest : httpRequest
        request(target, { method, headers: { ...HEADERS, ...headers }, signal, ...(agent && { agent }) })
          .on('response', resolve)
          .on('error', reject)
          .end(body)
      })
      if (agent !== undefined && answer.statusCode === PROXY_WANTS_PASSWORD) {
        answer.destroy()
        throw new Error('the proxy in HTTPS_PROXY refuses the user or the password')
      }
      return {
        status: answer.statusCode ?? 0,
        headers: headersOf(answer),
        text: await textOf(answer),
      }
    } catch (error) {
      throw new Error(signal.aborted ? 'no answer within 15 s' : reasonOf(error))
    }
  }
}

const HEADERS = { Accept: '*/*', 'User-Agent': 'stripe-identity-server doctor' }

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const each = Object.entries(headersDistinct)
  return new Headers(
    each.flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value])),
  )
}

/** The body, cut at a length that no page exceeds. */
async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > MAX_BYTES) break
  }
  return Buffer.concat(chunks).toString()
}

/** The readable reason of a failed request. A host with several addresses fails with one error for each. */
export function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}

/** True if the list contains a name or a parent of it: `shop.example` covers `www.shop.example` too. */
function isOneOf(hostname: string, list = ''): boolean {
  const names = list.split(',').map((name) => name.trim().replace(/^\*?\./, ''))
  return names.some(
    (name) => name === '*' || hostname === name || (name !== '' && hostname.endsWith(`.${name}`)),
  )
}

/** The code of an error response of ours; null for any other response. */
export function codeOf({ text }: Answer): string | null {
  try {
    const code: unknown = JSON.parse(text)?.error?.code
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}
