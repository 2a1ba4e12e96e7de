import { ENDPOINTS, SESSIONS } from '../client.js'
import { type Scenario, Skipped } from '../stage.js'
import { SILENT } from './around.js'

const DOCUMENT = { type: 'document' }

export const idempotency: Scenario = {
  name: 'idempotency',
  async run(stage) {
    const keyed = (key: string) => ({ headers: { 'idempotency-key': stage.text(key) } })
    const post = (name: string, path: string, params: object, key: string) =>
      stage.step(name, 'POST', path, params, keyed(key))

    const first = await post('first', SESSIONS, DOCUMENT, 'key')
    const again = await stage.call('POST', SESSIONS, DOCUMENT, keyed('key'))
    stage.note('repetition', again)
    stage.note('the repetition returns the same session', {
      ...again,
      body: { same: again.body.id !== undefined && again.body.id === first.id },
    })
    await post('other parameters', SESSIONS, { type: 'id_number' }, 'key')
    await post('another path', `${SESSIONS}/${first.id}/cancel`, {}, 'key')
    await post('a key of more than 255 characters', SESSIONS, DOCUMENT, 'k'.repeat(256))

    await stage.step('a GET', 'GET', `${SESSIONS}/${first.id}`, {}, keyed('read'))
    const query = { client_reference_id: 'none' }
    await stage.step('another GET with the same key', 'GET', SESSIONS, query, keyed('read'))

    for (const name of ['a DELETE', 'another DELETE with the same key']) {
      const url = `https://example.com/${stage.text('deleted')}`
      const { body } = await stage.call('POST', ENDPOINTS, { url, enabled_events: SILENT })
      await stage.step(name, 'DELETE', `${ENDPOINTS}/${body.id}`, {}, keyed('delete'))
      await stage.step(`the endpoint after ${name}`, 'GET', `${ENDPOINTS}/${body.id}`)
    }

    await post('a refused parameter', SESSIONS, { type: 'selfie' }, 'refused')
    await post('the key of a refused parameter, used again', SESSIONS, DOCUMENT, 'refused')
    const missing = `${SESSIONS}/vs_none/cancel`
    await post('a missing session', missing, {}, 'missing')
    await post('the key of a missing session, used again', missing, {}, 'missing')
    await stage.call('POST', `${SESSIONS}/${first.id}/cancel`)
    const change = { metadata: { a: 'b' } }
    await post('a wrong state', `${SESSIONS}/${first.id}`, change, 'state')
    await post('the key of a wrong state, used again', `${SESSIONS}/${first.id}`, change, 'state')
  },
}

/** The answer to the second of two simultaneous calls with one key. */
export const conflict: Scenario = {
  name: 'simultaneous calls with one key',
  async run(stage) {
    for (let tries = 0; tries < 5; tries++) {
      const options = { headers: { 'idempotency-key': stage.text(`at-once-${tries}`) } }
      await stage.hands.slow(SESSIONS)
      const both = await Promise.all([1, 2, 3].map(() => stage.call('POST', SESSIONS, DOCUMENT, options)))
      const refused = both.find(({ status }) => status === 409)
      if (refused) return stage.note('the conflict', { ...refused, headers: withoutKey(refused.headers) })
    }
    throw new Skipped('no calls overlapped')
  },
}

/** Removes the key, whose name contains the number of the try. */
function withoutKey(headers: Headers): Headers {
  const rest = new Headers(headers)
  rest.delete('idempotency-key')
  return rest
}
