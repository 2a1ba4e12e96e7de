import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, reaches, type TestServer, World } from './support/world.js'

type Body = Record<string, never> & { data: Record<string, never>[] }

describe('the operator routes', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve({ operator: { authorize: (req) => req.get('X-Operator') ?? null } })
  })
  afterEach(() => world.close())

  const ask = (path: string, init: RequestInit = {}, operator: string | null = 'olga') =>
    server.as(null).send(`/operator${path}`, {
      ...init,
      headers: { ...(operator === null ? {} : { 'X-Operator': operator }), ...init.headers },
    }) as unknown as Promise<Answer<Body>>
  const act = (path: string, body: unknown = {}) =>
    ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  const verify = async (user: string) => {
    const { id } = (await server.as(user).open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as(user), id, 'verified')
    return id
  }

  it("require the host's authorization, and do not exist without it", async () => {
    expect((await ask('/summary', {}, null)).status).toBe(401)
    expect((await ask('/summary')).status).toBe(200)
    const without = await world.serve({ database: `sqlite:${world.folder}/without.db` })
    expect((await without.as(null).send('/operator/summary')).status).toBe(404)
  })

  it("list sessions with all of Stripe's parameters, and hide secrets", async () => {
    const ids = []
    for (const user of ['ada', 'bob', 'cyd']) ids.unshift((await server.as(user).open()).body.id)
    const { body } = await ask('/sessions?limit=2')
    expect(body).toMatchObject({ object: 'list', has_more: true, url: '/identity/operator/sessions' })
    expect(body.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    for (const session of body.data) {
      expect(session).not.toHaveProperty('client_secret')
      expect(session).not.toHaveProperty('url')
    }
    const ofBob = await ask('/sessions?client_reference_id=bob&status=requires_input&created[gte]=1')
    expect(ofBob.body.data.map(({ id }) => id)).toEqual([ids[1]])
    const next = await ask(`/sessions?limit=2&starting_after=${ids[1]}`)
    expect([next.body.has_more, next.body.data.map(({ id }) => id)]).toEqual([false, [ids[2]]])
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'status=happy',
    'created=x',
    'colour=red',
    'limit=1&limit=2',
    'starting_after=a&ending_before=b',
  ])('refuse %s', async (query) => {
    await world.forgetCalls()
    expect((await ask(`/sessions?${query}`)).body).toMatchObject({ error: { code: 'invalid_request' } })
    expect(await world.callsForUsers()).toEqual([])
  })

  it('apply changes found by a list if the webhook was lost', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.control('PUT', 'deliveries/policy', { drop: true })
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await ask('/sessions')
    expect((await ada.get(id)).body.status).toBe('verified')
  })

  it('update a session and protect the mark', async () => {
    const { id } = (await server.as('ada').open()).body
    const { status, body } = await act(`/sessions/${id}`, { metadata: { case: '7' } })
    expect([status, body.metadata]).toMatchObject([200, { case: '7' }])
    expect(body).not.toHaveProperty('client_secret')
    expect((await act(`/sessions/${id}`, { metadata: { identity_session: '' } })).status).toBe(400)
    expect((await act(`/sessions/${id}`, { metadata: '' })).status).toBe(400)
    expect((await ask(`/sessions/${id}`)).body.metadata).toHaveProperty('identity_session')
    const verified = await verify('bob')
    const refused = await act(`/sessions/${verified}`, { metadata: { case: '8' } })
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { error: { code: 'invalid_state', status: 'verified' } },
    ])
  })

  it('cancel a session, which grants new attempts and is recorded in the history', async () => {
    const limited = await world.serve({
      database: `sqlite:${world.folder}/limited.db`,
      limits: { maxAttempts: 1 },
      operator: { authorize: () => 'olga' },
    })
    const ada = limited.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.attempts_left).toBe(0)
    expect((await ada.open()).status).toBe(403)
    const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }
    const canceled = await limited.as(null).send(`/operator/sessions/${id}/cancel`, post)
    expect([canceled.status, canceled.body]).toMatchObject([200, { status: 'canceled' }])
    // The page shows its button only where attempts are left.
    expect((await ada.get(id)).body.attempts_left).toBe(1)
    expect((await ada.open()).body.attempts_left).toBe(1)
    const { body } = await limited.as(null).send(`/operator/sessions/${id}/history`)
    expect((body as unknown as Body).data.at(-1)).toMatchObject({
      cause: 'cancel',
      actor: 'olga',
      to: 'canceled',
    })
  })

  it('record a cancel whose reply was lost', async () => {
    const { id } = (await server.as('ada').open()).body
    const path = `/v1/identity/verification_sessions/${id}/cancel`
    await world.control('POST', 'faults', { method: 'POST', path, when: 'after', reset: true, times: 9 })
    expect((await act(`/sessions/${id}/cancel`)).status).toBe(503)
    await world.control('DELETE', 'faults')
    await reaches(server.as('ada'), id, 'canceled')
    expect((await ask(`/sessions/${id}/history`)).body.data.at(-1)).toMatchObject({
      to: 'canceled',
      actor: 'operator',
    })
  })

  it('grant new attempts if the session ended without any left', async () => {
    const limited = await world.serve({
      database: `sqlite:${world.folder}/locked-out.db`,
      limits: { maxAttempts: 1 },
      operator: { authorize: () => 'olga' },
    })
    const ada = limited.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.attempts_left).toBe(0)
    const ended = (await ada.cancel(id)).body
    expect([ended.status, ended.attempts_left]).toEqual(['canceled', 0])
    expect((await ada.open()).status).toBe(403)

    const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }
    await limited.as(null).send(`/operator/sessions/${id}/cancel`, post)
    const now = (await ada.get(id)).body
    expect([now.attempts, now.attempts_left, now.version]).toEqual([0, 1, ended.version + 1])
    const { body } = await limited.as(null).send(`/operator/sessions/${id}/history`)
    expect((body as unknown as Body).data.at(-1)).toMatchObject({ cause: 'cancel', actor: 'olga' })
    expect((await ada.open()).body.attempts_left).toBe(1)
  })

  it('respond 400 for parameters that Stripe refuses', async () => {
    const { id } = (await server.as('ada').open()).body
    const bad = { options: { document: { allowed_types: ['library_card'] } } }
    for (const { status, body } of [
      await act(`/sessions/${id}`, bad),
      await ask('/sessions?starting_after=vs_of_nobody'),
    ]) {
      expect([status, body]).toMatchObject([400, { error: { code: 'invalid_request' } }])
    }
  })

  it('respond 409 with the current status when a verified session is canceled', async () => {
    const id = await verify('ada')
    const { status, body } = await act(`/sessions/${id}/cancel`)
    expect([status, body]).toMatchObject([409, { error: { code: 'invalid_state', status: 'verified' } }])
  })

  it('show the history of a session with its causes', async () => {
    const id = await verify('ada')
    const { body } = await ask(`/sessions/${id}/history`)
    expect(body.data.map(({ cause, from, to }) => [cause, from, to])).toEqual([
      ['create', null, 'requires_input'],
      ...(body.data.length === 3 ? [['webhook', 'requires_input', 'processing']] : []),
      // Within one second of the create only Stripe can say in which order things happened.
      [expect.stringMatching(/^(webhook|retrieve)$/), expect.any(String), 'verified'],
    ])
  })

  it('show figures', async () => {
    await verify('ada')
    const { id } = (await server.as('bob').open()).body
    await world.sandbox.submit(id, {
      outcome: 'unverified',
      error_code: 'document_expired',
      processing_ms: 0,
    })
    await expect
      .poll(async () => (await server.as('bob').get(id)).body.last_error?.code)
      .toBe('document_expired')
    const { body } = await ask('/summary')
    const today = new Date().toISOString().slice(0, 10)
    expect(body).toMatchObject({
      by_status: { verified: 1, requires_input: 1 },
      by_error_code: { document_expired: 1 },
      seconds_to_verified: { count: 1, median: expect.any(Number) },
      effects_set_aside: 0,
    })
    expect(body.by_day).toEqual({ [today]: 2 })
    expect((await ask(`/summary?since=${Math.floor(Date.now() / 1000) + 100}`)).body.by_status).toEqual({})
  })

  it("show a user's status, for hosts that are not written in Node", async () => {
    expect((await ask('/users/ada/status')).body).toEqual({ user: 'ada', verified: false, session: null })
    const id = await verify('ada')
    expect((await ask('/users/ada/status')).body).toMatchObject({
      verified: true,
      session: { id, status: 'verified' },
    })
  })

  it('show reports', async () => {
    const id = await verify('ada')
    const { body } = await ask(`/reports?verification_session=${id}`)
    expect(body.data).toHaveLength(1)
    const report = await ask(`/reports/${body.data[0]?.id}`)
    expect(report.body).toMatchObject({ object: 'identity.verification_report', verification_session: id })
    expect((await ask('/reports/vr_nowhere')).status).toBe(404)
    expect((await ask('/reports/x')).status).toBe(400)
  })

  it('close a session that Stripe no longer has, and record the operator', async () => {
    const ada = server.as('ada')
    const body = {
      error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No such session' },
    }
    for (const [act_, shown] of [
      ['cancel', { status: 'canceled', redaction: null }],
      ['redact', { status: 'canceled', redaction: { status: 'redacted' } }],
    ] as const) {
      const { id } = (await ada.open()).body
      const path = `/v1/identity/verification_sessions/${id}*`
      for (const method of ['GET', 'POST'])
        await world.control('POST', 'faults', { method, path, when: 'before', status: 404, body, times: 9 })
      const done = await act(`/sessions/${id}/${act_}`)
      expect([done.status, done.body]).toMatchObject([200, { id, ...shown }])
      expect((await ask(`/sessions/${id}/history`)).body.data.at(-1)).toMatchObject({ actor: 'olga' })
      await world.control('DELETE', 'faults')
    }
  })

  it('grant no new attempts after a redaction', async () => {
    const limited = await world.serve({
      database: `sqlite:${world.folder}/redacted.db`,
      limits: { maxAttempts: 1 },
    })
    const ada = limited.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.attempts_left).toBe(0)
    await limited.identity.redact('ada')
    expect((await ada.current()).body).toMatchObject({ status: 'canceled', attempts: 1, attempts_left: 0 })
    expect((await ada.open()).body).toMatchObject({ error: { code: 'attempts_exhausted' } })
  })

  it('redact a session: erase our data at once, follow Stripe to the end, and ignore late events', async () => {
    const user = 'person-with-a-name'
    const ada = server.as(user)
    const { id } = (await ada.open()).body
    const reason = 'a-reason-nobody-should-read'
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.attempts).toBe(1)
    const onDisk = async () => {
      const files = (await readdir(world.folder)).filter((name) => name.startsWith('identity.db'))
      return Buffer.concat(await Promise.all(files.map((name) => readFile(join(world.folder, name)))))
    }
    expect((await onDisk()).includes(user)).toBe(true)
    const { status, body } = await act(`/sessions/${id}/redact`)
    expect([status, body]).toMatchObject([200, { redaction: { status: 'processing' }, metadata: {} }])
    const disk = await onDisk()
    for (const word of [user, reason, 'document_unverified_other']) expect(disk.includes(word)).toBe(false)

    const seen = (await ada.current()).body
    expect(seen).toMatchObject({ id, redaction: { status: 'processing' }, last_error: null })
    // Every event once more, as late ones would come.
    const { data } = (await world.control('GET', 'events')) as { data: { id: string }[] }
    for (const event of data) await world.control('POST', `events/${event.id}/resend`)
    await world.sandbox.advance(4 * 24 * 3_600_000)
    await expect.poll(async () => (await ada.current()).body.redaction?.status).toBe('redacted')
    expect((await onDisk()).includes(user)).toBe(false)
    expect((await ask(`/sessions/${id}/history`)).body.data).toMatchObject([
      { cause: 'redact', actor: 'olga' },
    ])
    // It was not verified, so another one can follow.
    expect((await ada.open()).status).toBe(201)
  })

  it('redact a verified session without losing the verification', async () => {
    const id = await verify('ada')
    expect((await act(`/sessions/${id}/redact`)).status).toBe(200)
    expect(await server.identity.isVerified('ada')).toBe(true)
    const { body } = await server.as('ada').open()
    expect(body).toMatchObject({
      id,
      status: 'verified',
      client_secret: null,
      redaction: { status: 'processing' },
    })
  })

  it('respond 409 to a redaction while Stripe processes, and erase nothing', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    await reaches(ada, id, 'processing')
    const { status, body } = await act(`/sessions/${id}/redact`)
    expect([status, body]).toMatchObject([409, { error: { code: 'invalid_state', status: 'processing' } }])
    await world.sandbox.advance(60_000)
    await reaches(ada, id, 'verified')
    expect((await ada.get(id)).body.redaction).toBeNull()
  })

  it('retry a redaction that failed while Stripe was unavailable', async () => {
    const id = await verify('ada')
    const path = `/v1/identity/verification_sessions/${id}/redact`
    await world.control('POST', 'faults', { method: 'POST', path, when: 'before', status: 503, times: 8 })
    expect((await act(`/sessions/${id}/redact`)).status).toBe(503)
    await world.control('DELETE', 'faults')
    // The request is stored, so a repeated one succeeds without recording a second operator.
    await server.identity.redact('ada')
    expect((await server.as('ada').current()).body.redaction?.status).toBe('processing')
  })

  it('redact all sessions of a user whose account the host deletes', async () => {
    const ada = server.as('ada')
    const first = (await ada.open()).body
    await ada.cancel(first.id)
    const second = (await ada.open()).body
    await server.identity.redact('ada')
    for (const id of [first.id, second.id]) expect((await ada.get(id)).body.redaction).not.toBeNull()
  })

  it.each([undefined, null, '', {}, Number.NaN])('refuse %s as the user of a redaction', async (user) => {
    await expect(server.identity.redact(user as never)).rejects.toMatchObject({ code: 'server_error' })
  })

  it('read verified outputs only with the restricted key', async () => {
    const id = await verify('ada')
    await expect(server.identity.verifiedOutputs('ada')).rejects.toMatchObject({
      code: 'restricted_key_missing',
    })
    const reading = await world.serve({ stripe: { restrictedKey: world.sandbox.restrictedKey } })
    await expect(
      // @ts-expect-error `expand` is a list.
      reading.identity.verifiedOutputs('ada', { expand: 'dob' }),
    ).rejects.toMatchObject({ code: 'invalid_request' })
    const outputs = await reading.identity.verifiedOutputs('ada', { expand: ['dob'] })
    expect(outputs).toMatchObject({ first_name: expect.any(String), dob: { year: expect.any(Number) } })
    expect(await reading.identity.verifiedOutputs('bob')).toBeNull()
    await reading.identity.redact('ada')
    // Stripe still responds then, with placeholders.
    expect(await reading.identity.verifiedOutputs('ada', { expand: ['dob'] })).toBeNull()
    expect(id).toMatch(/^vs_/)
  })

  it('wait for the rate limit of Stripe calls, and respond 429 only if the wait would be long', async () => {
    const busy = await world.serve({
      database: `sqlite:${world.folder}/busy.db`,
      operator: { authorize: () => 'olga' },
    })
    const { id } = (await busy.as('ada').open()).body
    const look = () => busy.as(null).send(`/operator/sessions/${id}`)
    const seven = await Promise.all(Array.from({ length: 7 }, look))
    expect(seven.map(({ status }) => status)).toEqual(Array(7).fill(200))
    const crowd = await Promise.all(Array.from({ length: 120 }, look))
    const refused = crowd.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(100)
    for (const { status, headers } of refused) {
      expect(status).toBe(429)
      expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    }
  })
})
