import { SESSIONS } from '../client.js'
import type { Scenario } from '../stage.js'

/** A session from creation to its end, as far as no clicks are needed. */
export const life: Scenario = {
  name: 'a session',
  async run(stage) {
    const session = await stage.step('create', 'POST', SESSIONS, {
      type: 'document',
      client_reference_id: stage.text('user'),
      metadata: { mine: stage.text('metadata') },
      options: { document: { require_matching_selfie: true, allowed_types: ['passport', 'id_card'] } },
      provided_details: { email: `${stage.text('user')}@example.com`, phone: '+15555550123' },
      return_url: 'https://example.com/back',
    })
    const path = `${SESSIONS}/${session.id}`
    await stage.step('create without options', 'POST', SESSIONS, { type: 'id_number' })
    await stage.step('retrieve', 'GET', path)
    await stage.step('retrieve with expansions', 'GET', path, {
      expand: ['verified_outputs', 'provided_details', 'last_verification_report'],
    })
    await stage.step('update', 'POST', path, {
      metadata: { mine: '', other: stage.text('metadata') },
      options: { document: { require_live_capture: true } },
      provided_details: { phone: '+15555550124' },
    })
    await stage.step('update that clears the options', 'POST', path, { options: { document: '' } })
    await stage.step('update of the type', 'POST', path, { type: 'id_number' })
    await stage.step('list', 'GET', SESSIONS, { client_reference_id: stage.text('user') })
    await stage.step('cancel', 'POST', `${path}/cancel`)
    await stage.step('cancel a canceled session', 'POST', `${path}/cancel`)
    await stage.step('update a canceled session', 'POST', path, { metadata: { mine: stage.text('late') } })
    await stage.step('redact a canceled session', 'POST', `${path}/redact`)
    await stage.step('redact a redacted session', 'POST', `${path}/redact`)
    await stage.step('cancel a redacted session', 'POST', `${path}/cancel`)
    await stage.step('update a redacted session', 'POST', path, { metadata: { mine: stage.text('late') } })
    await stage.step('retrieve a redacted session', 'GET', path, {
      expand: ['provided_details', 'verified_outputs'],
    })
    await stage.events('events', session.id, 'canceled')
  },
}

export const redactOpen: Scenario = {
  name: 'redaction of an open session',
  async run(stage) {
    const { id } = await stage.create({ type: 'document', client_reference_id: stage.text('open') })
    await stage.step('redact', 'POST', `${SESSIONS}/${id}/redact`)
    await stage.events('events', id, 'canceled')
  },
}
