import { isKept, KEPT } from '../by-api.js'
import { type Json, REPORTS, SESSIONS } from '../client.js'
import { type Scenario, Skipped, type Stage } from '../stage.js'

/** The refusal of sensitive results after 48 hours, by a session of earlier days. */
export const olderResults: Scenario = {
  name: 'results older than 48 hours',
  async run(stage) {
    const { restrictedKey: key, made, kept } = stage.side
    if (key === undefined) throw new Skipped('no --restricted-key')
    const session = await stage.patiently(stage.hands.olderSession)
    if (session === undefined)
      throw new Skipped(
        'the account has no such results; leave a session with --keep-one, and run this again after two days',
      )
    if (isKept(session)) {
      kept?.delete(session.id)
      made.sessions.add(session.id)
    }
    const step = (name: string, path: string, field: string) =>
      stage.step(name, 'GET', path, { expand: [field] }, { key })
    await step('date of birth', `${SESSIONS}/${session.id}`, 'verified_outputs.dob')
    await step('document number', `${REPORTS}/${session.last_verification_report}`, 'document.number')
  },
}

/** The end of a redaction, by a session that an earlier run redacted. */
export const endedRedaction: Scenario = {
  name: 'the end of a redaction',
  async run(stage) {
    const session = await stage.patiently(stage.hands.redactedSession)
    if (session === undefined)
      throw new Skipped(
        'the account has no session whose redaction has ended; run this again four days after the first run',
      )
    await stage.step('session', 'GET', `${SESSIONS}/${session.id}`, {
      expand: ['last_verification_report', 'provided_details', 'verified_outputs'],
    })
    await noteEvent(stage, session, 'redacted', {})
    const { created } = session
    await noteEvent(stage, session, 'created', { created: { gte: created, lte: created + 60 } })
  },
}

async function noteEvent(stage: Stage, session: Json, fact: string, filter: object): Promise<void> {
  const type = `identity.verification_session.${fact}`
  const reply = await stage.call('GET', '/v1/events', { type, limit: 100, ...filter })
  const events: Json[] = reply.body.data ?? []
  const event = events.find(({ data }) => data?.object?.id === session.id)
  stage.note(`event ${fact}`, { ...reply, body: { event: event ?? null } })
}

/** Keeps a verified session for a later run. Needs clicks. */
export const keptSession: Scenario = {
  name: 'a session for a later run',
  async run(stage) {
    const { kept, made } = stage.side
    if (kept === undefined) throw new Skipped('no --keep-one')
    const session = await stage.create({ type: 'document', client_reference_id: stage.text(KEPT) })
    await stage.hands.choose(session, 'Verification success async')
    await stage.until(session.id, ({ status }) => status !== 'requires_input')
    await stage.hands.finish(session)
    await stage.until(session.id, ({ status }) => status === 'verified')
    made.sessions.delete(session.id)
    kept.add(session.id)
  },
}
