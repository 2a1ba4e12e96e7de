import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from 'stripe-identity-sandbox'

/** Stripe Identity on this machine, and the settings that lead the server to it. It forgets everything when it ends. */
export async function startSandbox(port: number) {
  const sandbox = await createSandbox({ forwardTo: `http://127.0.0.1:${port}/identity/webhook` })
  // What the server knows of the sandbox's sessions goes when they go.
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
