import {
  DEFAULT_BASE_PATH,
  type ErrorCode,
  ROUTES,
  SESSION_ID,
  type SessionView,
} from 'stripe-identity-contract'
import { toError, VerificationError } from './errors.js'
import { settled } from './time.js'

/** The host's options for requests, read again for every request. */
export interface ApiOptions {
  /** Base path or URL of the server's routes. Default: `/identity`. */
  endpoint?: string | undefined
  /** Called in place of the global `fetch`, to add credentials or headers. */
  fetch?: typeof fetch | undefined
}

/** An answer as received. Its JSON is null for 204, and empty if there is none. */
export interface Answer {
  readonly response: Response
  readonly json: unknown
}

/** A request in progress. */
export interface Asked {
  readonly answer: Promise<Answer>
  readonly abort: AbortController
}

/** The time in milliseconds, in addition to the hold, after which a missing answer counts as a lost connection. */
const PATIENCE_MS = 30_000

const CODE_OF: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  404: 'not_found',
  429: 'rate_limited',
  503: 'store_unavailable',
}

/** Sends a request and reads the answer. Passes rejections of `fetch` on. */
export async function request(options: ApiOptions, path: string, init: RequestInit): Promise<Answer> {
  const request = options.fetch ?? fetch
  const url = (options.endpoint || DEFAULT_BASE_PATH).replace(/\/$/, '') + path
  const response = await request(url, { credentials: 'include', ...init })
  return { response, json: response.status === 204 ? null : await response.json().catch(() => ({})) }
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

/** Copies the known fields of a view, so that nothing else from a server is stored or shown. */
export function viewOf(json: unknown): SessionView {
  const source = json as SessionView | null
  if (!SESSION_ID.test(source?.id as string) || !source!.status || !(source!.version >= 0))
    throw new VerificationError('bad_response')
  const { id, status, last_error, redaction, type, livemode, version, created, updated } = source!
  const { attempts, attempts_left } = source!
  return {
    id,
    status,
    last_error: last_error ?? null,
    redaction: redaction ?? null,
    type,
    livemode,
    attempts,
    attempts_left: attempts_left ?? null,
    version,
    created,
    updated,
  }
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
