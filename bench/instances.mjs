// Two instances on one PostgreSQL: the time from Stripe's webhook at one to the answer of a poll that the other holds.
import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import pg from 'pg'
import { createSandbox } from 'stripe-identity-sandbox'
import { createIdentity } from 'stripe-identity-server'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { median, percentile } from './lib/figures.mjs'
import { line, report } from './lib/report.mjs'

const ROUNDS = 300

const postgres = await startPostgres()
const sandbox = await createSandbox({ port: 0 })
/** The arrival of the last delivery at the first instance, and its answer. */
const webhook = { cameAt: 0, answeredAt: 0, count: 0 }
const closers = []

async function serve(takesWebhooks) {
  const app = express()
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${server.address().port}/identity`
  const webhookSecret = takesWebhooks ? await deliverTo(`${url}/webhook`) : 'whsec_elsewhere'
  const identity = createIdentity({
    stripe: {
      secretKey: sandbox.secretKey,
      publishableKey: sandbox.publishableKey,
      webhookSecrets: [webhookSecret],
      apiBase: sandbox.url,
    },
    database: postgres.url,
    authenticate: (req) => req.get('X-User') ?? null,
    limits: { rateLimitPerMinute: 0, maxSessionsPerDay: 0, maxSessionsPerUserPerDay: 0 },
  })
  app.use('/identity/webhook', (_req, res, next) => {
    webhook.cameAt = performance.now()
    res.on('finish', () => {
      webhook.answeredAt = performance.now()
      webhook.count += 1
    })
    next()
  })
  app.use('/identity', identity.router)
  closers.push(async () => {
    await identity.close()
    server.closeAllConnections()
    server.close()
  })
  return { url, identity }
}

async function deliverTo(url) {
  const body = new URLSearchParams({ url })
  for (const name of ['created', 'processing'])
    body.append('enabled_events[]', `identity.verification_session.${name}`)
  const headers = { Authorization: `Bearer ${sandbox.secretKey}` }
  const answer = await fetch(`${sandbox.url}/v1/webhook_endpoints`, { method: 'POST', headers, body })
  return (await answer.json()).secret
}

async function until(condition) {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

/** Milliseconds from the delivery's arrival, and from its answer, to the answer of a poll held at `instance`. */
async function wakes(instance, name) {
  const fromArrival = []
  const fromAnswer = []
  for (let round = 0; round < ROUNDS; round++) {
    const headers = { 'X-User': `${name}-${round}`, 'Content-Type': 'application/json' }
    const seen = webhook.count
    const opened = await fetch(`${instance.url}/sessions`, { method: 'POST', headers, body: '{}' })
    const { id, version } = await opened.json()
    await until(() => webhook.count > seen)
    const poll = fetch(`${instance.url}/sessions/${id}?after=${version}&wait=30`, { headers })
    await until(() => instance.identity.heldPolls === 1)
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 3_600_000 })
    const { status } = await (await poll).json()
    const at = performance.now()
    if (status !== 'processing') throw new Error(`${id} is ${status}`)
    await until(() => webhook.count > seen + 1)
    fromArrival.push(at - webhook.cameAt)
    fromAnswer.push(at - webhook.answeredAt)
  }
  return { fromArrival, fromAnswer }
}

/** Milliseconds from a bare NOTIFY to its arrival at another connection: the database's own time. */
async function bareNotify() {
  const [notifier, listener] = [new pg.Client(postgres.url), new pg.Client(postgres.url)]
  await Promise.all([notifier.connect(), listener.connect()])
  await listener.query('listen bench')
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    const received = once(listener, 'notification')
    const started = performance.now()
    await Promise.all([notifier.query(`notify bench, '${round}'`), received])
    times.push(performance.now() - started)
  }
  await Promise.all([notifier.end(), listener.end()])
  return times
}

const a = await serve(true)
const b = await serve(false)
await wakes(b, 'warm-up')
const bare = await bareNotify()
const near = await wakes(a, 'near')
const far = await wakes(b, 'far')
for (const close of closers) await close()
await sandbox.close()
await postgres.close()

const both = (what, values, against, peers) => [
  line({ what: `${what}, p50`, unit: 'ms', ours: median(values), against, peer: median(peers) }),
  line({
    what: `${what}, p99`,
    unit: 'ms',
    ours: percentile(values, 99),
    against,
    peer: percentile(peers, 99),
  }),
]
report(`Webhook at A, poll held at B (${ROUNDS} rounds, PostgreSQL with fsync)`, [
  ...both('webhook received at A, poll answered at B', far.fromArrival, 'poll at A', near.fromArrival),
  ...both('webhook answered at A, poll answered at B', far.fromAnswer, 'bare NOTIFY', bare),
])
