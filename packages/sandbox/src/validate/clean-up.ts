import { ENDPOINTS, SESSIONS, type Side } from './stage.js'

/** Redacts the sessions and deletes the endpoints that were made; gives the ids of those that are left. */
export async function cleanUp({ call, made }: Side): Promise<string[]> {
  const left: string[] = []
  for (const id of made.endpoints) {
    const { status } = await call('DELETE', `${ENDPOINTS}/${id}`)
    if (status !== 200) left.push(id)
  }
  for (const id of made.sessions) {
    // An open session is canceled by it.
    const { status, body } = await call('POST', `${SESSIONS}/${id}/redact`)
    if (status !== 200 && !(await isRedacted(call, id))) left.push(`${id} (${body.error?.code ?? status})`)
  }
  return left
}

async function isRedacted(call: Side['call'], id: string): Promise<boolean> {
  const { body } = await call('GET', `${SESSIONS}/${id}`)
  return body.redaction !== null && body.redaction !== undefined
}
