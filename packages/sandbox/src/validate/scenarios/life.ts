import { type Scenario, SESSIONS } from '../stage.js'

/** A session from its birth to its end, as far as nobody has to click. */
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
    await stage.step('create with nothing asked for', 'POST', SESSIONS, { type: 'id_number' })
    await stage.step('retrieve', 'GET', path)
    await stage.step('retrieve what is expanded', 'GET', path, {
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
    await stage.step('cancel what is canceled', 'POST', `${path}/cancel`)
    await stage.step('update what is canceled', 'POST', path, { metadata: { mine: stage.text('late') } })
    await stage.step('redact what is canceled', 'POST', `${path}/redact`)
    await stage.step('redact again', 'POST', `${path}/redact`)
    await stage.step('cancel what is redacted', 'POST', `${path}/cancel`)
    await stage.step('update what is redacted', 'POST', path, { metadata: { mine: stage.text('late') } })
    await stage.step('retrieve what is redacted', 'GET', path, {
      expand: ['provided_details', 'verified_outputs'],
    })
    await stage.events('events of cancel and redact', session.id, 'canceled')
  },
}

export const redactOpen: Scenario = {
  name: 'a redaction of an open session',
  async run(stage) {
    const { id } = await stage.create({ type: 'document', client_reference_id: stage.text('open') })
    await stage.step('redact', 'POST', `${SESSIONS}/${id}/redact`)
    await stage.events('events', id, 'canceled')
  },
}
