import { REPORTS, SESSIONS } from '../client.js'
import type { Scenario } from '../stage.js'

/** Pages, cursors and filters. Every list is limited to the sessions of this run. */
export const lists: Scenario = {
  name: 'lists',
  async run(stage) {
    const client_reference_id = stage.text('lists')
    const ids: string[] = []
    for (let made = 0; made < 4; made++) {
      ids.push((await stage.create({ type: 'document', client_reference_id })).id)
    }
    await stage.call('POST', `${SESSIONS}/${ids[0]}/cancel`)
    const list = (name: string, params: object) =>
      stage.step(name, 'GET', SESSIONS, { client_reference_id, ...params })

    await list('all', {})
    await list('a page', { limit: 2 })
    await list('a page after', { limit: 2, starting_after: ids[2] })
    await list('a page before', { limit: 2, ending_before: ids[0] })
    await list('the page before the first', { ending_before: ids[3] })
    await list('by status', { status: 'canceled' })
    await list('by a range of times', { created: { gt: 1, lte: 4_000_000_000 } })
    await list('by one time', { created: 1 })
    await list('expanded', { limit: 1, expand: ['data.provided_details'] })
    await list('expanded without data.', { limit: 1, expand: ['provided_details'] })
    await list('a limit of 0', { limit: 0 })
    await list('a limit of 101', { limit: 101 })
    await list('an invalid limit', { limit: 'many' })
    await list('both cursors', { starting_after: ids[0], ending_before: ids[1] })
    await list('a missing cursor', { starting_after: 'vs_none' })
    await list('an unknown status', { status: 'open' })
    await stage.step('reports of a session', 'GET', REPORTS, { verification_session: ids[0] })
    await stage.step('reports of a missing session', 'GET', REPORTS, {
      verification_session: 'vs_none',
    })
    await stage.step('reports by two filters', 'GET', REPORTS, {
      verification_session: ids[0],
      client_reference_id,
    })
    await stage.step('events by two filters', 'GET', '/v1/events', {
      type: 'identity.verification_session.created',
      types: ['identity.verification_session.created'],
    })
    await stage.step('a page of events', 'GET', '/v1/events', {
      type: 'identity.verification_session.created',
      limit: 1,
    })
  },
}
