import { REPORTS, SESSIONS } from '../client.js'
import type { Scenario } from '../stage.js'

const DOCUMENT = { type: 'document' }

/** Calls with one mistake each: status, code, param and message of the refusal. */
export const refusals: Scenario = {
  name: 'refusals',
  async run(stage) {
    const { id } = await stage.create()
    const create = (name: string, params: object) => stage.step(name, 'POST', SESSIONS, params)

    await create('an unknown parameter', { ...DOCUMENT, foo: 'x' })
    await create('two unknown parameters', { ...DOCUMENT, foo: 'x', bar: 'y' })
    await create('an unknown nested parameter', { ...DOCUMENT, options: { document: { foo: 'x' } } })
    await create('a missing type', {})
    await create('an unknown type', { type: 'selfie' })
    await create('an empty text', { ...DOCUMENT, client_reference_id: '' })
    await create('a text of 5,001 characters', { ...DOCUMENT, client_reference_id: 'a'.repeat(5001) })
    await create('an invalid boolean', {
      ...DOCUMENT,
      options: { document: { require_matching_selfie: 'maybe' } },
    })
    await create('an unknown document type', {
      ...DOCUMENT,
      options: { document: { allowed_types: ['library_card'] } },
    })
    await create('an invalid array', {
      ...DOCUMENT,
      options: { document: { allowed_types: 'passport' } },
    })
    await create('an invalid object', { ...DOCUMENT, options: 'x' })
    await create('an invalid return_url', { ...DOCUMENT, return_url: 'not a url' })
    await create('an invalid e-mail address', { ...DOCUMENT, provided_details: { email: 'nobody' } })
    await create('a person without an account', { ...DOCUMENT, related_person: { person: 'person_none' } })
    await create('51 metadata keys', { ...DOCUMENT, metadata: numbered(51) })
    await create('a metadata key of 41 characters', { ...DOCUMENT, metadata: { ['k'.repeat(41)]: 'v' } })
    await create('a metadata value of 501 characters', { ...DOCUMENT, metadata: { k: 'v'.repeat(501) } })

    await create('an invalid flow id', { verification_flow: 'none' })
    await create('a missing flow', { verification_flow: 'vf_1NoneOfThisAccount' })
    await create('a type beside a flow', { ...DOCUMENT, verification_flow: 'vf_1NoneOfThisAccount' })
    await create('options beside a flow', {
      verification_flow: 'vf_1NoneOfThisAccount',
      options: { document: { require_matching_selfie: true } },
    })

    await stage.step('a missing session', 'GET', `${SESSIONS}/vs_none`)
    await stage.step('an update of a missing session', 'POST', `${SESSIONS}/vs_none`, {})
    await stage.step('a cancellation of a missing session', 'POST', `${SESSIONS}/vs_none/cancel`)
    await stage.step('a missing report', 'GET', `${REPORTS}/vr_none`)
    await stage.step('a missing event', 'GET', '/v1/events/evt_none')
    await stage.step('a missing webhook endpoint', 'GET', '/v1/webhook_endpoints/we_none')
    await stage.step('a missing file', 'GET', '/v1/files/file_none')
    await stage.step('a missing file link', 'GET', '/v1/file_links/link_none')
    await stage.step('an unknown path', 'GET', '/v1/identity/nothing')
    await stage.step('a trailing slash', 'GET', `${SESSIONS}/`)
    await stage.step('an unsupported method', 'DELETE', `${SESSIONS}/${id}`)

    await stage.step('an update of return_url', 'POST', `${SESSIONS}/${id}`, {
      return_url: 'https://example.com',
    })
    await stage.step('an expansion of an unknown field', 'GET', `${SESSIONS}/${id}`, { expand: ['nothing'] })
    await stage.step('an expansion of a plain field', 'GET', `${SESSIONS}/${id}`, {
      expand: ['status'],
    })
    await stage.step('an expansion of five levels', 'GET', `${SESSIONS}/${id}`, {
      expand: ['last_verification_report.verification_session.last_verification_report.document.number'],
    })
    await stage.step('a sensitive field with a secret key', 'GET', `${SESSIONS}/${id}`, {
      expand: ['verified_outputs.dob'],
    })
    await stage.step('the sex with a secret key', 'GET', `${SESSIONS}/${id}`, {
      expand: ['verified_outputs.sex'],
    })
    await stage.step('the place of birth with a secret key', 'GET', `${SESSIONS}/${id}`, {
      expand: ['verified_outputs.unparsed_place_of_birth'],
    })
  },
}

/** Keys and versions in headers. */
export const credentials: Scenario = {
  name: 'keys and versions',
  async run(stage) {
    const get = (name: string, options: object) => stage.step(name, 'GET', `${SESSIONS}/vs_none`, {}, options)
    await get('no key', { key: null })
    await get('an invalid key', { key: 'hello' })
    await get('a publishable key', { key: 'pk_test_none' })
    await get('an invalid version', { headers: { 'stripe-version': 'soon' } })
    await get('a version with an impossible date', { headers: { 'stripe-version': '2024-02-31' } })
    await get('an old version', { headers: { 'stripe-version': '2020-08-27' } })
    await get('a version between two releases', { headers: { 'stripe-version': '2020-08-26' } })
    await get('the account of another key', { headers: { 'stripe-account': 'acct_1None' } })
  },
}

function numbered(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))
}
