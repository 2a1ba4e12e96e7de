import Stripe from 'stripe'
import { createSandbox } from 'stripe-identity-sandbox'
import { startApp } from './app.mjs'

/**
 * The app, with a sandbox in the place of Stripe, whose clock stands still until a test moves it. The app comes first: its
 * address is where webhooks go.
 */
export async function startAppAndSandbox() {
  const app = await startApp()
  const sandbox = await createSandbox({ clock: 'frozen', forwardTo: `${app.url}/webhook` })
  app.use({
    stripe: new Stripe(sandbox.secretKey, { host: '127.0.0.1', port: sandbox.port, protocol: 'http' }),
    publishableKey: sandbox.publishableKey,
    webhookSecret: sandbox.webhookSecret,
    stripeJs: `${sandbox.url}/v3/`,
  })
  return { app, sandbox }
}
