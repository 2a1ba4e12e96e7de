import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.js'
import { NO_HANDS } from '../../src/validate/hands.js'
import { openReceiver, type Receiver } from '../../src/validate/inbox.js'
import { report } from '../../src/validate/report.js'
import type { Findings } from '../../src/validate/run.js'
import { type Json, retrieve, SESSIONS } from '../support/api.js'
import { type Differing, differing, type Exchange, type Plant } from './differing.js'
import { compare, destinationsOf, person, startStripe } from './sides.js'

let receiver: Receiver
let stripe: Sandbox
beforeAll(async () => {
  receiver = await openReceiver(0)
  stripe = await startStripe(`http://127.0.0.1:${receiver.port}`)
})
afterAll(async () => {
  await stripe.close()
  await receiver.close()
})

/** The findings if these changes are the only difference, without a person. */
async function findingsOf(plant: Plant, ask?: Parameters<typeof differing>[2]): Promise<Findings> {
  const proxy: Differing = await differing(stripe.url, plant, ask)
  try {
    return await compare({ base: proxy.url, hands: NO_HANDS, waitMs: 0 })
  } finally {
    await proxy.close()
  }
}

const sessionsOf = ({ body }: Exchange): Json[] =>
  body.object === 'identity.verification_session' ? [body] : body.object === 'list' ? body.data : []

describe('two equal sandboxes', () => {
  it('have no difference, from creation to override and redaction, and leave nothing behind', async () => {
    // As at Stripe, calls take time and are rate-limited.
    stripe.faults.add({ path: SESSIONS, method: 'POST', times: 1000, delay_ms: 200 })
    stripe.setLimits({ per_endpoint_rps: 25 })
    const proxy = await differing(stripe.url, destinationsOf(stripe))
    const findings = await compare({
      base: proxy.url,
      hands: person(stripe),
      restrictedKey: stripe.restrictedKey,
      webhooks: { receiver },
    })
    await proxy.close()
    stripe.faults.clear()
    stripe.setLimits({ per_endpoint_rps: 0 })
    expect(findings.differences).toEqual([])
    expect(findings.left).toEqual([])
    expect(findings.skipped).toEqual([
      { what: 'verifyIdentity', why: 'no --publishable-key' },
      { what: 'a session for a later run', why: 'no --keep-one' },
    ])
    expect(findings.compared.length).toBeGreaterThan(140)
    expect(findings.compared).toContain('a submission: override: events')
    const { data } = (await (await fetch(`${stripe.url}/_sandbox/events`)).json()) as Json
    const ids = new Set<string>(data.map((event: Json) => event.data.object.id))
    const open: Json[] = []
    for (const id of ids) {
      const session = await retrieve(stripe, id)
      if (session.redaction === null) open.push(session)
      else expect(session.metadata).toEqual({})
    }
    // Sessions created elsewhere are only read.
    expect(open.map((session) => session.client_reference_id)).toEqual(['somebodys'])
    const text = report(findings)
    expect(text).not.toContain('different  ')
    expect(text.match(/not seen .*/g)).toEqual([
      'not seen   The results of verifyIdentity, called from a shadow root on a page at http://localhost',
      'not seen   A second call of verifyIdentity while a modal is open',
      'not seen   The hosts that Stripe.js uses on the page, beyond those that Stripe documents',
    ])
    expect(text).toContain('confirmed  The form of an override, and of its events')
    expect(text).toContain('The retry schedule of webhooks in live mode. Test mode has a schedule of its own')
  })

  it('skip the steps that a person declines, and compare the others', async () => {
    const findings = await compare({
      base: stripe.url,
      hands: person(stripe, (line) => !line.includes('Dashboard')),
      webhooks: { receiver },
    })
    expect(findings.differences).toEqual([])
    expect(findings.skipped).toContainEqual({
      what: 'a submission: override',
      why: 'the clicks were not made',
    })
    expect(findings.skipped).toContainEqual({
      what: 'a rolled webhook secret',
      why: 'the clicks were not made',
    })
    expect(findings.compared).toContain('a submission: redacted: redact again')
    expect(report(findings)).toContain('not seen   The form of an override')
  })
})

/** One difference each, with the expected step, field and both values. */
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
      step: 'a session: redact a canceled session',
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
      step: 'refusals: a missing report',
      field: 'body.error.code',
      theirs: 'not_found',
      ours: 'resource_missing',
    },
  },
  'another status': {
    plant: (exchange) => {
      if (exchange.status === 404) exchange.status = 410
    },
    found: { step: 'refusals: a missing session', field: 'status', theirs: '410', ours: '404' },
  },
  'another order of events': {
    plant: ({ path, body }) => {
      if (path === '/v1/events') body.data?.reverse()
    },
    found: {
      step: 'a session: events',
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
    found: { step: 'lists: a limit of 101', field: 'status', theirs: '200', ours: '400' },
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
      step: 'a session: events',
      field: 'body.events[0].data.object.client_secret',
      theirs: '<secret>',
    },
  },
  'a DELETE that is not executed again under one key': {
    ask: (() => {
      let calls = 0
      return (url, headers) => {
        const isKeyed = headers['idempotency-key']?.endsWith('-delete')
        if (isKeyed && ++calls > 1) url.pathname = '/v1/webhook_endpoints/we_none'
      }
    })(),
    found: {
      step: 'idempotency: the endpoint after another DELETE with the same key',
      field: 'status',
      theirs: '200',
      ours: '404',
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
    found: {
      step: 'idempotency: the repetition returns the same session',
      field: 'body.same',
      theirs: false,
      ours: true,
    },
  },
}

describe('two sandboxes, one of them with planted differences', () => {
  // The changes of one run are independent. The last two would hide others.
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

  it('finds no other difference', () => {
    const { differences } = runs[1]!.findings!
    const allowed = /^(idempotency|lists): /
    expect(differences.filter(({ step }) => !allowed.test(step))).toEqual([])
  })

  it('finds another form of an override, and prints no personal data', async () => {
    const proxy = await differing(stripe.url, ({ body }) => {
      const sessions =
        body.object === 'list' ? body.data.map((item: Json) => item.data?.object ?? item) : [body]
      for (const session of sessions) {
        if (session.status === 'requires_input' && session.last_error)
          session.last_error.code = 'review_rejected'
      }
    })
    const findings = await compare({
      base: proxy.url,
      hands: person(stripe),
      restrictedKey: stripe.restrictedKey,
    })
    await proxy.close()
    expect(findings.differences).toContainEqual({
      step: 'a submission: override: session',
      field: 'body.last_error.code',
      theirs: 'review_rejected',
      ours: 'document_unverified_other',
    })
    const text = report(findings)
    expect(text).toContain('different  The form of an override, and of its events')
    expect(text + JSON.stringify(findings)).not.toMatch(/Jenny|Rosen|1990|vs_\w{8}|_secret_|sk_test|whsec/)
  })
})
