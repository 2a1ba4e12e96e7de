import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, reaches, type TestServer, World } from './support/world.js'

type Body = Record<string, never> & { data: Record<string, never>[] }

describe('operators', () => {
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

  it('are let in by the host, and the routes are not there without', async () => {
    expect((await ask('/summary', {}, null)).status).toBe(401)
    expect((await ask('/summary')).status).toBe(200)
    const without = await world.serve({ database: `sqlite:${world.folder}/without.db` })
    expect((await without.as(null).send('/operator/summary')).status).toBe(404)
  })

  it('list sessions as Stripe does, with all its parameters, and see no secret', async () => {
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

  it('learn from a list what no webhook brought', async () => {
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.control('PUT', 'deliveries/policy', { drop: true })
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await ask('/sessions')
    expect((await ada.get(id)).body.status).toBe('verified')
  })

  it('update, and keep the mark', async () => {
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

  it('cancel, which gives new attempts, and is written down', async () => {
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

  it('are in the history also where the answer to their cancel was lost', async () => {
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

  it('give new attempts to one whose session ended without them', async () => {
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

  it('are told of parameters that Stripe refuses as theirs', async () => {
    const { id } = (await server.as('ada').open()).body
    const bad = { options: { document: { allowed_types: ['library_card'] } } }
    for (const { status, body } of [
      await act(`/sessions/${id}`, bad),
      await ask('/sessions?starting_after=vs_of_nobody'),
    ]) {
      expect([status, body]).toMatchObject([400, { error: { code: 'invalid_request' } }])
    }
  })

  it('cannot cancel what is verified, and are told the present state', async () => {
    const id = await verify('ada')
    const { status, body } = await act(`/sessions/${id}/cancel`)
    expect([status, body]).toMatchObject([409, { error: { code: 'invalid_state', status: 'verified' } }])
  })

  it('see what happened to a session, and why', async () => {
    const id = await verify('ada')
    const { body } = await ask(`/sessions/${id}/history`)
    expect(body.data.map(({ cause, from, to }) => [cause, from, to])).toEqual([
      ['create', null, 'requires_input'],
      ...(body.data.length === 3 ? [['webhook', 'requires_input', 'processing']] : []),
      // Within one second of the create only Stripe can say in which order things happened.
      [expect.stringMatching(/^(webhook|retrieve)$/), expect.any(String), 'verified'],
    ])
  })

  it('see figures', async () => {
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

  it('see a user, for hosts that are not written in Node', async () => {
    expect((await ask('/users/ada/status')).body).toEqual({ user: 'ada', verified: false, session: null })
    const id = await verify('ada')
    expect((await ask('/users/ada/status')).body).toMatchObject({
      verified: true,
      session: { id, status: 'verified' },
    })
  })

  it('read reports', async () => {
    const id = await verify('ada')
    const { body } = await ask(`/reports?verification_session=${id}`)
    expect(body.data).toHaveLength(1)
    const report = await ask(`/reports/${body.data[0]?.id}`)
    expect(report.body).toMatchObject({ object: 'identity.verification_report', verification_session: id })
    expect((await ask('/reports/vr_nowhere')).status).toBe(404)
    expect((await ask('/reports/x')).status).toBe(400)
  })

  it('end a session that Stripe does not know any more, and it is written who did', async () => {
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

  it('give no new attempts by a redaction, which is no cancel of theirs', async () => {
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

  it('redact: ours is erased at once, Stripe is followed to the end, and nothing comes back', async () => {
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

  it('redact a verified session, and the fact stays', async () => {
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

  it('cannot redact while Stripe processes, and nothing is erased', async () => {
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

  it('redact later what Stripe could not take at once', async () => {
    const id = await verify('ada')
    const path = `/v1/identity/verification_sessions/${id}/redact`
    await world.control('POST', 'faults', { method: 'POST', path, when: 'before', status: 503, times: 8 })
    expect((await act(`/sessions/${id}/redact`)).status).toBe(503)
    await world.control('DELETE', 'faults')
    // The wish is durable: asked again, it is what it was, without a second operator.
    await server.identity.redact('ada')
    expect((await server.as('ada').current()).body.redaction?.status).toBe('processing')
  })

  it('leave a host that deletes an account nothing of it', async () => {
    const ada = server.as('ada')
    const first = (await ada.open()).body
    await ada.cancel(first.id)
    const second = (await ada.open()).body
    await server.identity.redact('ada')
    for (const id of [first.id, second.id]) expect((await ada.get(id)).body.redaction).not.toBeNull()
  })

  it.each([undefined, null, '', {}, Number.NaN])(
    'tell a host that %s names nobody to erase',
    async (nobody) => {
      await expect(server.identity.redact(nobody as never)).rejects.toMatchObject({ code: 'server_error' })
    },
  )

  it('read what was verified with the restricted key only', async () => {
    const id = await verify('ada')
    await expect(server.identity.verifiedOutputs('ada')).rejects.toMatchObject({
      code: 'restricted_key_missing',
    })
    const reading = await world.serve({ stripe: { restrictedKey: world.sandbox.restrictedKey } })
    await expect(
      // @ts-expect-error A list is asked for.
      reading.identity.verifiedOutputs('ada', { expand: 'dob' }),
    ).rejects.toMatchObject({ code: 'invalid_request' })
    const outputs = await reading.identity.verifiedOutputs('ada', { expand: ['dob'] })
    expect(outputs).toMatchObject({ first_name: expect.any(String), dob: { year: expect.any(Number) } })
    expect(await reading.identity.verifiedOutputs('bob')).toBeNull()
    await reading.identity.redact('ada')
    // Stripe still answers then, with words and a birth date that are nobody's.
    expect(await reading.identity.verifiedOutputs('ada', { expand: ['dob'] })).toBeNull()
    expect(id).toMatch(/^vs_/)
  })

  it('wait a moment for their turn at Stripe, and are refused only where that would be long', async () => {
    const busy = await world.serve({
      database: `sqlite:${world.folder}/busy.db`,
      operator: { authorize: () => 'olga' },
    })
    const { id } = (await busy.as('ada').open()).body
    const look = () => busy.as(null).send(`/operator/sessions/${id}`)
    const seven = await Promise.all(Array.from({ length: 7 }, look))
    expect(seven.map(({ status }) => status)).toEqual(Array(7).fill(200))
    const crowd = await Promise.all(Array.from({ length: 60 }, look))
    const refused = crowd.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(20)
    expect(refused.length).toBeLessThan(40)
    for (const { status, headers } of refused) {
      expect(status).toBe(429)
      expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    }
  })
})
