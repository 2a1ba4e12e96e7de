import { type ErrorCode, ROUTES, type SessionView } from 'stripe-identity-contract'
import { type Answer, type ApiOptions, type Asked, request } from './api.js'
import { toError, VerificationError } from './errors.js'
import { viewOf } from './session.js'
import { settled } from './time.js'

/** The time in milliseconds, in addition to the hold, after which a missing answer counts as a lost connection. */
const PATIENCE_MS = 30_000

const CODE_OF: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  404: 'not_found',
  429: 'rate_limited',
  503: 'store_unavailable',
}

/**
 * Returns the answer's JSON; null for 204. With a body it is a POST. `hold` is the number of seconds for which the
 * server may hold the answer. `asked` is the request if it is already in progress. Rejects with a VerificationError,
 * whose code is that of the HTTP status, or `network_error` if there was no answer or the signal aborted.
 */
export async function send(
  options: ApiOptions,
  path: string,
  signal: AbortSignal,
  { body, hold = 0, asked }: { body?: object; hold?: number; asked?: Asked | undefined } = {},
): Promise<unknown> {
  const limit = asked?.abort ?? new AbortController()
  try {
    signal.throwIfAborted()
    const answer = asked?.answer ?? request(options, path, { signal: limit.signal, ...(body && post(body)) })
    return await settled(receive(answer), signal, PATIENCE_MS + hold * 1000)
  } catch (thrown) {
    throw toError(thrown, 'network_error')
  } finally {
    limit.abort()
  }
}

function post(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

async function receive(answer: Promise<Answer>): Promise<unknown> {
  const { response, json } = await answer.catch((cause) => {
    // A host's own `fetch` can reject with any error, whose name and code have no meaning here.
    throw new VerificationError('network_error', cause)
  })
  if (response.ok) return json
  const { status } = response
  const code = CODE_OF[status] ?? (status < 500 ? 'bad_response' : 'server_error')
  throw new VerificationError(code, {
    ...(json as { error?: object } | null)?.error,
    status,
    retry_after: response.headers.get('retry-after'),
  })
}

/** The user's current session; null if there is none. */
export async function getCurrent(
  options: ApiOptions,
  signal: AbortSignal,
  asked?: Asked,
): Promise<SessionView | null> {
  const json = await send(options, ROUTES.current, signal, { asked })
  return json === null ? null : viewOf(json)
}
