import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, retrieve, SESSIONS } from './support/api.js'
import { type Receiver, startReceiver } from './support/receiver.js'

let sandbox: Sandbox
let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  sandbox = await createSandbox({ clock: 'frozen', forwardTo: receiver.url })
})
afterEach(async () => {
  await sandbox.close()
  await receiver.close()
})

describe('the control API in JavaScript', () => {
  it('returns requests, events and deliveries, with filters', async () => {
    const { id } = await createSession(sandbox)
    const other = await createSession(sandbox)
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await sandbox.advance(0)
    expect(sandbox.requests()).toEqual((await control(sandbox, 'GET', 'requests')).body.data)
    expect(sandbox.requests({ limit: 1 })).toHaveLength(1)
    expect(sandbox.requests({ path: '/v1/nothing' })).toEqual([])
    expect(sandbox.events({ session: id }).map(({ type }) => type.split('.').at(-1))).toEqual([
      'created',
      'processing',
      'verified',
    ])
    expect(
      sandbox.events({ type: 'created', limit: 1 }).map(({ data }) => (data.object as { id: string }).id),
    ).toEqual([other.id])
    expect(sandbox.events()).toEqual((await control(sandbox, 'GET', 'events')).body.data)
    expect((await control(sandbox, 'GET', `events?session=${id}&limit=2`)).body.data).toEqual(
      sandbox.events({ session: id, limit: 2 }),
    )
    expect(sandbox.deliveries()).toHaveLength(4)
    expect(sandbox.deliveries({ limit: 2 })).toEqual(sandbox.deliveries().slice(2))
    expect(sandbox.deliveries({ session: id }).map(({ event_type }) => event_type.split('.').at(-1))).toEqual(
      ['created', 'processing', 'verified'],
    )
    expect((await control(sandbox, 'GET', `deliveries?session=${id}&type=verified`)).body.data).toEqual(
      sandbox.deliveries().slice(3),
    )
    expect((await control(sandbox, 'GET', 'deliveries?limit=x')).status).toBe(400)
  })

  it('sets faults, limits and the delivery policy', async () => {
    sandbox.faults.add({ path: '/v1/*', status: 503 })
    expect(sandbox.faults.list).toMatchObject([{ method: '*', path: '/v1/*', times: 1, status: 503 }])
    expect((await call(sandbox, 'GET', SESSIONS)).status).toBe(503)
    sandbox.faults.add({ path: '/v1/*', status: 503 })
    sandbox.faults.clear()
    sandbox.setLimits({ per_endpoint_rps: 1 })
    expect((await call(sandbox, 'GET', SESSIONS)).status).toBe(200)
    expect((await call(sandbox, 'GET', SESSIONS)).status).toBe(429)
    sandbox.setLimits({ per_endpoint_rps: 0 })
    sandbox.setPolicy({ drop: true })
    await createSession(sandbox)
    await sandbox.advance(86_400_000)
    expect(receiver.received).toEqual([])
    expect(() => sandbox.setPolicy({ drop: 2 })).toThrow(/drop/)
    expect(() => sandbox.faults.add({ path: 'x' })).toThrow(/path/)
  })

  it('declines, settles and resends', async () => {
    const { id } = await createSession(sandbox)
    expect(await sandbox.decline(id)).toMatchObject({
      status: 'requires_input',
      last_error: { code: 'consent_declined' },
    })
    await sandbox.submit(id, 'unverified', { error_code: 'document_expired', processing_ms: 60_000 })
    expect(await sandbox.settle(id)).toMatchObject({ last_error: { code: 'document_expired' } })
    await expect(sandbox.settle(id)).rejects.toThrow(/neither being processed nor redacted/)
    // The outcome that was pending does not occur a second time.
    await sandbox.advance(60_000)
    expect(sandbox.events({ session: id })).toHaveLength(4)
    const [created] = sandbox.events()
    await receiver.until(4)
    expect(sandbox.resend(created!.id)).toEqual({ event_id: created!.id, endpoints: 1 })
    await receiver.until(5)
    expect(() => sandbox.resend('evt_nobody')).toThrow(/No such event/)
    for (const path of [`sessions/${id}/decline`, `sessions/${id}/settle`]) {
      const reply = await control(sandbox, 'POST', path)
      expect(reply.status).toBe(path.endsWith('decline') ? 200 : 409)
    }
  })

  it('delivered() resolves when a webhook was acknowledged, also if that is later', async () => {
    const { id } = await createSession(sandbox)
    expect(await sandbox.delivered(id, 'created')).toMatchObject({
      type: 'identity.verification_session.created',
    })
    const verified = sandbox.delivered(id, 'verified')
    await sandbox.submit(id)
    await sandbox.advance(500)
    expect((await verified).data.object).toMatchObject({ id, status: 'verified' })
    expect(receiver.received.at(-1)!.event.id).toBe((await verified).id)
  })

  it('delivered() rejects with the reason if no webhook was acknowledged', async () => {
    const { id } = await createSession(sandbox)
    await sandbox.submit(id)
    await expect(sandbox.delivered(id, 'verified', { timeout: 20 })).rejects.toThrow(/clock is frozen/)
    receiver.answer = (response) => response.writeHead(500).end()
    await sandbox.advance(500)
    await expect(sandbox.delivered(id, 'verified', { timeout: 20 })).rejects.toThrow(
      /1 attempts, answers: 500/,
    )
    await expect(sandbox.delivered('vs_nobody', 'verified')).rejects.toThrow(/No such verification session/)
  })
})

