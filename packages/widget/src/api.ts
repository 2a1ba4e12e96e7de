import {
  DEFAULT_BASE_PATH,
  type ErrorCode,
  ROUTES,
  SESSION_ID,
  type SessionView,
} from 'stripe-identity-contract'
import { toError, VerificationError } from './errors.js'
import { settled } from './time.js'

/** What a request needs to know of its host; read anew for every request. */
export interface ApiOptions {
  /** Base path or URL of the server's routes. Default: `/identity`. */
  endpoint?: string | undefined
  /** Called in place of the global `fetch`, to add credentials or headers. */
  fetch?: typeof fetch | undefined
}

/** An answer as it came; its JSON is null for 204, and empty where there is none. */
export interface Answer {
  readonly response: Response
  readonly json: unknown
}

/** A request that is under way. */
export interface Asked {
  readonly answer: Promise<Answer>
  readonly abort: AbortController
}

/** No answer after this many milliseconds, on top of the time that the server may hold it, counts as no connection. */
const PATIENCE_MS = 30_000

const CODE_OF: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  404: 'not_found',
  429: 'rate_limited',
  503: 'store_unavailable',
}

/** Sends a request, and reads what comes. Rejects with whatever `fetch` rejects with. */
export async function request(options: ApiOptions, path: string, init: RequestInit): Promise<Answer> {
  const request = options.fetch ?? fetch
  const url = (options.endpoint || DEFAULT_BASE_PATH).replace(/\/$/, '') + path
  const response = await request(url, { credentials: 'include', ...init })
  return { response, json: response.status === 204 ? null : await response.json().catch(() => ({})) }
}

/**
 * The answer's JSON; null for 204. A body makes it a POST; `hold` is how many seconds the server may hold the answer;
 * `asked` is the request, where it is under way already. Rejects with a VerificationError whose code is that of the HTTP
 * status, or `network_error` where none came, also once the signal aborts.
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
    // A host's own `fetch` rejects with errors of its own, whose names and codes are not ours.
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

/** A view made by naming fields, so that nothing else that a server sends is kept or shown. */
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

/** The user's newest session that counts; null where nothing is known. */
export async function getCurrent(
  options: ApiOptions,
  signal: AbortSignal,
  asked?: Asked,
): Promise<SessionView | null> {
  const json = await send(options, ROUTES.current, signal, { asked })
  return json === null ? null : viewOf(json)
}
