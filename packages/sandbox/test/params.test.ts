import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, REPORTS, retrieve, SESSIONS } from './support/api.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

const long = 'x'.repeat(5001)
const keys = (count: number) => Array.from({ length: count }, (_, at) => `metadata[k${at}]=v`).join('&')

describe('create', () => {
  it.each([
    ['', 'type', 'parameter_missing', 'Missing required param: type.'],
    ['type=', 'type', 'parameter_invalid_empty', /empty string for 'type'/],
    ['type=selfie', 'type', undefined, 'Invalid type: must be one of document or id_number'],
    ['type[]=document', 'type', undefined, /^Invalid string/],
    ['type=document&type=id_number', 'type', undefined, /^Invalid string/],
    ['type=document&foo=bar', 'foo', 'parameter_unknown', 'Received unknown parameter: foo'],
    ['type=document&a=1&b=2', 'a', 'parameter_unknown', 'Received unknown parameters: a, b'],
    [
      'type=document&options[foo]=1',
      'options[foo]',
      'parameter_unknown',
      'Received unknown parameter: options[foo]',
    ],
    [
      'type=document&options[document][x]=1',
      'options[document][x]',
      'parameter_unknown',
      /unknown parameter/,
    ],
    [
      'type=document&options[email][require_verification]=true',
      'options[email]',
      'parameter_unknown',
      /unknown/,
    ],
    ['type=document&options=1', 'options', undefined, 'Invalid object'],
    ['type=document&options[document]=1', 'options[document]', undefined, 'Invalid object'],
    [
      'type=document&options[document][require_matching_selfie]=yes',
      'options[document][require_matching_selfie]',
      undefined,
      'Invalid boolean: yes',
    ],
    [
      'type=document&options[document][require_live_capture]=1',
      'options[document][require_live_capture]',
      undefined,
      /boolean/,
    ],
    [
      'type=document&options[document][allowed_types]=passport',
      'options[document][allowed_types]',
      undefined,
      'Invalid array',
    ],
    [
      'type=document&options[document][allowed_types][]=visa',
      'options[document][allowed_types][0]',
      undefined,
      /must be one of driving_license, id_card or passport/,
    ],
    [
      `type=document&client_reference_id=${long}`,
      'client_reference_id',
      undefined,
      /must be at most 5000 characters/,
    ],
    ['type=document&client_reference_id=', 'client_reference_id', 'parameter_invalid_empty', /empty string/],
    ['type=document&return_url=somewhere', 'return_url', 'url_invalid', 'Not a valid URL'],
    ['type=document&return_url=javascript:alert(1)', 'return_url', 'url_invalid', 'Not a valid URL'],
    ['type=document&return_url=http://', 'return_url', 'url_invalid', 'Not a valid URL'],
    [
      'type=document&provided_details[email]=nobody',
      'provided_details[email]',
      'email_invalid',
      /Invalid email address/,
    ],
    ['type=document&provided_details[name]=x', 'provided_details[name]', 'parameter_unknown', /unknown/],
    [
      'type=document&related_person[account]=a',
      'related_person[person]',
      'parameter_missing',
      /Missing required param/,
    ],
    ['type=document&metadata=x', 'metadata', undefined, /^Invalid metadata/],
    ['type=document&metadata[a][b]=x', 'metadata[a]', undefined, /must be strings/],
    [
      `type=document&metadata[${'k'.repeat(41)}]=x`,
      `metadata[${'k'.repeat(40)}]`,
      undefined,
      /at most 40 characters/,
    ],
    [`type=document&metadata[a]=${'v'.repeat(501)}`, 'metadata[a]', undefined, /at most 500 characters/],
    [`type=document&${keys(51)}`, 'metadata', undefined, /at most 50 keys/],
    ['type=document&expand=verified_outputs', 'expand', undefined, 'Invalid array'],
    [
      'type=document&expand[]=metadata',
      'expand[0]',
      undefined,
      'This property cannot be expanded (metadata).',
    ],
    ['type=document&expand[]=a.b.c.d.e', 'expand[0]', undefined, /more than 4 levels/],
    [
      'type=document&expand[]=last_verification_report.document',
      'expand[0]',
      undefined,
      /cannot be expanded/,
    ],
    ['type=document&expand[]=data.verified_outputs', 'expand[0]', undefined, /cannot be expanded/],
    ['type=document&expand[]=constructor', 'expand[0]', undefined, /cannot be expanded/],
    ['type=document&a[b][c][d][e][f][g][h][i]=1', undefined, undefined, /nested too deeply/],
  ])('refuses %s', async (form, param, code, message) => {
    const { status, body } = await call(sandbox, 'POST', SESSIONS, form)
    expect(status).toBe(400)
    expect(body.error.type).toBe('invalid_request_error')
    expect(body.error.param).toBe(param)
    expect(body.error.code).toBe(code)
    expect(body.error.message).toMatch(message)
    expect((await control(sandbox, 'GET', 'health')).body).toMatchObject({ sessions: 0, events: 0 })
  })

  it('accepts 50 keys of 40 characters with values of 500', async () => {
    const value = 'v'.repeat(500)
    const form = Array.from(
      { length: 50 },
      (_, at) => `metadata[${`${at}`.padStart(40, 'k')}]=${value}`,
    ).join('&')
    expect(Object.keys((await createSession(sandbox, `type=document&${form}`)).metadata)).toHaveLength(50)
  })

  it('counts an emoji as one character', async () => {
    const emoji = encodeURIComponent('😀')
    const form = `type=document&metadata[${emoji.repeat(40)}]=${emoji.repeat(500)}&client_reference_id=${emoji.repeat(5000)}`
    expect((await createSession(sandbox, form)).client_reference_id).toBe('😀'.repeat(5000))
    for (const more of [`metadata[k]=${emoji.repeat(501)}`, `client_reference_id=${emoji.repeat(5001)}`]) {
      expect((await call(sandbox, 'POST', SESSIONS, `type=document&${more}`)).status).toBe(400)
    }
  })

  it('ignores an empty metadata value on creation', async () => {
    expect((await createSession(sandbox, 'type=document&metadata[a]=&metadata[b]=1')).metadata).toEqual({
      b: '1',
    })
  })
})

