import { ENDPOINTS, SESSIONS } from '../client.js'
import { type Scenario, Skipped } from '../stage.js'

/** An event that accounts of this kind never receive, so that nothing is posted to the invented address. */
export const SILENT = ['account.application.deauthorized']
const MOST_ENDPOINTS = 17

export const endpoints: Scenario = {
  name: 'webhook endpoints',
  async run(stage) {
    const url = `https://example.com/${stage.text('webhook')}`
    const params = { url, enabled_events: SILENT, description: stage.text('endpoint') }
    const made = await stage.step('create', 'POST', ENDPOINTS, params)
    if (made.id === undefined) throw new Skipped('no endpoint could be made')
    const path = `${ENDPOINTS}/${made.id}`
    await stage.step('retrieve', 'GET', path)
    await stage.step('disable', 'POST', path, { disabled: true })
    await stage.step('a missing url', 'POST', ENDPOINTS, { enabled_events: SILENT })
    await stage.step('missing enabled_events', 'POST', ENDPOINTS, { url })
    await stage.step('an unknown event type', 'POST', ENDPOINTS, {
      url,
      enabled_events: ['identity.nothing'],
    })
    await stage.step('an invalid url', 'POST', ENDPOINTS, { url: 'nowhere', enabled_events: SILENT })
    await stage.step('an invalid version', 'POST', ENDPOINTS, { ...params, api_version: 'soon' })
    await stage.step('delete', 'DELETE', path)
    await stage.step('delete a deleted endpoint', 'DELETE', path)
  },
}

/** Finds the limit of endpoints: creates them until one is refused, then deletes them. */
export const mostEndpoints: Scenario = {
  name: 'too many webhook endpoints',
  async run(stage) {
    for (let made = 0; made < MOST_ENDPOINTS; made++) {
      const url = `https://example.com/${stage.text(`webhook-${made}`)}`
      const reply = await stage.call('POST', ENDPOINTS, { url, enabled_events: SILENT })
      if (reply.status !== 200) return stage.note('the refusal', reply)
    }
    stage.note('17 endpoints are allowed', { status: 200, headers: new Headers(), body: {} })
  },
}

export const ephemeralKeys: Scenario = {
  name: 'ephemeral keys',
  async run(stage) {
    const { id } = await stage.create()
    const made = await stage.step('create', 'POST', '/v1/ephemeral_keys', { verification_session: id })
    await stage.step('without a session', 'POST', '/v1/ephemeral_keys', {})
    await stage.step('for a missing session', 'POST', '/v1/ephemeral_keys', {
      verification_session: 'vs_none',
    })
    if (typeof made.id === 'string') await stage.step('delete', 'DELETE', `/v1/ephemeral_keys/${made.id}`)
  },
}

const BURST = 80

/** The answer to a client that exceeds the rate limit, if there is one. */
export const rateLimit: Scenario = {
  name: 'too many calls',
  async run(stage) {
    await stage.hands.limit(true)
    const calls = Array.from({ length: BURST }, () =>
      stage.call('GET', `${SESSIONS}/vs_none`, {}, { limited: true }),
    )
    const refused = (await Promise.all(calls)).find(({ status }) => status === 429)
    await stage.hands.limit(false)
    if (!refused) throw new Skipped(`${BURST} simultaneous calls were all answered`)
    stage.note('the refusal', refused)
  },
}
