import { DESTINATIONS, ENDPOINTS, SESSIONS } from './paths.js'
import type { Side } from './stage.js'

/** Redacts the created sessions, and deletes the created endpoints. Returns the ids of those that remain. */
export async function cleanUp({ call, made }: Side): Promise<string[]> {
  const left: string[] = []
  for (const [ids, path] of [
    [made.endpoints, ENDPOINTS],
    [made.destinations, DESTINATIONS],
  ] as const) {
    for (const id of ids) {
      const { status } = await call('DELETE', `${path}/${id}`)
      if (status !== 200) left.push(id)
    }
  }
  for (const id of made.sessions) {
    // Redaction cancels an open session.
    const { status, body } = await call('POST', `${SESSIONS}/${id}/redact`)
    if (status !== 200 && !(await isRedacted(call, id))) left.push(`${id} (${body.error?.code ?? status})`)
  }
  return left
}

async function isRedacted(call: Side['call'], id: string): Promise<boolean> {
  const { body } = await call('GET', `${SESSIONS}/${id}`)
  return body.redaction !== null && body.redaction !== undefined
}
