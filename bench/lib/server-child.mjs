// A server in its own process; argv[2] has its options as JSON. It also serves the peers: bare routes with the same answers.
import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { createIdentity } from 'stripe-identity-server'
import { bareWebhook } from './bare-webhook.mjs'

const {
  database,
  webhookSecret,
  view,
  apiBase = 'http://127.0.0.1:9',
  port = 0,
} = JSON.parse(process.argv[2])
const identity = createIdentity({
  stripe: {
    secretKey: 'sk_test_bench',
    publishableKey: 'pk_test_bench',
    webhookSecrets: [webhookSecret],
    apiBase,
  },
  database,
  authenticate: (req) => req.headers['x-user'] ?? null,
  operator: { authorize: () => 'bench' },
  reconcileIntervalMs: 2_000,
  limits: { rateLimitPerMinute: 0, maxAttempts: 5, maxSessionsPerDay: 0, maxSessionsPerUserPerDay: 0 },
})

/** A create without a store: one call of Stripe. */
async function bareCreate(user) {
  const answer = await fetch(`${apiBase}/v1/identity/verification_sessions`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sk_test_bench' },
    body: new URLSearchParams({ type: 'document', client_reference_id: user }),
  })
  const { id, status, client_secret } = await answer.json()
  return { ...view, id, status, client_secret }
}

const app = express()
app.get('/bare/sessions/:id', (_req, res) => void res.json(view))
app.post('/bare/sessions', express.json(), async (req, res) => {
  res.status(201).json(await bareCreate(req.get('X-User')))
})
app.post('/bare/webhook', ...bareWebhook(database, webhookSecret))
/** Server-sent events without a store: a listener receives the next POST. */
const listeners = new Map()
app.get('/bare/events/:id', (req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders()
  listeners.set(req.params.id, res)
})
app.post('/bare/events/:id', (req, res) => {
  listeners.get(req.params.id).write(`data: ${JSON.stringify(view)}\n\n`)
  res.end()
})
/** Polling through: each request calls Stripe. */
app.get('/through/sessions/:id', async (req, res) => {
  const url = `${apiBase}/v1/identity/verification_sessions/${req.params.id}`
  const { id, status } = await (
    await fetch(url, { headers: { Authorization: 'Bearer sk_test_bench' } })
  ).json()
  res.json({ ...view, id, status })
})
app.use('/identity', identity.router)
/** `identity.fetch`, as a host without Express uses it: converts Node's request to a Request, and the Response back. */
app.use('/fetched', async (req, res) => {
  const request = new Request(`http://127.0.0.1/identity${req.url}`, { headers: req.headers })
  const answer = await identity.fetch(request, { user: req.headers['x-user'] ?? null })
  res
    .writeHead(answer.status, Object.fromEntries(answer.headers))
    .end(Buffer.from(await answer.arrayBuffer()))
})
const server = createServer(app)
const plain = createServer(async (req, res) => {
  const create = req.method === 'POST'
  if (create) for await (const _ of req);
  const body = JSON.stringify(create ? await bareCreate(req.headers['x-user']) : view)
  res.writeHead(create ? 201 : 200, { 'Content-Type': 'application/json; charset=utf-8' }).end(body)
})
const listening = [server, plain].map((one) => {
  one.listen({ port: one === server ? port : 0, host: '127.0.0.1', backlog: 4096 })
  return once(one, 'listening')
})
await Promise.all(listening)
await identity.ready()

process.on('disconnect', () => process.exit(1))
process.on('message', async (message) => {
  if (message === 'memory') {
    globalThis.gc?.()
    const { rss, heapUsed: heap } = process.memoryUsage()
    process.send({ rss, heap, held: identity.heldPolls })
  }
  if (message === 'close') {
    await identity.close()
    process.exit(0)
  }
})
const urlOf = (one) => `http://127.0.0.1:${one.address().port}`
process.send({ url: urlOf(server), plainUrl: urlOf(plain) })
