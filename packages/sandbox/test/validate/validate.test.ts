import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { controlledHands, type Hands, NO_HANDS, personsHands } from '../../src/validate/hands.js'
import { report } from '../../src/validate/report.js'
import { type Findings, validate } from '../../src/validate/run.js'
import { type Json, retrieve, SESSIONS } from '../support/api.js'
import { type Differing, differing, type Exchange, type Plant } from './differing.js'

let stripe: Sandbox
beforeAll(async () => {
  stripe = await createSandbox()
})
afterAll(() => stripe.close())

/** Somebody who reads what is to be clicked, and does it at the sandbox that stands for Stripe. */
function person(sandbox: Sandbox, wanted: (line: string) => boolean = () => true): Hands {
  let refuses = false
  return personsHands(
    (line) => {
      const [id = ''] = /\bvs_\w+/.exec(line.replace(/http\S+/, '')) ?? []
      refuses = !wanted(line)
      if (refuses) return
      if (line.includes('"Verification failure"')) void sandbox.submit(id, 'unverified', { processing_ms: 0 })
      else if (line.includes('"Verification success async"'))
        void sandbox.submit(id, 'verified', { processing_ms: 3_600_000 })
      else if (line.includes('"Decline consent"')) void sandbox.decline(id)
      else if (line.startsWith('Waiting')) void sandbox.settle(id)
      else void sandbox.override(id, line.includes('as not verified') ? 'requires_input' : 'verified')
    },
    () => refuses,
  )
}

async function compareWith(base: string, hands: Hands, restrictedKey?: string): Promise<Findings> {
  const own = await createSandbox()
  try {
    return await validate(
      { base, key: 'sk_test_somebodys', restrictedKey, hands },
      {
        base: own.url,
        key: own.secretKey,
        restrictedKey: own.restrictedKey,
        hands: controlledHands(own.url),
      },
      {
        mark: `validate${crypto.randomUUID().slice(0, 8)}`,
        eventsWithinMs: 2000,
        say: () => {},
        signal: new AbortController().signal,
      },
    )
  } finally {
    await own.close()
  }
}

/** What is found where these plants are the only difference, without anybody who clicks. */
async function findingsOf(plant: Plant, ask?: Parameters<typeof differing>[2]): Promise<Findings> {
  const proxy: Differing = await differing(stripe.url, plant, ask)
  try {
    return await compareWith(proxy.url, NO_HANDS)
  } finally {
    await proxy.close()
  }
}

const sessionsOf = ({ body }: Exchange): Json[] =>
  body.object === 'identity.verification_session' ? [body] : body.object === 'list' ? body.data : []

describe('two sandboxes that are the same', () => {
  it('have no difference, from birth to override and redaction, and nothing is left', async () => {
    // As Stripe: calls take time, and there may be so many in a second.
    stripe.faults.add({ path: SESSIONS, method: 'POST', times: 1000, delay_ms: 200 })
    stripe.setLimits({ per_endpoint_rps: 25 })
    const findings = await compareWith(stripe.url, person(stripe), stripe.restrictedKey)
    stripe.faults.clear()
    stripe.setLimits({ per_endpoint_rps: 0 })
    expect(findings.differences).toEqual([])
    expect(findings.left).toEqual([])
    expect(findings.skipped).toEqual([{ what: 'verifyIdentity', why: 'no --publishable-key' }])
    expect(findings.compared.length).toBeGreaterThan(120)
    expect(findings.compared).toContain('a submission: override: events')
    const { data } = (await (await fetch(`${stripe.url}/_sandbox/events`)).json()) as Json
    const ids = new Set<string>(data.map((event: Json) => event.data.object.id))
    for (const id of ids) {
      expect(await retrieve(stripe, id)).toMatchObject({ redaction: expect.anything(), metadata: {} })
    }
    const text = report(findings)
    expect(text).not.toContain('different  ')
    expect(text.match(/not seen .*/g)).toEqual([
      'not seen   what verifyIdentity resolves with, called out of a shadow root',
    ])
    expect(text).toContain('confirmed  the form of an override, and of its events')
  })

  it('leave out what nobody wants to click for, and compare the rest', async () => {
    const findings = await compareWith(
      stripe.url,
      person(stripe, (line) => !line.includes('Dashboard')),
    )
    expect(findings.differences).toEqual([])
    expect(findings.skipped).toContainEqual({ what: 'a submission: override', why: 'skipped by hand' })
    expect(findings.compared).toContain('a submission: redacted: again')
    expect(report(findings)).toContain('not seen   the form of an override')
  })
})

