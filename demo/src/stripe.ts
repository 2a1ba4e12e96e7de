import { createSandbox } from 'stripe-identity-sandbox'

/**
 * The demo's Stripe: the sandbox on this machine, or Stripe itself if a key is set. Never both, and always printed.
 */
export interface StripeSide {
  secretKey: string
  publishableKey: string
  webhookSecrets: string[]
  apiBase?: string
  /** The sandbox's origin; null with Stripe. */
  sandboxUrl: string | null
  /** One line that names which of them is used. */
  about: string
  close(): Promise<void>
}

type Env = Readonly<Record<string, string | undefined>>

export async function stripeSide(env: Env, sandboxPort: number, webhookUrl: string): Promise<StripeSide> {
  if (/^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY ?? '')) {
    throw new Error(
      'it tells visitors apart by a cookie only, so it takes test keys: a live key needs real sign-in.',
    )
  }
  if (env.STRIPE_SECRET_KEY) {
    return {
      secretKey: env.STRIPE_SECRET_KEY,
      publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? '',
      webhookSecrets: (env.STRIPE_WEBHOOK_SECRET ?? '').split(',').filter(Boolean),
      sandboxUrl: null,
      about: 'Stripe: STRIPE_SECRET_KEY is set, sessions are made at Stripe.',
      close: async () => {},
    }
  }
  const sandbox = await createSandbox({ port: sandboxPort, forwardTo: webhookUrl })
  return {
    secretKey: sandbox.secretKey,
    publishableKey: sandbox.publishableKey,
    webhookSecrets: [sandbox.webhookSecret],
    apiBase: sandbox.url,
    sandboxUrl: sandbox.url,
    about: `Sandbox: ${sandbox.url} (verifies no real people). Set STRIPE_SECRET_KEY to use Stripe.`,
    close: () => sandbox.close(),
  }
}
