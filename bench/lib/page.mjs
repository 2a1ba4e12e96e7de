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

/** The element alone. The sandbox's Stripe.js loads at the first sign of intent, as Stripe's own does. */
const ELEMENT = (stripeJs) => `<!doctype html>
<title>bench</title>
<script>
  document.addEventListener('identity-status', () => { window.ready = true }, { once: true })
</script>
<script type="module">
  const element = document.querySelector('identity-verification')
  let script
  const load = () => script ??= new Promise((resolve, reject) => {
    document.head.append(
      Object.assign(document.createElement('script'), { src: '${stripeJs}', onload: resolve, onerror: reject }))
  })
  for (const sign of ['pointerover', 'focusin', 'identity-start']) element.addEventListener(sign, load)
  element.stripe = (key) => load().then(() => window.Stripe(key))
</script>
<script type="module" src="/widget/identity-verification.js"></script>
<identity-verification></identity-verification>`

/** The two ways to write it by hand. Both request the visitor's cookie, as the element does. */
const BY_HAND = (stripeJs, inHead) => `<!doctype html>
<title>bench</title>
${inHead ? `<script src="${stripeJs}"></script>` : ''}
<script>
  window.stripeJs = '${stripeJs}'
  fetch('/identity/sessions/current').then(() => { window.ready = true })
</script>`

/** Sandbox, server, a bare page with the element, and two without. `webhookAt` is the time of the last delivery's answer. */
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
  const stripeJs = `${sandbox.url}/v3/`
  app.get('/', (_req, res) => res.type('html').send(ELEMENT(stripeJs)))
  app.get('/stripe-in-head', (_req, res) => res.type('html').send(BY_HAND(stripeJs, true)))
  app.get('/by-hand', (_req, res) => res.type('html').send(BY_HAND(stripeJs, false)))

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