describe('the person found by the checks', () => {
  const outputs = async (id: string) =>
    await retrieve(
      sandbox,
      id,
      'expand[]=verified_outputs.dob&expand[]=verified_outputs.id_number&expand[]=last_verification_report.document.number&expand[]=last_verification_report.document.expiration_date',
      sandbox.restrictedKey,
    )
  const verify = async (
    person?: Parameters<Sandbox['setPerson']>[0],
    form = 'type=document&options[document][require_id_number]=true',
  ) => {
    const { id } = await createSession(sandbox, form)
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 0, ...(person && { person }) })
    return outputs(id)
  }

  it('is given with a submission, field by field', async () => {
    const session = await verify({
      first_name: 'Ada',
      dob: { day: 10, month: 12, year: 1985 },
      address: { city: 'London', country: 'GB' },
      id_number: '12345678900',
      id_number_type: 'br_cpf',
      document: {
        type: 'id_card',
        issuing_country: 'GB',
        number: 'X-1',
        expiration_date: { day: 1, month: 1, year: 2030 },
      },
    })
    expect(session.verified_outputs).toMatchObject({
      first_name: 'Ada',
      last_name: 'Rosen',
      dob: { day: 10, month: 12, year: 1985 },
      address: { city: 'London', country: 'GB', line1: '1234 Main St.' },
      id_number: '12345678900',
      id_number_type: 'br_cpf',
    })
    expect(session.last_verification_report.document).toMatchObject({
      type: 'id_card',
      issuing_country: 'GB',
      number: 'X-1',
      expiration_date: { day: 1, month: 1, year: 2030 },
    })
  })

  it.each([
    ['minor', { first_name: 'Jenny' }],
    ['passport_without_dob', { dob: null, address: null }],
    ['other_country', { first_name: 'Erika', address: { country: 'DE' } }],
    ['other_script', { first_name: '花子' }],
    ['other_name', { last_name: "O'Neill-Rosen" }],
  ] as const)('is one of the presets: %s', async (preset, expected) => {
    const { verified_outputs } = await verify(preset, 'type=document')
    expect(verified_outputs).toMatchObject(expected)
  })

  it('is seventeen as a minor, by the sandbox’s clock', async () => {
    await sandbox.setTo(2_000_000_000)
    const { dob } = (await verify('minor', 'type=document')).verified_outputs
    const age = (2_000_000_000_000 - Date.UTC(dob.year, dob.month - 1, dob.day)) / (365.25 * 86_400_000)
    expect(age).toBeGreaterThan(17)
    expect(age).toBeLessThan(18)
  })

  it('is set for the whole sandbox, at the start or later, and overridden by a submission', async () => {
    sandbox.setPerson({ last_name: 'Lovelace' })
    expect((await verify({ first_name: 'Ada' })).verified_outputs).toMatchObject({
      first_name: 'Ada',
      last_name: 'Lovelace',
    })
    const { body } = await control(sandbox, 'PUT', 'person', { first_name: 'Grace' })
    expect(body).toEqual({ first_name: 'Grace' })
    expect((await verify()).verified_outputs).toMatchObject({ first_name: 'Grace', last_name: 'Rosen' })
    const started = await createSandbox({ person: 'other_country' })
    const { id } = await createSession(started)
    await started.submit(id, { outcome: 'verified', processing_ms: 0 })
    started.setPerson('other_script')
    started.reset()
    expect((await control(started, 'GET', 'person')).body).toEqual('other_country')
    await started.close()
  })

  it.each([
    { dob: { day: 31, month: 2, year: 2000 } },
    { address: { country: 'Germany' } },
    { age: 17 },
    'nobody',
    { id_number_type: 'passport' },
  ])('is refused as %j', async (person) => {
    const { id } = await createSession(sandbox)
    const reply = await control(sandbox, 'POST', `sessions/${id}/submit`, { outcome: 'verified', person })
    expect(reply.status).toBe(400)
    expect(reply.body.error.message).toMatch(/Expected: person/)
    expect(() => sandbox.setPerson(person as never)).toThrow(/Malformed/)
  })
})
