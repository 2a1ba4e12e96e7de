import { type Scenario, SESSIONS, Skipped } from '../stage.js'

const DOCUMENT = { type: 'document' }

export const idempotency: Scenario = {
  name: 'idempotency',
  async run(stage) {
    const keyed = (name: string) => ({ headers: { 'idempotency-key': stage.text(name) } })
    const first = await stage.step('first', 'POST', SESSIONS, DOCUMENT, keyed('key'))
    const again = await stage.call('POST', SESSIONS, DOCUMENT, keyed('key'))
    stage.note('again', again)
    stage.note('again is the same session', {
      ...again,
      body: { same: again.body.id !== undefined && again.body.id === first.id },
    })
    await stage.step('other parameters', 'POST', SESSIONS, { type: 'id_number' }, keyed('key'))
    await stage.step('another path', 'POST', `${SESSIONS}/${first.id}/cancel`, {}, keyed('key'))
    await stage.step('a key that is too long', 'POST', SESSIONS, DOCUMENT, {
      headers: { 'idempotency-key': stage.text('k'.repeat(256)) },
    })

    await stage.step('a GET', 'GET', `${SESSIONS}/${first.id}`, {}, keyed('read'))
    await stage.step(
      'another GET with the key',
      'GET',
      SESSIONS,
      { client_reference_id: 'none' },
      keyed('read'),
    )

    await stage.step('a refused parameter', 'POST', SESSIONS, { type: 'selfie' }, keyed('refused'))
    await stage.step('… is not kept', 'POST', SESSIONS, DOCUMENT, keyed('refused'))
    await stage.step('a 404', 'POST', `${SESSIONS}/vs_none/cancel`, {}, keyed('missing'))
    await stage.step('… is kept, or not', 'POST', `${SESSIONS}/vs_none/cancel`, {}, keyed('missing'))
    await stage.call('POST', `${SESSIONS}/${first.id}/cancel`)
    await stage.step(
      'a wrong state',
      'POST',
      `${SESSIONS}/${first.id}`,
      { metadata: { a: 'b' } },
      keyed('state'),
    )
    await stage.step(
      '… is kept or not',
      'POST',
      `${SESSIONS}/${first.id}`,
      { metadata: { a: 'b' } },
      keyed('state'),
    )
  },
}

/** What the second of two calls at once with one key is answered. */
export const conflict: Scenario = {
  name: 'two calls at once with one key',
  async run(stage) {
    for (let tries = 0; tries < 5; tries++) {
      const options = { headers: { 'idempotency-key': stage.text(`at-once-${tries}`) } }
      await stage.hands.slow(SESSIONS)
      const both = await Promise.all([1, 2, 3].map(() => stage.call('POST', SESSIONS, DOCUMENT, options)))
      const refused = both.find(({ status }) => status === 409)
      if (refused) return stage.note('the conflict', { ...refused, headers: withoutKey(refused.headers) })
    }
    throw new Skipped('no two calls met')
  },
}

/** The key's name holds the try. */
function withoutKey(headers: Headers): Headers {
  const rest = new Headers(headers)
  rest.delete('idempotency-key')
  return rest
}
