import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { createSandbox } from 'stripe-identity-sandbox'
import { createIdentity, visitors } from 'stripe-identity-server'

const WIDGET = dirname(fileURLToPath(import.meta.resolve('stripe-identity-widget')))

const PAGE = (sandbox) => `<!doctype html>
<title>bench</title>
<script src="${sandbox}/v3/"></script>
<script type="module" src="/widget/identity-verification.js"></script>
<identity-verification></identity-verification>`

/** Sandbox, server and a bare page with the element; `webhookAt` is when the last delivery was answered. */
export async function startPage() {
  const folder = await mkdtemp(join(tmpdir(), 'identity-bench-'))
  const app = express()
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${server.address().port}`
  const sandbox = await createSandbox({ port: 0, forwardTo: `${url}/identity/webhook` })
  const identity = createIdentity({
    stripe: {
      secretKey: sandbox.secretKey,
      publishableKey: sandbox.publishableKey,
      webhookSecrets: [sandbox.webhookSecret],
      apiBase: sandbox.url,
    },
    database: `sqlite:${join(folder, 'identity.db')}`,
    authenticate: visitors({ cookieSecret: 'only for this benchmark' }),
    limits: { rateLimitPerMinute: 0 },
  })
  const page = { url, sandbox, webhookAt: 0, close }
  app.use('/identity/webhook', (_req, res, next) => {
    res.on('finish', () => {
      page.webhookAt = Date.now()
    })
    next()
  })
  app.use('/identity', identity.router)
  app.use('/widget', express.static(WIDGET))
  app.get('/', (_req, res) => res.type('html').send(PAGE(sandbox.url)))

  async function close() {
    const closed = new Promise((resolve) => server.close(resolve))
    await identity.close()
    server.closeAllConnections()
    await closed
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
  }
  return page
}
