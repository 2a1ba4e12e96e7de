import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { openReceiver, type Receiver } from '../../src/validate/inbox.js'
import { report } from '../../src/validate/report.js'
import type { Findings } from '../../src/validate/run.js'
import { call, createSession, retrieve, SESSIONS } from '../support/api.js'
import { type Differing, differing, type Plant } from './differing.js'
import { type DifferingWebhooks, differingWebhooks, type Passing } from './differing-webhooks.js'
import { compare, DAY_MS, destinationsOf, LIKE_SUBMITTED, person, startStripe } from './sides.js'

let receiver: Receiver
let stripe: Sandbox
let hooks: DifferingWebhooks
let destinations: Plant
beforeAll(async () => {
  receiver = await openReceiver(0)
  hooks = await differingWebhooks(`http://127.0.0.1:${receiver.port}`)
  stripe = await startStripe(hooks.url)
  destinations = destinationsOf(stripe)
})
afterAll(async () => {
  await stripe.close()
  await hooks.close()
  await receiver.close()
})

async function findings(only: string, plant: Plant = () => {}, keepOne = false): Promise<Findings> {
  const proxy: Differing = await differing(stripe.url, (exchange) => {
    destinations(exchange)
    plant(exchange)
  })
  try {
    return await compare({
      base: proxy.url,
      hands: person(stripe),
      restrictedKey: stripe.restrictedKey,
      webhooks: { receiver, origin: hooks.url },
      keepOne,
      only,
    })
  } finally {
    hooks.plant = () => true
    await proxy.close()
  }
}

/** Changes the webhooks of one slot. */
const changed = (slot: string, change: (webhook: Passing) => void) => (webhook: Passing) => {
  if (webhook.path.endsWith(`/${slot}`)) change(webhook)
  return true
}

describe('webhooks of two sandboxes, some of them changed in transit', () => {
  it('finds a missing scheme in the signature', async () => {
    hooks.plant = changed('taken', ({ headers }) => {
      headers['stripe-signature'] = headers['stripe-signature']!.replace(/,v0=.*/, '')
    })
    const { differences } = await findings('webhooks')
    expect(differences).toEqual(
      ['created', 'canceled'].map((fact) => ({
        step: `webhooks: ${fact}`,
        field: 'body.signature.schemes',
        theirs: 't, v1',
        ours: 't, v1, v0',
      })),
    )
  })

  it('finds a body other than the signed one', async () => {
    hooks.plant = changed('taken', ({ event }) => {
      event.data.object.status = 'verified'
    })
    const { differences } = await findings('webhooks')
    expect(differences).toContainEqual({
      step: 'webhooks: created',
      field: 'body.signature.made_with_the_secret[0]',
      theirs: false,
      ours: true,
    })
  })

  it('finds a secret that expires at once when rolled', async () => {
    hooks.plant = changed('rolled', ({ headers }) => {
      headers['stripe-signature'] = headers['stripe-signature']!.replace(/,v1=\w+,v0/, ',v0')
    })
    const { differences } = await findings('a rolled webhook secret')
    expect(differences).toContainEqual({
      step: 'a rolled webhook secret: signature with the old secret',
      field: 'body.schemes',
      theirs: 't, v1, v0',
      ours: 't, v1, v1, v0',
    })
  })

  it('finds another retry schedule', async () => {
    let attempts = 0
    hooks.plant = ({ path }) => {
      if (path.endsWith('/refused')) attempts += 1
      return attempts !== 2
    }
    const found = await findings('repeated webhooks')
    expect(found.differences).toEqual([
      {
        step: 'repeated webhooks: attempts',
        field: 'body.attempts',
        theirs: '0 minutes, 30 minutes',
        ours: '0 minutes, 5 minutes, 30 minutes',
      },
    ])
    expect(report(found)).toContain('different  The retry schedule of webhooks in test mode')
  })

  it('finds another context and reason in a thin event', async () => {
    hooks.plant = changed('thin', ({ event }) => {
      event.context = 'acct_1Other'
      event.reason ??= { type: 'dashboard' }
    })
    const found = await findings('thin events')
    expect(found.differences).toContainEqual({
      step: 'thin events: of a call',
      field: 'body.event.context',
      theirs: '<acct>',
      ours: null,
    })
    expect(found.differences).toContainEqual({
      step: 'thin events: of a failed check',
      field: 'body.event.reason',
      theirs: { type: 'dashboard' },
      ours: null,
    })
    expect(found.compared).toContain('thin events: retrieve')
    expect(found.left).toEqual([])
    expect(JSON.stringify(found)).not.toMatch(/whsec_|acct_1|evt_1|_secret_/)
  })
})

describe('results of earlier runs', () => {
  it('finds another result of a redaction', async () => {
    const { differences } = await findings('the end of a redaction', ({ body }) => {
      for (const session of body.data ?? [body]) {
        if (session.redaction?.status === 'redacted') session.redaction.status = 'validated'
      }
    })
    expect(differences).toEqual([
      {
        step: 'the end of a redaction: session',
        field: 'body.redaction.status',
        theirs: 'validated',
        ours: 'redacted',
      },
    ])
  })

  it('finds another refusal of older results, and redacts the session kept by an earlier run', async () => {
    const plant: Plant = ({ body }) => {
      if (body.error?.message.includes('48 hours')) body.error.code = 'results_too_old'
    }
    const { differences } = await findings('results older than 48 hours', plant)
    expect(differences).toEqual(
      ['date of birth', 'document number'].map((name) => ({
        step: `results older than 48 hours: ${name}`,
        field: 'body.error.code',
        theirs: 'results_too_old',
        ours: undefined,
      })),
    )
    const verified = new Set(
      stripe.events({ type: 'verified' }).map(({ data }) => (data.object as { id: string }).id),
    )
    const sessions = await Promise.all([...verified].map((id) => retrieve(stripe, id)))
    const open = sessions.filter(({ redaction }) => redaction === null)
    expect(open.map((session) => session.client_reference_id)).toEqual(['somebodys'])
  })

  it('waits for the end of a redaction if allowed', async () => {
    const fresh = await createSandbox()
    const { id } = await createSession(fresh, LIKE_SUBMITTED)
    await fresh.submit(id, 'verified', { processing_ms: 0 })
    await call(fresh, 'POST', `${SESSIONS}/${id}/redact`)
    await fresh.advance(2.5 * DAY_MS)
    const [only, hands] = ['the end of a redaction', person(fresh)]
    const impatient = await compare({ base: fresh.url, hands, only, waitMs: 0 })
    expect(impatient.skipped).toEqual([{ what: only, why: expect.stringContaining('run this again') }])
    const waited = await compare({ base: fresh.url, hands, only, waitMs: 4 * DAY_MS })
    expect(waited.differences).toEqual([])
    expect(waited.compared).toContain('the end of a redaction: event redacted')
    await fresh.close()
  })

  it('keeps one session for a later run, and prints its id', async () => {
    const found = await findings('a session for a later run', () => {}, true)
    expect(found.kept).toHaveLength(1)
    expect(await retrieve(stripe, found.kept[0]!)).toMatchObject({ status: 'verified', redaction: null })
    expect(report(found)).toContain(
      `Left for a later run, which redacts it (at least 48 hours from now):\n  ${found.kept[0]}`,
    )
  })
})
