import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, type Json, retrieve, SESSIONS } from './support/api.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

async function reportOf(id: string): Promise<Json> {
  await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
  return (await retrieve(sandbox, id, 'expand[]=last_verification_report')).last_verification_report
}
const refused = async (path: string, form: string) => {
  const { status, body } = await call(sandbox, 'POST', path, form)
  return { status, param: body.error?.param, message: body.error?.message }
}

describe('options', () => {
  it.each([
    ['type=document', {}, { document: {} }],
    ['type=id_number', {}, { id_number: {} }],
    [
      'type=document&options[document][require_matching_selfie]=true',
      { document: { require_matching_selfie: true } },
      { document: { require_matching_selfie: true } },
    ],
    [
      'type=id_number&options[document][require_live_capture]=true',
      { document: { require_live_capture: true } },
      { document: { require_live_capture: true }, id_number: {} },
    ],
  ])('of %s are returned as given, and the report has its type', async (form, session, report) => {
    const made = await createSession(sandbox, form)
    expect(made.options).toEqual(session)
    expect((await reportOf(made.id)).options).toEqual(report)
  })

  it('of the former type are removed after a change of type', async () => {
    const { id } = await createSession(sandbox, 'type=document')
    expect((await call(sandbox, 'POST', `${SESSIONS}/${id}`, 'type=id_number')).body.options).toEqual({})
    expect((await reportOf(id)).options).toEqual({ id_number: {} })
  })
})

describe('a verification flow', () => {
  it('sets its own type and options, which no update changes', async () => {
    const { id, ...made } = await createSession(sandbox, 'verification_flow=vf_1Abc')
    expect(made).toMatchObject({ type: 'verification_flow', options: null, verification_flow: 'vf_1Abc' })
    const path = `${SESSIONS}/${id}`
    expect(await refused(path, 'type=document')).toMatchObject({ status: 400, param: 'type' })
    expect(await refused(path, 'options[document][require_live_capture]=true')).toMatchObject({
      status: 400,
      param: 'options',
    })
    expect((await call(sandbox, 'POST', path, 'metadata[a]=b')).body).toMatchObject({
      type: 'verification_flow',
      options: null,
      metadata: { a: 'b' },
    })
  })

  it.each([
    ['verification_flow=banana', 'verification_flow', /No such VerificationFlow: 'banana'/],
    ['verification_flow=vs_1', 'verification_flow', /No such VerificationFlow/],
    ['verification_flow=vf_1&type=document', 'type', /only specify one/],
    ['verification_flow=vf_1&options[document]=', 'options', /those of the flow/],
  ])('%s is refused', async (form, param, message) => {
    expect(await refused(SESSIONS, form)).toEqual({
      status: 400,
      param,
      message: expect.stringMatching(message),
    })
  })
})

it.each([
  'type=document',
  'type=id_number&options[document][require_matching_selfie]=true',
  'type=document&options[document][require_id_number]=true',
  'verification_flow=vf_1',
])('the modal for %s lists the checks of the later report', async (form) => {
  const { id, client_secret } = await createSession(sandbox, form)
  const looked = await fetch(`${sandbox.url}/_client/sessions/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_secret, publishable_key: sandbox.publishableKey }),
  })
  const { session } = (await looked.json()) as { session: { checks: string[] } }
  const report = await reportOf(id)
  const held = ['document', 'selfie', 'id_number', 'email', 'phone'].filter((check) => check in report)
  expect(session.checks.map((check) => check.replace('ID number', 'id_number')).sort()).toEqual(held.sort())
})

it('submit and override return copies', async () => {
  const { id } = await createSession(sandbox, 'type=document&metadata[kept]=yes')
  const submitted = (await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })) as Json
  submitted.metadata.kept = 'no'
  submitted.options.document = { changed: true }
  const overridden = (await sandbox.override(id, 'requires_input')) as Json
  overridden.last_error.code = 'mine'
  expect(await retrieve(sandbox, id)).toMatchObject({
    metadata: { kept: 'yes' },
    options: {},
    last_error: { code: 'document_unverified_other' },
  })
  expect(JSON.stringify((await control(sandbox, 'GET', 'events')).body)).not.toContain('"no"')
})
