import type { Sandbox } from '../../src/index.js'

/** What these tests read of a session. */
export interface SessionJson {
  id: string
  status: string
  client_secret: string
  url: string
  last_error: { code: string; reason: string } | null
  last_verification_report: string | null
}

/** A call of the REST API, as any client makes it; a form makes it a POST. */
export async function api(
  sandbox: Sandbox,
  path: string,
  form?: Record<string, string>,
): Promise<SessionJson> {
  const response = await fetch(sandbox.url + path, {
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const body = await response.json()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`)
  return body as SessionJson
}

export function createSession(sandbox: Sandbox, form: Record<string, string> = {}): Promise<SessionJson> {
  return api(sandbox, '/v1/identity/verification_sessions', { type: 'document', ...form })
}

/** Retrieves the session until it is as wanted; the test's own time limit ends a wait in vain. */
export async function until(
  sandbox: Sandbox,
  id: string,
  wanted: (session: SessionJson) => boolean,
): Promise<SessionJson> {
  for (;;) {
    const session = await api(sandbox, `/v1/identity/verification_sessions/${id}`)
    if (wanted(session)) return session
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
