export interface Settings {
  port: number
  host: string
  publicUrl: string
  cookieSecret: string
  /** Enables the operator console; undefined without one. */
  operatorToken: string | undefined
  database: string
  /** The number of proxies in front of the server. */
  trustProxy: number
  stripe: {
    secretKey: string
    publishableKey: string
    webhookSecrets: string[]
    /** The sandbox's URL; undefined with Stripe. */
    apiBase: string | undefined
  }
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the settings from the environment; .env.example explains each. `createIdentity` validates Stripe's part. */
export function readSettings(env: Env): Settings {
  if (!env.STRIPE_SECRET_KEY) {
    throw new Error(
      'STRIPE_SECRET_KEY is not set: copy .env.example to .env and fill it in. `npm run dev` works without, on the sandbox.',
    )
  }
  if ((env.COOKIE_SECRET ?? '').length < 16) {
    throw new Error('COOKIE_SECRET needs 16 random characters or more; .env.example says how to make one.')
  }
  if (env.OPERATOR_TOKEN && env.OPERATOR_TOKEN.length < 16) {
    throw new Error('OPERATOR_TOKEN needs 16 random characters or more; .env.example says how to make one.')
  }
  const port = readPort(env)
  return {
    port,
    host: env.HOST || '0.0.0.0',
    publicUrl: env.PUBLIC_URL || `http://localhost:${port}`,
    cookieSecret: env.COOKIE_SECRET ?? '',
    operatorToken: env.OPERATOR_TOKEN || undefined,
    database: env.DATABASE_URL || 'sqlite:./identity.db',
    trustProxy: Number(env.TRUST_PROXY || 0),
    stripe: {
      secretKey: env.STRIPE_SECRET_KEY,
      publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? '',
      webhookSecrets: (env.STRIPE_WEBHOOK_SECRET ?? '').split(',').filter(Boolean),
      apiBase: env.STRIPE_API_BASE || undefined,
    },
  }
}

export function readPort(env: Env): number {
  const port = Number(env.PORT || 4242)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`PORT is not a port: ${env.PORT}`)
}

export function portTaken(port: number): string {
  return `Port ${port} is in use: stop the program that listens on it, or set PORT to another one.`
}
