import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createSandbox, type Sandbox } from 'stripe-identity-sandbox'
import { freePort } from '../../../scripts/lib/free-port.mjs'
import type { Site } from './stage.js'

const SERVER = fileURLToPath(new URL('../../python/server.py', import.meta.url))
export const COOKIE_SECRET = 'a-cookie-secret-of-the-test'
export const WEBHOOK_SECRET = 'whsec_of_the_test'

export interface PythonSite extends Site {
  sandboxUrl: string
  sandbox: Sandbox
  database: string
  /** Its output on both streams. */
  log(): string
}

/** Starts the Python back end as a user would, with the sandbox in place of Stripe. */
export async function startPython(): Promise<PythonSite> {
  const folder = await mkdtemp(join(tmpdir(), 'identity-python-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const sandbox = await createSandbox({
    forwardTo: `${url}/identity/webhook`,
    webhookSecret: WEBHOOK_SECRET,
  })
  const database = join(folder, 'identity.db')
  // -B prevents compiled files beside the sources.
  const server = spawn('python3', ['-B', SERVER], {
    env: {
      PATH: process.env.PATH ?? '',
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_BASE: sandbox.url,
      COOKIE_SECRET,
      DATABASE: database,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const ended = once(server, 'exit')
  const close = async () => {
    server.kill('SIGINT')
    await ended
    await sandbox.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  for await (const line of createInterface({ input: server.stdout })) {
    log += `${line}\n`
    if (line.startsWith('Listening'))
      return { url, sandboxUrl: sandbox.url, sandbox, database, log: () => log, close }
  }
  await close()
  throw new Error(`server.py ended before it listened:\n${log}`)
}
