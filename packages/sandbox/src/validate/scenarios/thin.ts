import type { Arrival } from '../inbox.js'
import { type Scenario, Skipped } from '../stage.js'
import { makeEndpoint, noteArrival, requireInbox } from './webhooks.js'

const TYPE = 'v1.identity.verification_session.'

/** Thin events of a call and of a person's action. The second needs clicks. */
export const thinEvents: Scenario = {
  name: 'thin events',
  async run(stage) {
    const address = requireInbox(stage).address('thin')
    const secret = await stage.hands.destination(
      (...args) => stage.call(...args),
      address,
      stage.text('destination'),
    )
    if (secret === undefined) throw new Skipped('no event destination could be created')
    // With an endpoint for the same events, each thin event names the other one.
    await makeEndpoint(stage, 'classic')
    const session = await stage.create()
    const created = await stage.arrival('thin', isAbout(session.id, 'created'))
    noteArrival(stage, 'of a call', created, secret)
    await stage.step('retrieve', 'GET', `/v2/core/events/${created.event.id}`)
    await stage.hands.choose(session, 'Verification failure')
    await stage.until(session.id, ({ last_error }) => last_error !== null)
    noteArrival(
      stage,
      'of a failed check',
      await stage.arrival('thin', isAbout(session.id, 'requires_input')),
      secret,
    )
  },
}

function isAbout(session: string, fact: string) {
  return ({ event }: Arrival) => event.type === TYPE + fact && event.related_object?.id === session
}
