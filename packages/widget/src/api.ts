import {
  DEFAULT_BASE_PATH,
  type ErrorCode,
  ROUTES,
  SESSION_ID,
  type SessionView,
} from 'stripe-identity-contract'
import { toError, VerificationError } from './errors.js'

/** What a request needs to know of its host; read anew for every request. */
export interface ApiOptions {
  /** Base path or URL of the server's routes. Default: `/identity`. */
  endpoint?: string | undefined
  /** Called in place of the global `fetch`, to add credentials or headers. */
  fetch?: typeof fetch | undefined
}

/** No answer after this many milliseconds, on top of what the server may hold it, counts as no connection. */
export const PATIENCE_MS = 30_000

const FIELDS =
  'id status last_error redaction type livemode attempts attempts_left version created updated'.split(' ')

const CODE_OF: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  404: 'not_found',
  429: 'rate_limited',
  503: 'store_unavailable',
}

/**
 * The answer's JSON; null for 204. A body makes it a POST. Rejects with a VerificationError whose code is the one of the
 * status.
 */
export async function call(
  options: ApiOptions,
  path: string,
  signal: AbortSignal,
  body?: object,
): Promise<unknown> {
  try {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const request = options.fetch ?? fetch
    const url = (options.endpoint || DEFAULT_BASE_PATH).replace(/\/$/, '') + path
    const response = await request(url, { credentials: 'include', signal, ...init })
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
  } catch (thrown) {
    throw toError(thrown, 'network_error')
  }
}

/** A view made by naming fields, so that nothing else that a server sends is kept or shown. */
export function viewOf(json: unknown): SessionView {
  const source = json as Record<string, unknown>
  if (!SESSION_ID.test(source?.id as string) || !source.status || !((source.version as number) >= 0))
    throw new VerificationError('bad_response')
  return Object.fromEntries(FIELDS.map((key) => [key, source[key] ?? null])) as unknown as SessionView
}

/** The user's newest session that counts; null where nothing is known. */
export async function getCurrent(options: ApiOptions, signal: AbortSignal): Promise<SessionView | null> {
  const limit = AbortSignal.timeout(PATIENCE_MS)
  const json = await call(options, ROUTES.current, AbortSignal.any([signal, limit]))
  return json === null ? null : viewOf(json)
}
