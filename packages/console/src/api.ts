import { type ErrorBody, isErrorCode } from 'stripe-identity-contract'

/** An unsuccessful answer, or a request without an answer. */
export class ConsoleError extends Error {
  override readonly name = 'ConsoleError'
  /** The server's code, `network_error` or `bad_response`. */
  readonly code: string
  /** With `invalid_state`: the session's current status. */
  readonly status: string | null
  /** The seconds until the server accepts another request. */
  readonly retryAfter: number | null
  readonly requestId: string | null

  constructor(code: string, message: string, details: Partial<ErrorDetails> = {}) {
    super(message, details)
    this.code = code
    this.status = details.status ?? null
    this.retryAfter = details.retryAfter ?? null
    this.requestId = details.requestId ?? null
  }
}

interface ErrorDetails {
  status: string | null
  retryAfter: number | null
  requestId: string | null
  cause: unknown
}

export interface Api {
  get<T>(path: string, signal: AbortSignal): Promise<T>
  /** Continues after the page is closed, so that a started act is not lost. */
  post<T>(path: string, body?: unknown): Promise<T>
}

/** Calls the server's operator routes below `endpoint` with the page's own credentials. */
export function createApi(endpoint: string, fetch: typeof globalThis.fetch): Api {
  const base = endpoint.replace(/\/+$/, '')

  async function send<T>(path: string, init: RequestInit): Promise<T> {
    let response: Response
    try {
      response = await fetch(base + path, { credentials: 'include', cache: 'no-store', ...init })
    } catch (cause) {
      if (init.signal?.aborted) throw cause
      throw new ConsoleError('network_error', 'The server could not be reached.', { cause })
    }
    const body: unknown = await response.json().catch((cause: unknown) => {
      if (init.signal?.aborted) throw cause
      return undefined
    })
    if (response.ok && body !== undefined) return body as T
    throw errorOf(response, body)
  }

  return {
    get: (path, signal) => send(path, { signal }),
    post: (path, body = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        keepalive: true,
      }),
  }
}

function errorOf(response: Response, body: unknown): ConsoleError {
  const error = Object(Object(body).error) as Partial<ErrorBody['error']>
  const retryAfter = Number(response.headers.get('Retry-After')) || null
  if (!isErrorCode(error.code)) {
    return new ConsoleError('bad_response', `The server answered with ${response.status}.`, { retryAfter })
  }
  return new ConsoleError(error.code, error.message ?? '', {
    status: error.status ?? null,
    requestId: error.request_id ?? null,
    retryAfter,
  })
}