/** One difference each, the step and the field in which it has to be found, and both sides of it. */
const PLANTS: Record<string, { plant?: Plant; ask?: Parameters<typeof differing>[2]; found: object }> = {
  'a missing field': {
    plant: (exchange) => {
      for (const session of sessionsOf(exchange)) delete session.related_customer
    },
    found: { step: 'a session: retrieve', field: 'body.related_customer', theirs: undefined, ours: null },
  },
  'an extra field': {
    plant: (exchange) => {
      for (const session of sessionsOf(exchange)) session.risk = { score: 17, name: 'Ada' }
    },
    found: {
      step: 'a session: create',
      field: 'body.risk',
      theirs: { score: '<number>', name: '<text>' },
      ours: undefined,
    },
  },
  'another value of an enumeration': {
    plant: (exchange) => {
      for (const session of sessionsOf(exchange))
        if (session.redaction) session.redaction.status = 'validated'
    },
    found: {
      step: 'a session: redact what is canceled',
      field: 'body.redaction.status',
      theirs: 'validated',
      ours: 'processing',
    },
  },
  'another error code': {
    plant: ({ body }) => {
      if (body.error?.code === 'resource_missing') body.error.code = 'not_found'
    },
    found: {
      step: 'refusals: a report that is not there',
      field: 'body.error.code',
      theirs: 'not_found',
      ours: 'resource_missing',
    },
  },
  'another status': {
    plant: (exchange) => {
      if (exchange.status === 404) exchange.status = 410
    },
    found: { step: 'refusals: a session that is not there', field: 'status', theirs: '410', ours: '404' },
  },
  'another order of events': {
    plant: ({ path, body }) => {
      if (path === '/v1/events') body.data?.reverse()
    },
    found: {
      step: 'a session: events of cancel and redact',
      field: 'body.events[0].type',
      theirs: 'identity.verification_session.canceled',
      ours: 'identity.verification_session.created',
    },
  },
  'null for a value': {
    plant: (exchange) => {
      for (const session of sessionsOf(exchange)) session.options = null
    },
    found: { step: 'lists: all', field: 'body.data[0].options', theirs: null, ours: {} },
  },
  'another type of a value': {
    plant: (exchange) => {
      for (const session of sessionsOf(exchange)) session.created = new Date().toISOString()
    },
    found: { step: 'a session: create', field: 'body.created', theirs: '<text>', ours: '<number>' },
  },
  'another sentence': {
    plant: ({ body }) => {
      if (body.error?.code === 'parameter_unknown') body.error.message = 'What is this?'
    },
    found: {
      step: 'refusals: an unknown parameter',
      field: 'body.error.message',
      theirs: 'What is this?',
      ours: 'Received unknown parameter: foo',
    },
  },
  'a page that is longer than allowed': {
    ask: (url) => {
      if (url.searchParams.get('limit') === '101') url.searchParams.set('limit', '100')
    },
    found: { step: 'lists: limit 101', field: 'status', theirs: '200', ours: '400' },
  },
  'an idempotency key that takes other parameters': {
    plant: (exchange) => {
      if (exchange.body.error?.type === 'idempotency_error')
        exchange.body.error.type = 'invalid_request_error'
    },
    found: {
      step: 'idempotency: other parameters',
      field: 'body.error.type',
      theirs: 'invalid_request_error',
      ours: 'idempotency_error',
    },
  },
  'a missing header': {
    plant: ({ headers }) => {
      delete headers['stripe-version']
    },
    found: { step: 'a session: retrieve', field: 'headers.stripe-version', theirs: undefined },
  },
  'a secret in an event': {
    plant: ({ path, body }) => {
      if (path !== '/v1/events' || !body.data) return
      for (const { data } of body.data) data.object.client_secret = 'vs_1_secret_not_to_be_printed'
    },
    found: {
      step: 'a session: events of cancel and redact',
      field: 'body.events[0].data.object.client_secret',
      theirs: '<secret>',
    },
  },
  'another size of a page': {
    ask: (url) => {
      if (url.searchParams.get('limit') === '2') url.searchParams.set('limit', '1')
    },
    found: { step: 'lists: a page', field: 'body.data.length', theirs: '1', ours: '2' },
  },
  'no idempotency': {
    ask: (_url, headers) => {
      delete headers['idempotency-key']
    },
    found: { step: 'idempotency: again is the same session', field: 'body.same', theirs: false, ours: true },
  },
}

describe('two sandboxes of which one is made to differ', () => {
  // Those of one run change different things; the last two would change what others are seen by.
  const all = Object.entries(PLANTS)
  const runs = [all.slice(0, -2), all.slice(-2)].map((part) => ({
    part,
    findings: undefined as Findings | undefined,
  }))
  beforeAll(async () => {
    for (const run of runs) {
      run.findings = await findingsOf(
        (exchange) => {
          for (const [, { plant }] of run.part) plant?.(exchange)
        },
        (url, headers) => {
          for (const [, { ask }] of run.part) ask?.(url, headers)
        },
      )
    }
  })

  it.each(all)('finds %s', (name, { found }) => {
    const { findings } = runs.find(({ part }) => part.some(([other]) => other === name))!
    expect(findings?.differences).toContainEqual(expect.objectContaining(found))
    expect(findings?.left).toEqual([])
  })

  it('finds nothing where nothing was planted', () => {
    const { differences } = runs[1]!.findings!
    const allowed = /^(idempotency|lists): /
    expect(differences.filter(({ step }) => !allowed.test(step))).toEqual([])
  })

  it('finds another form of an override, and prints nothing of a person', async () => {
    const proxy = await differing(stripe.url, ({ body }) => {
      const sessions =
        body.object === 'list' ? body.data.map((item: Json) => item.data?.object ?? item) : [body]
      for (const session of sessions) {
        if (session.status === 'requires_input' && session.last_error)
          session.last_error.code = 'review_rejected'
      }
    })
    const findings = await compareWith(proxy.url, person(stripe), stripe.restrictedKey)
    await proxy.close()
    expect(findings.differences).toContainEqual({
      step: 'a submission: override: session',
      field: 'body.last_error.code',
      theirs: 'review_rejected',
      ours: 'document_unverified_other',
    })
    const text = report(findings)
    expect(text).toContain('different  the form of an override, and of its events')
    expect(text + JSON.stringify(findings)).not.toMatch(/Jenny|Rosen|1990|vs_\w{8}|_secret_|sk_test|whsec/)
  })
})
