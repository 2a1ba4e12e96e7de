import { ENDPOINTS, type Json, SESSIONS } from '../client.js'
import { type Arrival, type Inbox, REFUSED, signatureOf } from '../inbox.js'
import { type Scenario, Skipped, type Stage } from '../stage.js'

const TYPE = 'identity.verification_session.'
const EVENTS = ['created', 'canceled'].map((fact) => TYPE + fact)
const MINUTE_MS = 60_000
/** Enough for the retries of test mode. */
const LONGEST_MS = 12 * 60 * MINUTE_MS

/** A delivery of an event, and its signature. */
export const webhooks: Scenario = {
  name: 'webhooks',
  async run(stage) {
    const endpoint = await makeEndpoint(stage, 'taken')
    const { id } = await stage.create()
    await stage.call('POST', `${SESSIONS}/${id}/cancel`)
    for (const fact of ['created', 'canceled']) {
      noteArrival(stage, fact, await stage.arrival('taken', isAbout(id, fact)), endpoint.secret)
    }
  },
}

/** The signatures while two secrets of an endpoint are valid. Needs clicks. */
export const rolledSecret: Scenario = {
  name: 'a rolled webhook secret',
  async run(stage) {
    const endpoint = await makeEndpoint(stage, 'rolled')
    await stage.unlessRefused(stage.hands.roll(endpoint))
    const { id } = await stage.create()
    const arrival = await stage.arrival('rolled', isAbout(id, 'created'))
    stage.noteBody('signature with the old secret', signatureOf(arrival, endpoint.secret))
  },
}

/** The repeated attempts of a webhook that fails. */
export const retries: Scenario = {
  name: 'repeated webhooks',
  async run(stage) {
    const inbox = requireInbox(stage)
    const limitMs = Math.min(stage.side.waitMs, LONGEST_MS)
    if (limitMs === 0) throw new Skipped('no --wait')
    await makeEndpoint(stage, REFUSED)
    const { id } = await stage.create()
    await stage.arrival(REFUSED, isAbout(id, 'created'))
    const attempts: string[] = []
    for (let minute = 0; ; minute++) {
      const arrived = inbox.arrivals(REFUSED).filter(isAbout(id, 'created'))
      while (attempts.length < arrived.length) attempts.push(about(minute))
      if (minute * MINUTE_MS >= limitMs) {
        const signatures = new Set(arrived.map(({ headers }) => headers.get('stripe-signature')))
        return stage.noteBody('attempts', {
          attempts: attempts.join(', '),
          each_has_its_own_signature: signatures.size === arrived.length,
        })
      }
      await stage.pass(MINUTE_MS)
    }
  },
}

/** The webhooks of this side. Skips the rest of the scenario if none can arrive. */
export function requireInbox(stage: Stage): Inbox {
  if (stage.side.inbox === undefined) throw new Skipped('no --webhook-url')
  return stage.side.inbox
}

export async function makeEndpoint(stage: Stage, slot: string): Promise<Json> {
  const { status, body } = await stage.call('POST', ENDPOINTS, {
    url: requireInbox(stage).address(slot),
    enabled_events: EVENTS,
    description: stage.text('endpoint'),
  })
  if (status !== 200) throw new Skipped(`no webhook endpoint could be created: ${body.error?.code ?? status}`)
  return body
}

export function noteArrival(stage: Stage, name: string, arrival: Arrival, secret: string): void {
  const content_type = arrival.headers.get('content-type')
  stage.noteBody(name, { content_type, signature: signatureOf(arrival, secret), event: arrival.event })
}

function isAbout(session: string, fact: string) {
  return ({ event }: Arrival) => event.type === TYPE + fact && event.data?.object?.id === session
}

/** Rounds, since the time between attempts varies. */
function about(minutes: number): string {
  if (minutes < 10) return `${minutes} minutes`
  if (minutes < 90) return `${Math.round(minutes / 10) * 10} minutes`
  return `${Math.round(minutes / 60)} hours`
}
