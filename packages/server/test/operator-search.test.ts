import { join } from 'node:path'
import type { FunnelView, PersonView, SearchPage } from 'stripe-identity-contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteDatabase } from '../src/store/sqlite-database.js'
import { type Answer, reaches, type TestServer, World } from './support/world.js'

describe("the operators' search", () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve({ operator: { authorize: () => 'olga' }, limits: { maxAttempts: 2 } })
  })
  afterEach(() => world.close())

  const ask = <T>(path: string) => server.as(null).send(`/operator${path}`) as unknown as Promise<Answer<T>>
  const search = async (query = '') => (await ask<SearchPage>(`/search?${query}`)).body
  const users = async (query: string) => (await search(query)).data.map(({ user }) => user)
  const fail = async (user: string, code = 'document_expired') => {
    const client = server.as(user)
    const { id, version } = (await client.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', error_code: code as never, processing_ms: 0 })
    await expect.poll(async () => (await client.get(id)).body.last_error?.code).toBe(code)
    return { id, version }
  }
  const verify = async (user: string) => {
    const { id } = (await server.as(user).open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as(user), id, 'verified')
    return id
  }
  /** Changes rows directly, as time or a fault would. */
  const change = async (statement: string) => {
    const database = await openSqliteDatabase(join(world.folder, 'identity.db'))
    database.prepare(statement).run([])
    database.close()
  }

  it('finds a session by its user, session id, event id, record id or change id', async () => {
    const { id } = await fail('ada')
    await fail('bob')
    const record = (await search('q=ada')).data[0]?.record
    const person = (await ask<PersonView>(`/people/${id}`)).body
    const event = person.timeline.find(({ event_id }) => event_id !== null)?.event_id
    expect(event).toMatch(/^evt_/)
    for (const q of ['ada', ' ada ', id, record, `${record}:3`, event]) {
      expect([q, await users(`q=${encodeURIComponent(String(q))}`)]).toEqual([q, ['ada']])
    }
    for (const q of ['ad', 'vs_nowhere', 'evt_nowhere', '%']) {
      expect([q, await users(`q=${encodeURIComponent(q)}`)]).toEqual([q, []])
    }
  })

  it('finds a user whose id looks like one of Stripe’s', async () => {
    await server.as('vs_user').open()
    await server.as('evt_user').open()
    expect(await users('q=vs_user')).toEqual(['vs_user'])
    expect(await users('q=evt_user')).toEqual(['evt_user'])
  })

  it('filters by status, reason, stage and day', async () => {
    await verify('ada')
    await fail('bob')
    await fail('cyd', 'selfie_face_mismatch')
    await server.as('dan').open()
    expect(await users('status=verified')).toEqual(['ada'])
    expect((await users('status=requires_input')).toSorted()).toEqual(['bob', 'cyd', 'dan'])
    expect(await users('reason=selfie_face_mismatch')).toEqual(['cyd'])
    expect((await users('stage=submitted')).toSorted()).toEqual(['ada', 'bob', 'cyd'])
    expect((await users('stage=created')).length).toBe(4)
    expect(await users(`created[gte]=${Math.floor(Date.now() / 1000) + 60}`)).toEqual([])
    expect((await users(`created[lt]=${Math.floor(Date.now() / 1000) + 60}`)).length).toBe(4)
    expect(await users('q=bob&status=verified')).toEqual([])
  })

  it('finds a session that Stripe has not created yet', async () => {
    const path = '/v1/identity/verification_sessions'
    await world.control('POST', 'faults', { method: 'POST', path, when: 'before', status: 503, times: 20 })
    expect((await server.as('ada').open()).status).toBe(503)
    const found = (await search('q=ada')).data[0]
    expect(found?.id).toBeNull()
    expect((await ask<PersonView>(`/people/${found?.record}`)).body).toMatchObject({
      user: 'ada',
      verified: false,
    })
  })

  it('pages forward and back, with each session once, even if all were created in the same second', async () => {
    const made = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7']
    for (const user of made) await server.as(user).open()
    await change('update stripe_identity_sessions set created = 1700000000')
    const pages: (string | null)[][] = []
    let page = await search('limit=3')
    expect(page.previous).toBeNull()
    pages.push(page.data.map(({ user }) => user))
    while (page.next !== null) {
      page = await search(`limit=3&after=${page.next}`)
      pages.push(page.data.map(({ user }) => user))
    }
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1])
    expect(pages.flat().toSorted()).toEqual(made)
    const back: (string | null)[][] = [page.data.map(({ user }) => user)]
    while (page.previous !== null) {
      page = await search(`limit=3&before=${page.previous}`)
      back.unshift(page.data.map(({ user }) => user))
    }
    expect(back).toEqual(pages)
  })

  it('finds sessions that need attention, with the reasons', async () => {
    await fail('used-up')
    await fail('used-up')
    await server.as('fine').open()
    const old = Math.floor(Date.now() / 1000) - 6 * 86_400
    for (const user of ['doubted', 'taken-back', 'erased']) await verify(user)
    const key = async (user: string) => `stripe_id = '${(await search(`q=${user}`)).data[0]?.id}'`
    await change(
      `update stripe_identity_sessions set doubt = 'evt_x', last_event_at = ${old} where ${await key('doubted')}`,
    )
    await change(
      `update stripe_identity_sessions set redaction = 'processing', updated = ${old} where ${await key('erased')}`,
    )
    const { id: taken } = (await search('q=taken-back')).data[0] as { id: string }
    await world.control('POST', `sessions/${taken}/override`, {
      status: 'requires_input',
      error_code: 'selfie_manipulated',
    })
    await expect.poll(() => users('status=requires_input&q=taken-back')).toEqual(['taken-back'])
    const { data } = await search('attention=true')
    expect(Object.fromEntries(data.map(({ user, attention }) => [user, attention]))).toEqual({
      'used-up': ['attempts_used_up'],
      doubted: ['in_doubt'],
      'taken-back': ['taken_back'],
      erased: ['redaction_overdue'],
    })
    expect(await users('attention=true&q=fine')).toEqual([])
    expect(await users('attention=true&q=used-up')).toEqual(['used-up'])
    expect((await users('attention=false')).length).toBe(5)
  })

  it('makes no call to Stripe, and does not find sessions of the other mode', async () => {
    const { id } = await fail('ada')
    await world.forgetCalls()
    await search('q=ada')
    await ask(`/people/${id}`)
    await ask('/funnel')
    expect(await world.calls()).toEqual([])
    await change('update stripe_identity_sessions set livemode = 1')
    expect(await users('')).toEqual([])
    expect(await users('q=ada')).toEqual([])
    expect(await users(`q=${id}`)).toEqual([])
    expect(await users('attention=true')).toEqual([])
    expect((await ask(`/people/${id}`)).status).toBe(404)
  })

  it.each([
    'limit=0',
    'limit=x',
    'status=happy',
    'reason=a%20b',
    'stage=far',
    'created[gte]=x',
    'attention=maybe',
    'after=x',
    'after=1_00000000-0000-0000-0000-000000000000&before=1_00000000-0000-0000-0000-000000000000',
    'colour=red',
    'q=a&q=b',
    'q=',
  ])('refuses %s', async (query) => {
    expect(await search(query)).toMatchObject({ error: { code: 'invalid_request' } })
  })
})

