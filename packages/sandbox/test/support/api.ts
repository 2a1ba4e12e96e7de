import type { Sandbox } from '../../src/index.js'

/** A response whose fields the tests check one by one. */
// biome-ignore lint/suspicious/noExplicitAny: the tests check its shape
export type Json = Record<string, any>

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

export interface CallOptions {
  /** `null` sends no key. */
  readonly key?: string | null
  readonly headers?: Record<string, string>
}

/** Calls the API like any HTTP client; `form` is the body, or the query of a GET. */
export async function call(
  sandbox: Pick<Sandbox, 'url' | 'secretKey'>,
  method: string,
  path: string,
  form = '',
  { key = sandbox.secretKey, headers = {} }: CallOptions = {},
): Promise<Reply> {
  const inQuery = method === 'GET' || method === 'DELETE'
  const response = await fetch(`${sandbox.url}${path}${inQuery && form ? `?${form}` : ''}`, {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(!inQuery && form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(!inQuery && form && { body: form }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json }
}

export const SESSIONS = '/v1/identity/verification_sessions'
export const REPORTS = '/v1/identity/verification_reports'

/** Creates a session; of the type document unless `form` is a complete form. */
export async function createSession(
  sandbox: Sandbox,
  form: string | Record<string, string> = 'type=document',
): Promise<Json> {
  const text = typeof form === 'string' ? form : `${new URLSearchParams({ type: 'document', ...form })}`
  const { status, body } = await call(sandbox, 'POST', SESSIONS, text)
  if (status !== 200) throw new Error(`create answered ${status}: ${JSON.stringify(body)}`)
  return body
}

export async function retrieve(sandbox: Sandbox, id: string, query = '', key?: string): Promise<Json> {
  const options = key === undefined ? {} : { key }
  return (await call(sandbox, 'GET', `${SESSIONS}/${id}`, query, options)).body
}

/** Retrieves the session until the predicate matches; the test's timeout ends the wait. */
export async function until(sandbox: Sandbox, id: string, wanted: (session: Json) => boolean): Promise<Json> {
  for (;;) {
    const session = await retrieve(sandbox, id)
    if (wanted(session)) return session
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Calls a control route with JSON. */
export async function control(
  sandbox: Pick<Sandbox, 'url'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json }
}

/** The event types of one session, oldest first, without their common prefix. */
export async function eventsOf(sandbox: Sandbox, id: string): Promise<string[]> {
  const { body } = await control(sandbox, 'GET', 'events')
  return body.data
    .filter((event: Json) => event.data.object.id === id)
    .map((event: Json) => event.type.replace('identity.verification_session.', ''))
}
