import { ENDPOINTS, SESSIONS } from '../client.js'
import { type Scenario, Skipped } from '../stage.js'
import { SILENT } from './around.js'

const DOCUMENT = { type: 'document' }

export const idempotency: Scenario = {
  name: 'idempotency',
  async run(stage) {
    const keyed = (name: string) => ({ headers: { 'idempotency-key': stage.text(name) } })
    const first = await stage.step('first', 'POST', SESSIONS, DOCUMENT, keyed('key'))
    const again = await stage.call('POST', SESSIONS, DOCUMENT, keyed('key'))
    stage.note('repetition', again)
    stage.note('the repetition returns the same session', {
      ...again,
      body: { same: again.body.id !== undefined && again.body.id === first.id },
    })
    await stage.step('other parameters', 'POST', SESSIONS, { type: 'id_number' }, keyed('key'))
    await stage.step('another path', 'POST', `${SESSIONS}/${first.id}/cancel`, {}, keyed('key'))
    await stage.step('a key of more than 255 characters', 'POST', SESSIONS, DOCUMENT, {
      headers: { 'idempotency-key': stage.text('k'.repeat(256)) },
    })

    await stage.step('a GET', 'GET', `${SESSIONS}/${first.id}`, {}, keyed('read'))
    await stage.step(
      'another GET with the same key',
      'GET',
      SESSIONS,
      { client_reference_id: 'none' },
      keyed('read'),
    )

    for (const name of ['a DELETE', 'another DELETE with the same key']) {
      const url = `https://example.com/${stage.text('deleted')}`
      const { body } = await stage.call('POST', ENDPOINTS, { url, enabled_events: SILENT })
      await stage.step(name, 'DELETE', `${ENDPOINTS}/${body.id}`, {}, keyed('delete'))
      await stage.step(`the endpoint after ${name}`, 'GET', `${ENDPOINTS}/${body.id}`)
    }

    await stage.step('a refused parameter', 'POST', SESSIONS, { type: 'selfie' }, keyed('refused'))
    await stage.step(
      'the key of a refused parameter, used again',
      'POST',
      SESSIONS,
      DOCUMENT,
      keyed('refused'),
    )
    await stage.step('a missing session', 'POST', `${SESSIONS}/vs_none/cancel`, {}, keyed('missing'))
    await stage.step(
      'the key of a missing session, used again',
      'POST',
      `${SESSIONS}/vs_none/cancel`,
      {},
      keyed('missing'),
    )
    await stage.call('POST', `${SESSIONS}/${first.id}/cancel`)
    await stage.step(
      'a wrong state',
      'POST',
      `${SESSIONS}/${first.id}`,
      { metadata: { a: 'b' } },
      keyed('state'),
    )
    await stage.step(
      'the key of a wrong state, used again',
      'POST',
      `${SESSIONS}/${first.id}`,
      { metadata: { a: 'b' } },
      keyed('state'),
    )
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
