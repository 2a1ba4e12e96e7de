import { REPORTS, type Scenario, SESSIONS } from '../stage.js'

const DOCUMENT = { type: 'document' }

/** Calls that are wrong in one way each: status, code, param and sentence of the refusal. */
export const refusals: Scenario = {
  name: 'refusals',
  async run(stage) {
    const { id } = await stage.create()
    const create = (name: string, params: object) => stage.step(name, 'POST', SESSIONS, params)

    await create('an unknown parameter', { ...DOCUMENT, foo: 'x' })
    await create('two unknown parameters', { ...DOCUMENT, foo: 'x', bar: 'y' })
    await create('an unknown nested parameter', { ...DOCUMENT, options: { document: { foo: 'x' } } })
    await create('no type', {})
    await create('an unknown type', { type: 'selfie' })
    await create('an empty text', { ...DOCUMENT, client_reference_id: '' })
    await create('a text that is too long', { ...DOCUMENT, client_reference_id: 'a'.repeat(5001) })
    await create('a boolean that is none', {
      ...DOCUMENT,
      options: { document: { require_matching_selfie: 'maybe' } },
    })
    await create('an unknown document type', {
      ...DOCUMENT,
      options: { document: { allowed_types: ['library_card'] } },
    })
    await create('an array that is none', {
      ...DOCUMENT,
      options: { document: { allowed_types: 'passport' } },
    })
    await create('an object that is none', { ...DOCUMENT, options: 'x' })
    await create('a return_url that is none', { ...DOCUMENT, return_url: 'not a url' })
    await create('an e-mail address that is none', { ...DOCUMENT, provided_details: { email: 'nobody' } })
    await create('a person without an account', { ...DOCUMENT, related_person: { person: 'person_none' } })
    await create('too many metadata', { ...DOCUMENT, metadata: numbered(51) })
    await create('a metadata key that is too long', { ...DOCUMENT, metadata: { ['k'.repeat(41)]: 'v' } })
    await create('a metadata value that is too long', { ...DOCUMENT, metadata: { k: 'v'.repeat(501) } })

    await create('a flow that is not there', { verification_flow: 'none' })
    await create('a flow that might be there', { verification_flow: 'vf_1NoneOfThisAccount' })
    await create('a type beside a flow', { ...DOCUMENT, verification_flow: 'vf_1NoneOfThisAccount' })
    await create('options beside a flow', {
      verification_flow: 'vf_1NoneOfThisAccount',
      options: { document: { require_matching_selfie: true } },
    })

    await stage.step('a session that is not there', 'GET', `${SESSIONS}/vs_none`)
    await stage.step('a change of a session that is not there', 'POST', `${SESSIONS}/vs_none`, {})
    await stage.step('a cancel of a session that is not there', 'POST', `${SESSIONS}/vs_none/cancel`)
    await stage.step('a report that is not there', 'GET', `${REPORTS}/vr_none`)
    await stage.step('an event that is not there', 'GET', '/v1/events/evt_none')
    await stage.step('an endpoint that is not there', 'GET', '/v1/webhook_endpoints/we_none')
    await stage.step('a file that is not there', 'GET', '/v1/files/file_none')
    await stage.step('a file link that is not there', 'GET', '/v1/file_links/link_none')
    await stage.step('a path that is not there', 'GET', '/v1/identity/nothing')
    await stage.step('a trailing slash', 'GET', `${SESSIONS}/`)
    await stage.step('a method that is not there', 'DELETE', `${SESSIONS}/${id}`)

    await stage.step('a change of what cannot be changed', 'POST', `${SESSIONS}/${id}`, {
      return_url: 'https://example.com',
    })
    await stage.step('an expand that is not there', 'GET', `${SESSIONS}/${id}`, { expand: ['nothing'] })
    await stage.step('an expand of what cannot be expanded', 'GET', `${SESSIONS}/${id}`, {
      expand: ['status'],
    })
    await stage.step('an expand of five levels', 'GET', `${SESSIONS}/${id}`, {
      expand: ['last_verification_report.verification_session.last_verification_report.document.number'],
    })
    await stage.step('a sensitive field for a secret key', 'GET', `${SESSIONS}/${id}`, {
      expand: ['verified_outputs.dob'],
    })
    await stage.step('the sex for a secret key', 'GET', `${SESSIONS}/${id}`, {
      expand: ['verified_outputs.sex'],
    })
    await stage.step('the place of birth for a secret key', 'GET', `${SESSIONS}/${id}`, {
      expand: ['verified_outputs.unparsed_place_of_birth'],
    })
  },
}

/** What stands in the headers. */
export const credentials: Scenario = {
  name: 'keys and versions',
  async run(stage) {
    const get = (name: string, options: object) => stage.step(name, 'GET', `${SESSIONS}/vs_none`, {}, options)
    await get('no key', { key: null })
    await get('a key that is none', { key: 'hello' })
    await get('a publishable key', { key: 'pk_test_none' })
    await get('a version that is none', { headers: { 'stripe-version': 'soon' } })
    await get('a version of no day', { headers: { 'stripe-version': '2024-02-31' } })
    await get('an old version', { headers: { 'stripe-version': '2020-08-27' } })
    await get('a day without a release', { headers: { 'stripe-version': '2020-08-26' } })
    await get('the account of somebody else', { headers: { 'stripe-account': 'acct_1None' } })
  },
}

function numbered(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))
}
