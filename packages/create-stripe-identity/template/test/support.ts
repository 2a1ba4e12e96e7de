import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from 'stripe-identity-sandbox'
import { createApp } from '../src/app.ts'

/** Starts the application on a free port, with a separate sandbox in place of Stripe. */
export async function startApp() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const sandbox = await createSandbox({ forwardTo: `${url}/identity/webhook` })
  const folder = await mkdtemp(join(tmpdir(), 'identity-test-'))
  const { app, identity } = createApp({
    port,
    host: '127.0.0.1',
    publicUrl: url,
    cookieSecret: 'only-for-these-tests',
    operatorToken: undefined,
    database: `sqlite:${join(folder, 'identity.db')}`,
    trustProxy: 0,
    stripe: {
      secretKey: sandbox.secretKey,
      publishableKey: sandbox.publishableKey,
      webhookSecrets: [sandbox.webhookSecret],
      apiBase: sandbox.url,
    },
  })
  server.on('request', app)
  return {
    url,
    sandbox,
    async close() {
      identity.release()
      server.close()
      server.closeAllConnections()
      await identity.close()
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Signs in and returns `fetch` with the cookie of that user. */
export async function signIn(url: string, name: string) {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    body: new URLSearchParams({ name }),
    redirect: 'manual',
  })
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  return (path: string, init: RequestInit = {}) =>
    fetch(url + path, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } })
}