describe("the operators' view of a person", () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  const operator = { authorize: () => 'olga' }
  const asOperator = async <T>(server: TestServer, path: string, body?: unknown) =>
    (await server.as(null).send(`/operator${path}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })) as unknown as Answer<T>

  it('shows all sessions, and what was sent to the host', async () => {
    const told: string[] = []
    const server = await world.serve({ operator, onStatusChange: ({ id }) => void told.push(id) })
    const ada = server.as('ada')
    const first = (await ada.open()).body
    await ada.cancel(first.id)
    const second = (await ada.open()).body
    await world.sandbox.submit(second.id, { outcome: 'verified', processing_ms: 0 })
    await reaches(ada, second.id, 'verified')
    await expect
      .poll(async () => {
        const { body } = await asOperator<PersonView>(server, `/people/${first.id}`)
        return body.timeline.flatMap(({ deliveries }) => deliveries).every(({ state }) => state === 'told')
      })
      .toBe(true)
    const { body } = await asOperator<PersonView>(server, `/people/${first.id}`)
    expect(body).toMatchObject({ user: 'ada', verified: true, session: { id: second.id } })
    expect(body.sessions.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(body.sessions.map(({ superseded }) => superseded)).toEqual([false, true])
    expect(body.timeline.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['requires_input', 'canceled', 'verified']),
    )
    const deliveries = body.timeline.flatMap((line) => line.deliveries.map(({ id }) => id))
    expect(deliveries.toSorted()).toEqual(told.toSorted())
  })

  it('resends a change to the host with the same id, and records it in the history', async () => {
    const told: string[] = []
    const server = await world.serve({ operator, onStatusChange: ({ id }) => void told.push(id) })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(ada, id, 'verified')
    await expect.poll(() => told.length).toBeGreaterThan(0)
    await expect
      .poll(async () =>
        (await asOperator<PersonView>(server, `/people/${id}`)).body.timeline
          .flatMap(({ deliveries }) => deliveries)
          .every(({ state }) => state === 'told'),
      )
      .toBe(true)
    const before = [...told]
    const { status, body } = await asOperator<{ id: string }>(server, `/sessions/${id}/resend`, {})
    expect([status, body.id]).toEqual([200, before.at(-1)])
    await expect.poll(() => told).toEqual([...before, before.at(-1)])
    const person = (await asOperator<PersonView>(server, `/people/${id}`)).body
    expect(person.timeline.at(-1)).toMatchObject({ cause: 'resend', actor: 'olga' })
    expect((await asOperator(server, `/sessions/${id}/resend`, { version: 99 })).status).toBe(409)
    expect((await asOperator(server, '/sessions/vs_nowhere/resend', {})).status).toBe(404)
  })

  it('resends deliveries that were set aside', async () => {
    let works = false
    const told: string[] = []
    const server = await world.serve({
      operator,
      onStatusChange: ({ id }) => {
        if (!works) throw new Error('not now')
        told.push(id)
      },
    })
    const { id } = (await server.as('ada').open()).body
    await server.as('ada').cancel(id)
    const database = await openSqliteDatabase(join(world.folder, 'identity.db'))
    await expect
      .poll(() => {
        database.prepare('update stripe_identity_effects set set_aside = 1').run([])
        database.prepare('update stripe_identity_sessions set set_aside = 1').run([])
        return database.prepare('select * from stripe_identity_effects where set_aside = 1').all([]).length
      })
      .toBe(1)
    database.close()
    const found = await asOperator<SearchPage>(server, '/search?attention=true')
    expect(found.body.data).toMatchObject([{ id, attention: ['delivery_set_aside'] }])
    works = true
    expect((await asOperator(server, `/sessions/${id}/resend`, {})).status).toBe(200)
    await expect.poll(() => told.length).toBe(1)
    expect((await asOperator<SearchPage>(server, '/search?attention=true')).body.data).toEqual([])
  })

  it('refuses to resend if no host receives changes', async () => {
    const server = await world.serve({ operator })
    const { id } = (await server.as('ada').open()).body
    expect((await asOperator(server, `/sessions/${id}/resend`, {})).body).toMatchObject({
      error: { code: 'invalid_state' },
    })
  })

  it("grants new attempts without changing the session's status", async () => {
    const server = await world.serve({ operator, limits: { maxAttempts: 2 } })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    expect((await asOperator(server, `/sessions/${id}/attempts`, {})).body).toMatchObject({ attempts: 0 })
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.attempts_left).toBe(1)
    const before = (await ada.get(id)).body
    const { status, body } = await asOperator(server, `/sessions/${id}/attempts`, {})
    expect([status, body]).toMatchObject([
      200,
      { id, status: 'requires_input', attempts: 0, attempts_left: 2, version: before.version + 1 },
    ])
    expect((await ada.open()).body).toMatchObject({ id, attempts_left: 2 })
    const person = (await asOperator<PersonView>(server, `/people/${id}`)).body
    expect(person.timeline.at(-1)).toMatchObject({ cause: 'attempts', actor: 'olga' })
  })

  it('grants new attempts to a user who has none left', async () => {
    const server = await world.serve({ operator, limits: { maxAttempts: 1 } })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await ada.get(id)).body.attempts_left).toBe(0)
    expect((await ada.open()).status).toBe(403)
    const { status, body } = await asOperator(server, `/sessions/${id}/attempts`, {})
    expect([status, body]).toMatchObject([200, { id, attempts: 0, attempts_left: 1 }])
    // In the same session, or in another one where it was closed already.
    const next = (await ada.open()).body
    expect(next).toMatchObject({ status: 'requires_input', attempts_left: 1 })
    await world.sandbox.submit(next.id, { outcome: 'verified', processing_ms: 0 })
    await reaches(ada, next.id, 'verified')
  })

  it('refuses to grant attempts to a verified user, or for a superseded session', async () => {
    const server = await world.serve({ operator })
    const ada = server.as('ada')
    const first = (await ada.open()).body
    await ada.cancel(first.id)
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(ada, id, 'verified')
    for (const each of [first.id, id]) {
      expect((await asOperator(server, `/sessions/${each}/attempts`, {})).status).toBe(409)
    }
  })

  it('reads verified outputs only with a restricted key, and records the access first', async () => {
    const without = await world.serve({ operator })
    const ada = without.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(ada, id, 'verified')
    expect((await asOperator(without, `/sessions/${id}/outputs`, {})).status).toBe(501)
    const server = await world.serve({ operator, stripe: { restrictedKey: world.sandbox.restrictedKey } })
    const { body } = await asOperator(server, `/sessions/${id}/outputs`, { fields: ['dob'] })
    expect(body).toMatchObject({
      verified_outputs: { first_name: expect.any(String), dob: { year: expect.any(Number) } },
    })
    const person = (await asOperator<PersonView>(server, `/people/${id}`)).body
    expect(person.timeline.at(-1)).toMatchObject({ cause: 'outputs', actor: 'olga' })
    expect((await asOperator(server, `/sessions/${id}/outputs`, { fields: ['images'] })).status).toBe(400)
    await server.identity.redact('ada')
    expect((await asOperator(server, `/sessions/${id}/outputs`, {})).status).toBe(409)
  })

  it('shows the checks of a report without the data read from the document', async () => {
    const server = await world.serve({ operator })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, {
      outcome: 'unverified',
      error_code: 'document_expired',
      processing_ms: 0,
    })
    await expect.poll(async () => (await ada.get(id)).body.attempts).toBe(1)
    const { body } = await asOperator<{ data: object[] }>(server, `/sessions/${id}/checks`)
    expect(body.data).toEqual([
      {
        id: expect.stringMatching(/^vr_/),
        created: expect.any(Number),
        type: 'document',
        checks: [
          expect.objectContaining({ name: 'document', status: 'unverified', error_code: 'document_expired' }),
        ],
      },
    ])
  })
})

describe("the operators' funnel", () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it('shows the counts of the matching lists, before and after redaction', async () => {
    const server = await world.serve({ operator: { authorize: () => 'olga' } })
    await server.as('created').open()
    const declined = (await server.as('failed').open()).body.id
    await world.sandbox.submit(declined, { outcome: 'unverified', processing_ms: 0 })
    await expect.poll(async () => (await server.as('failed').get(declined)).body.attempts).toBe(1)
    for (const user of ['verified', 'erased']) {
      const { id } = (await server.as(user).open()).body
      await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
      await reaches(server.as(user), id, 'verified')
    }
    const funnel = async () => {
      const answer = await server.as(null).send('/operator/funnel')
      return answer.body as unknown as FunnelView
    }
    const before = await funnel()
    expect(before.totals).toEqual({ created: 4, started: 3, submitted: 3, verified: 2 })
    expect(before.by_day).toEqual([
      { day: new Date().toISOString().slice(0, 10), created: 4, started: 3, submitted: 3, verified: 2 },
    ])
    expect(before.reasons).toEqual([{ code: 'document_unverified_other', count: 1 }])
    expect(before.seconds_to_verified).toMatchObject({ count: 2, p50: expect.any(Number) })
    for (const [stage, count] of Object.entries(before.totals)) {
      const { body } = await server.as(null).send(`/operator/search?stage=${stage}`)
      expect([stage, (body as unknown as SearchPage).data.length]).toEqual([stage, count])
    }
    await server.identity.redact('erased')
    expect((await funnel()).totals).toEqual(before.totals)
  })
})

describe('operators with read-only access', () => {
  it('are reported as such, and refused every action', async () => {
    const world = await World.create()
    const server = await world.serve({ operator: { authorize: () => ({ id: 7, readonly: true }) } })
    const send = (path: string, init?: RequestInit) => server.as(null).send(`/operator${path}`, init)
    expect((await send('/me')).body).toEqual({
      id: '7',
      readonly: true,
      livemode: false,
      outputs: false,
      deliveries: false,
      sign_out: false,
    })
    const { id } = (await server.as('ada').open()).body
    const headers = { 'Content-Type': 'application/json' }
    for (const act of ['', '/cancel', '/redact', '/attempts', '/resend', '/outputs']) {
      const { status, body } = await send(`/sessions/${id}${act}`, { method: 'POST', headers, body: '{}' })
      expect([act, status, body]).toMatchObject([act, 403, { error: { code: 'operator_forbidden' } }])
    }
    await world.close()
  })

  it.each([{}, { id: '' }, { id: 'olga', readonly: 'yes' }, [], true])(
    'are refused if the host returns %j',
    async (said) => {
      const world = await World.create()
      const server = await world.serve({ operator: { authorize: () => said as never } })
      expect((await server.as(null).send('/operator/me')).status).toBe(500)
      await world.close()
    },
  )
})
