import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { createIdentity, type Identity, operatorToken, visitors } from 'stripe-identity-server'
import { ELEMENT_PATHS, pages } from './pages.js'
import { type StripeSide, stripeSide } from './stripe.js'

export interface Demo {
  url: string
  about: string
  /** The sandbox's origin; null with Stripe. */
  sandboxUrl: string | null
  close(): Promise<void>
}

interface DemoOptions {
  /** 0 takes any free port. */
  port: number
  sandboxPort: number
  env: Readonly<Record<string, string | undefined>>
}

/** Starts the sandbox (unless Stripe is used), the server's router, and the pages. Cleans up if a part fails. */
export async function startDemo({ port, sandboxPort, env }: DemoOptions): Promise<Demo> {
  const app = express()
  const server = createServer(app)
  // The demo is for this machine only and is not reachable from the network.
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}`

  const folder = await mkdtemp(join(tmpdir(), 'identity-demo-'))
  let stripe: StripeSide | undefined
  let identity: Identity | undefined
  const ending = new AbortController()
  const close = async () => {
    ending.abort()
    const ended = new Promise((resolve) => server.close(resolve))
    await identity?.close()
    server.closeAllConnections()
    await ended
    await stripe?.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    stripe = await stripeSide(env, sandboxPort, `${url}/identity/webhook`)
    identity = createIdentity({
      stripe: {
        secretKey: stripe.secretKey,
        publishableKey: stripe.publishableKey,
        webhookSecrets: stripe.webhookSecrets,
        apiBase: stripe.apiBase,
      },
      // The sandbox keeps nothing after it ends, so its database is deleted too. With Stripe the database is kept.
      database:
        stripe.sandboxUrl === null ? 'sqlite:./identity-demo.db' : `sqlite:${join(folder, 'identity.db')}`,
      authenticate: visitors({ cookieSecret: env.COOKIE_SECRET || randomBytes(32).toString('hex') }),
      // With the sandbox everyone on this machine is an operator. With Stripe the console at /identity/console
      // requires a token.
      ...(stripe.sandboxUrl === null
        ? env.OPERATOR_TOKEN && { operator: operatorToken(env.OPERATOR_TOKEN) }
        : { operator: { authorize: () => 'demo' } }),
      session: () => ({ type: 'document', options: { document: { require_matching_selfie: true } } }),
      // Both names, because cookies are separate for each.
      returnUrls: [url, url.replace('localhost', '127.0.0.1')].flatMap((origin) =>
        ELEMENT_PATHS.map((path) => origin + path),
      ),
    })
    app.use('/identity', identity.router)
    app.post('/book', identity.requireVerified(), (_req, res) => void res.redirect(303, '/booked'))
    app.use(pages(stripe.sandboxUrl, ending.signal))
  } catch (error) {
    await close()
    throw error
  }
  return { url, about: stripe.about, sandboxUrl: stripe.sandboxUrl, close }
}
