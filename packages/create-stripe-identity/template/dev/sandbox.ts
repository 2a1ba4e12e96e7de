import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from 'stripe-identity-sandbox'

/** Starts Stripe Identity on this machine and returns the settings for the server. It keeps nothing after it ends. */
export async function startSandbox(port: number) {
  const sandbox = await createSandbox({ forwardTo: `http://127.0.0.1:${port}/identity/webhook` })
  // The sandbox keeps no sessions after it ends, so this database is deleted with it.
  const folder = await mkdtemp(join(tmpdir(), 'identity-'))
  return {
    url: sandbox.url,
    env: {
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
      STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
      STRIPE_API_BASE: sandbox.url,
      DATABASE_URL: `sqlite:${join(folder, 'identity.db')}`,
    },
    async close() {
      await sandbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
