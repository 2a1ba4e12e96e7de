// A server in a process of its own, told what to be by its parent: argv[2] is JSON.
import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { createIdentity } from 'stripe-identity-server'

const { database, webhookSecret, view } = JSON.parse(process.argv[2])
const identity = createIdentity({
  stripe: {
    secretKey: 'sk_test_bench',
    publishableKey: 'pk_test_bench',
    webhookSecrets: [webhookSecret],
    // Nobody answers here: what is measured asks Stripe nothing.
    apiBase: 'http://127.0.0.1:9',
  },
  database,
  authenticate: (req) => req.headers['x-user'] ?? null,
  operator: { authorize: () => 'bench' },
  reconcileIntervalMs: 2_000,
  limits: { rateLimitPerMinute: 0, maxAttempts: 5 },
})
const app = express()
app.get('/bare/sessions/:id', (_req, res) => void res.json(view))
app.use('/identity', identity.router)
const server = createServer(app)
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 })
await once(server, 'listening')
await identity.ready()

process.on('message', async (message) => {
  if (message === 'memory') {
    globalThis.gc?.()
    process.send({ rss: process.memoryUsage().rss, held: identity.heldPolls })
  }
  if (message === 'close') {
    await identity.close()
    process.exit(0)
  }
})
process.send({ url: `http://127.0.0.1:${server.address().port}` })