describe('update', () => {
  it.each([
    'return_url=https://example.com',
    'client_reference_id=x',
    'related_customer=x',
    'verification_flow=x',
    'status=verified',
    'metadata[a]=%',
  ])('%s: accepts only updatable parameters', async (form) => {
    const { id } = await createSession(sandbox)
    const reply = await call(sandbox, 'POST', `${SESSIONS}/${id}`, form)
    if (form.startsWith('metadata')) expect(reply.status).toBe(200)
    else expect(reply).toMatchObject({ status: 400, body: { error: { code: 'parameter_unknown' } } })
  })

  it('merges metadata: an empty value removes one key, empty metadata removes all', async () => {
    const { id } = await createSession(sandbox, 'type=document&metadata[a]=1&metadata[b]=2')
    await call(sandbox, 'POST', `${SESSIONS}/${id}`, 'metadata[a]=&metadata[c]=3')
    expect((await retrieve(sandbox, id)).metadata).toEqual({ b: '2', c: '3' })
    await call(sandbox, 'POST', `${SESSIONS}/${id}`, 'metadata=')
    expect((await retrieve(sandbox, id)).metadata).toEqual({})
  })

  it('counts the resulting number of keys', async () => {
    const { id } = await createSession(sandbox, `type=document&${keys(50)}`)
    expect((await call(sandbox, 'POST', `${SESSIONS}/${id}`, 'metadata[one_more]=1')).status).toBe(400)
    expect(
      (await call(sandbox, 'POST', `${SESSIONS}/${id}`, 'metadata[one_more]=1&metadata[k0]=')).status,
    ).toBe(200)
  })

  it('merges options one by one; an empty document clears them', async () => {
    const { id } = await createSession(
      sandbox,
      'type=document&options[document][require_matching_selfie]=true',
    )
    const merged = await call(
      sandbox,
      'POST',
      `${SESSIONS}/${id}`,
      'options[document][require_id_number]=true',
    )
    expect(merged.body.options).toEqual({
      document: { require_matching_selfie: true, require_id_number: true },
    })
    const cleared = await call(sandbox, 'POST', `${SESSIONS}/${id}`, 'options[document]=')
    expect(cleared.body.options).toEqual({})
  })
})

