import type { Sandbox } from '../../src/index.js'

/** An answer whose fields the tests look at one by one. */
// biome-ignore lint/suspicious/noExplicitAny: what it holds is what the tests are there to find out
export type Json = Record<string, any>

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

export interface CallOptions {
  /** `null` sends none. */
  readonly key?: string | null
  readonly headers?: Record<string, string>
}

/** Calls the API as any HTTP client would; `form` is the text of the body, or of the query for a GET. */
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

/** Creates a session; of a document, unless the form is a whole one. */
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

/** Retrieves the session until it is as wanted; the test's own time limit ends a wait in vain. */
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

/** The events of one session, oldest first, without the common beginning of their names. */
export async function eventsOf(sandbox: Sandbox, id: string): Promise<string[]> {
  const { body } = await control(sandbox, 'GET', 'events')
  return body.data
    .filter((event: Json) => event.data.object.id === id)
    .map((event: Json) => event.type.replace('identity.verification_session.', ''))
}
