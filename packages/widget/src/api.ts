import { DEFAULT_BASE_PATH } from 'stripe-identity-contract'

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

/** Sends a request and reads the answer. Passes rejections of `fetch` on. */
export async function request(options: ApiOptions, path: string, init: RequestInit): Promise<Answer> {
  const request = options.fetch ?? fetch
  const url = (options.endpoint || DEFAULT_BASE_PATH).replace(/\/$/, '') + path
  const response = await request(url, { credentials: 'include', ...init })
  return { response, json: response.status === 204 ? null : await response.json().catch(() => ({})) }
}
