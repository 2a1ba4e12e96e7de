// npm run dev: runs the app and rebuilds it after each change. Uses the sandbox if STRIPE_SECRET_KEY is not set.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from 'stripe-identity-sandbox'

if (existsSync('.env')) process.loadEnvFile()
const port = process.env.PORT || '4242'
const folder = await mkdtemp(join(tmpdir(), 'identity-'))
const sandbox = process.env.STRIPE_SECRET_KEY
  ? null
  : await createSandbox({ forwardTo: `http://localhost:${port}/identity/webhook` })
console.log(
  sandbox === null
    ? 'Stripe: STRIPE_SECRET_KEY is set, so sessions are made there.'
    : `Sandbox: ${sandbox.url} stands in for Stripe and verifies no real people. Fill in .env to use Stripe.`,
)

const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
const app = spawn(process.execPath, [next, 'dev', '--port', port], {
  stdio: 'inherit',
  env: {
    ...process.env,
    COOKIE_SECRET: process.env.COOKIE_SECRET || randomBytes(32).toString('hex'),
    ...(sandbox && {
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
      STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
      STRIPE_API_BASE: sandbox.url,
      // The sandbox keeps no sessions after it ends, so this database is deleted with it.
      DATABASE_URL: `sqlite:${join(folder, 'identity.db')}`,
    }),
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.kill('SIGTERM'))
await once(app, 'exit')
await sandbox?.close()
await rm(folder, { recursive: true, force: true })
