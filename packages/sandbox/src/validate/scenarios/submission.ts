import { submittedParams } from '../by-api.js'
import { type Json, REPORTS, SESSIONS } from '../client.js'
import { type Scenario, Skipped, type Stage } from '../stage.js'

/** A session through a failure, a success, a reviewer's override and redaction. Needs clicks. */
export const submission: Scenario = {
  name: 'a submission',
  async run(stage) {
    const session = await stage.create(submittedParams((name) => stage.text(name)))
    await failure(stage, session)
    await processing(stage, await stage.until(session.id, isOpen))
    await verified(stage, session)
    await overridden(stage, session)
    await redacted(stage, session)
  },
}

export const declined: Scenario = {
  name: 'declined consent',
  async run(stage) {
    const session = await stage.create()
    await stage.hands.choose(session, 'Decline consent')
    await stage.until(session.id, failed)
    await stage.step('session', 'GET', `${SESSIONS}/${session.id}`)
    await stage.events('events', session.id, 'requires_input')
    await stage.step('cancel', 'POST', `${SESSIONS}/${session.id}/cancel`)
  },
}

const isOpen = ({ status }: Json) => status === 'requires_input'
const failed = (session: Json) => isOpen(session) && session.last_error !== null

async function failure(stage: Stage, session: Json): Promise<void> {
  const path = `${SESSIONS}/${session.id}`
  await stage.hands.choose(session, 'Verification failure')
  const now = await stage.until(session.id, failed)
  await stage.step('failed: session', 'GET', path, {
    expand: ['last_verification_report', 'verified_outputs'],
  })
  if (now.last_verification_report) {
    await stage.step('failed: report', 'GET', `${REPORTS}/${now.last_verification_report}`)
  }
  await stage.step('failed: reports', 'GET', REPORTS, { verification_session: session.id })
  await stage.events('failed: events', session.id, 'requires_input')
}

async function processing(stage: Stage, session: Json): Promise<void> {
  const path = `${SESSIONS}/${session.id}`
  await stage.hands.choose(session, 'Verification success async')
  await stage.until(session.id, ({ status }) => status !== 'requires_input')
  const before = new Set(stage.notes.keys())
  await stage.step('processing: session', 'GET', path)
  await stage.step('processing: update', 'POST', path, { type: 'id_number' })
  await stage.step('processing: update of metadata', 'POST', path, { metadata: { mine: stage.text('late') } })
  await stage.step('processing: cancel', 'POST', `${path}/cancel`)
  await stage.step('processing: redact', 'POST', `${path}/redact`)
  const { body } = await stage.call('GET', path)
  if (body.status !== 'processing') {
    for (const name of stage.notes.keys()) if (!before.has(name)) stage.notes.delete(name)
    throw new Skipped('the checks were over before the calls were made')
  }
  await stage.hands.finish(session)
  await stage.until(session.id, ({ status }) => status === 'verified')
}

async function verified(stage: Stage, { id }: Json): Promise<void> {
  const path = `${SESSIONS}/${id}`
  const { restrictedKey } = stage.side
  await stage.step('verified: session', 'GET', path)
  await stage.step('verified: expanded', 'GET', path, {
    expand: ['verified_outputs', 'last_verification_report'],
  })
  await stage.step('verified: date of birth with a secret key', 'GET', path, {
    expand: ['verified_outputs.dob'],
  })
  await stage.step('verified: sex with a secret key', 'GET', path, { expand: ['verified_outputs.sex'] })
  await stage.step('verified: document number with a secret key', 'GET', path, {
    expand: ['last_verification_report.document.number'],
  })
  if (restrictedKey !== undefined) {
    const sensitive = [
      'verified_outputs.dob',
      'verified_outputs.id_number',
      'last_verification_report.document.dob',
      'last_verification_report.document.number',
      'last_verification_report.document.expiration_date',
    ]
    await stage.step(
      'verified: sensitive fields with a restricted key',
      'GET',
      path,
      { expand: sensitive },
      { key: restrictedKey },
    )
  }
  await stage.step('verified: update', 'POST', path, { type: 'id_number' })
  await stage.step('verified: update of metadata', 'POST', path, { metadata: { mine: stage.text('late') } })
  await stage.step('verified: cancel', 'POST', `${path}/cancel`)
  await stage.events('verified: events', id, 'verified')
}

async function overridden(stage: Stage, session: Json): Promise<void> {
  const path = `${SESSIONS}/${session.id}`
  const expand = ['last_verification_report', 'verified_outputs']
  try {
    await stage.hands.review(session, 'requires_input')
    await stage.until(session.id, ({ status }) => status !== 'verified')
    await stage.step('override: session', 'GET', path, { expand })
    await stage.step('override: reports', 'GET', REPORTS, { verification_session: session.id })
    await stage.events('override: events', session.id, 'requires_input', 2)
    await stage.hands.review(session, 'verified')
    await stage.until(session.id, ({ status }) => status === 'verified')
    await stage.step('override to verified: session', 'GET', path, { expand })
    await stage.events('override to verified: events', session.id, 'verified', 2)
  } catch (error) {
    if (!(error instanceof Skipped)) throw error
    stage.skip('override', error.message)
  }
}

async function redacted(stage: Stage, { id }: Json): Promise<void> {
  const path = `${SESSIONS}/${id}`
  const { status } = (await stage.call('GET', path)).body
  if (status !== 'verified') throw new Skipped('its last status is not verified')
  await stage.step('redacted: redact', 'POST', `${path}/redact`)
  await stage.step('redacted: redact again', 'POST', `${path}/redact`)
  await stage.step('redacted: cancel', 'POST', `${path}/cancel`)
  await stage.step('redacted: update', 'POST', path, { metadata: { mine: stage.text('late') } })
  await stage.step('redacted: session', 'GET', path, {
    expand: ['last_verification_report', 'verified_outputs', 'provided_details'],
  })
}
