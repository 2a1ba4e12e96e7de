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

/** No answer after this many milliseconds, on top of the time that the server may hold it, counts as no connection. */
const PATIENCE_MS = 30_000

const CODE_OF: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  404: 'not_found',
  429: 'rate_limited',
  503: 'store_unavailable',
}

/**
 * The answer's JSON; null for 204. A body makes it a POST; `hold` is how many seconds the server may hold the answer.
 * Rejects with a VerificationError whose code is that of the HTTP status, or `network_error` where none came, also once
 * the signal aborts.
 */
export async function send(
  options: ApiOptions,
  path: string,
  signal: AbortSignal,
  { body, hold = 0 }: { body?: object; hold?: number } = {},
): Promise<unknown> {
  const limit = new AbortController()
  try {
    signal.throwIfAborted()
    return await settled(receive(options, path, limit.signal, body), signal, PATIENCE_MS + hold * 1000)
  } catch (thrown) {
    throw toError(thrown, 'network_error')
  } finally {
    limit.abort()
  }
}

async function receive(
  options: ApiOptions,
  path: string,
  signal: AbortSignal,
  body?: object,
): Promise<unknown> {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const request = options.fetch ?? fetch
  const url = (options.endpoint || DEFAULT_BASE_PATH).replace(/\/$/, '') + path
  const response = await request(url, { credentials: 'include', signal, ...init }).catch((cause) => {
    // A host's own `fetch` rejects with errors of its own, whose names and codes are not ours.
    throw new VerificationError('network_error', cause)
  })
  const { status } = response
  if (status === 204) return null
  const json = await response.json().catch(() => ({}))
  if (response.ok) return json
  const code = CODE_OF[status] ?? (status < 500 ? 'bad_response' : 'server_error')
  throw new VerificationError(code, {
    ...json?.error,
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
export async function getCurrent(options: ApiOptions, signal: AbortSignal): Promise<SessionView | null> {
  const json = await send(options, ROUTES.current, signal)
  return json === null ? null : viewOf(json)
}