describe('lists', () => {
  it.each([
    [SESSIONS, 'limit=0', 'limit'],
    [SESSIONS, 'limit=101', 'limit'],
    [SESSIONS, 'limit=ten', 'limit'],
    [SESSIONS, 'limit[]=1', 'limit'],
    [SESSIONS, 'status=done', 'status'],
    [SESSIONS, 'created=yesterday', 'created'],
    [SESSIONS, 'created[after]=1', 'created[after]'],
    [SESSIONS, 'created[gte]=x', 'created[gte]'],
    [SESSIONS, 'starting_after=vs_nobody', 'starting_after'],
    [SESSIONS, 'ending_before=vs_nobody', 'ending_before'],
    [SESSIONS, 'expand[]=verified_outputs', 'expand[0]'],
    [SESSIONS, 'expand[]=data', 'expand[0]'],
    [SESSIONS, 'type=document', 'type'],
    [REPORTS, 'type=selfie', 'type'],
    [REPORTS, 'starting_after=vr_nobody', 'starting_after'],
    ['/v1/events', 'types=x', 'types'],
    ['/v1/events', 'type=a.b&types[]=c.d', 'types'],
    ['/v1/events', 'delivery_success=maybe', 'delivery_success'],
    ['/v1/events', Array.from({ length: 21 }, () => 'types[]=a.b').join('&'), 'types'],
    ['/v1/files', 'purpose=', 'purpose'],
    ['/v1/webhook_endpoints', 'status=enabled', 'status'],
  ])('GET %s?%s is refused', async (path, query, param) => {
    const { status, body } = await call(sandbox, 'GET', path, query)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ type: 'invalid_request_error', param })
  })

  it('refuse both cursors at once', async () => {
    const { id } = await createSession(sandbox)
    const reply = await call(sandbox, 'GET', SESSIONS, `starting_after=${id}&ending_before=${id}`)
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'parameters_exclusive' } } })
  })

  it('return ten items by default, newest first', async () => {
    const ids: string[] = []
    for (let made = 0; made < 12; made++) ids.unshift((await createSession(sandbox)).id)
    const { body } = await call(sandbox, 'GET', SESSIONS)
    expect(body).toMatchObject({ object: 'list', url: SESSIONS, has_more: true })
    expect(body.data.map((session: { id: string }) => session.id)).toEqual(ids.slice(0, 10))
    const rest = await call(sandbox, 'GET', SESSIONS, `starting_after=${ids[9]}`)
    expect(rest.body.data).toHaveLength(2)
    expect(rest.body.has_more).toBe(false)
  })

  it('accept a second or bounds in created', async () => {
    const first = await createSession(sandbox)
    await sandbox.advance(10_000)
    const second = await createSession(sandbox)
    const found = async (query: string) =>
      (await call(sandbox, 'GET', SESSIONS, query)).body.data.map((one: { id: string }) => one.id)
    expect(await found(`created=${first.created}`)).toEqual([first.id])
    expect(await found(`created[gt]=${first.created}`)).toEqual([second.id])
    expect(await found(`created[lt]=${second.created}`)).toEqual([first.id])
    expect(await found(`created[gte]=${first.created}&created[lte]=${second.created}`)).toEqual([
      second.id,
      first.id,
    ])
  })

  it('return events for thirty days', async () => {
    await createSession(sandbox)
    const [event] = (await call(sandbox, 'GET', '/v1/events')).body.data
    await sandbox.advance(29 * 86_400_000)
    expect((await call(sandbox, 'GET', `/v1/events/${event.id}`)).status).toBe(200)
    await sandbox.advance(2 * 86_400_000)
    expect((await call(sandbox, 'GET', `/v1/events/${event.id}`)).status).toBe(404)
    expect((await call(sandbox, 'GET', '/v1/events')).body.data).toEqual([])
  })

  it('accept a star in event types', async () => {
    const { id } = await createSession(sandbox)
    await call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`)
    const count = async (query: string) => (await call(sandbox, 'GET', '/v1/events', query)).body.data.length
    expect(await count('type=identity.*')).toBe(2)
    expect(await count('types[]=*.canceled&types[]=charge.succeeded')).toBe(1)
    expect(await count('types[]=charge.*&types[]=payout.paid')).toBe(0)
  })
})

describe('webhook endpoints', () => {
  it.each([
    ['enabled_events[]=*', 'url', 'parameter_missing'],
    ['url=http://a.example', 'enabled_events', 'parameter_missing'],
    ['url=ftp://a.example&enabled_events[]=*', 'url', 'url_invalid'],
    ['url=http://a.example&enabled_events[]=verified', 'enabled_events[0]', undefined],
    ['url=http://a.example&enabled_events=*', 'enabled_events', undefined],
    ['url=http://a.example&enabled_events[]=*&disabled=true', 'disabled', 'parameter_unknown'],
  ])('refuses %s', async (form, param, code) => {
    const { status, body } = await call(sandbox, 'POST', '/v1/webhook_endpoints', form)
    expect(status).toBe(400)
    expect(body.error.param).toBe(param)
    expect(body.error.code).toBe(code)
  })

  it('have a description that can be changed and cleared', async () => {
    const path = '/v1/webhook_endpoints'
    const made = await call(
      sandbox,
      'POST',
      path,
      'url=http://a.example&enabled_events[]=*&description=Bookings',
    )
    expect(made.body.description).toBe('Bookings')
    const change = async (form: string) => (await call(sandbox, 'POST', `${path}/${made.body.id}`, form)).body
    expect(await change('disabled=true')).toMatchObject({ description: 'Bookings', status: 'disabled' })
    expect(await change('description=Orders')).toMatchObject({ description: 'Orders' })
    expect(await change('description=')).toMatchObject({ description: null })
    expect(await change(`description=${long}`)).toMatchObject({ error: { param: 'description' } })
  })

  it('are limited to sixteen', async () => {
    const make = () =>
      call(sandbox, 'POST', '/v1/webhook_endpoints', 'url=http://a.example&enabled_events[]=*')
    for (let made = 0; made < 16; made++) expect((await make()).status).toBe(200)
    expect((await make()).status).toBe(400)
  })
})
