import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('cli.js', import.meta.resolve('stripe-identity-server')))
const BARE = fileURLToPath(new URL('bare-program.mjs', import.meta.url))
const JWT_SECRET = 'only for this benchmark, at least 32 characters'

/**
 * Starts the program as people run it: it checks tokens, writes a log line per request and counts metrics. The lines are
 * discarded.
 */
export function startProgram({ database, webhookSecret, apiBase = 'http://127.0.0.1:9', args = [] }) {
  return started([...args, CLI], {
    STRIPE_SECRET_KEY: 'sk_test_bench',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_bench',
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: apiBase,
    DATABASE_URL: database,
    PORT: '0',
    HOST: '127.0.0.1',
    AUTH: 'jwt',
    JWT_SECRET,
    MAX_ATTEMPTS: '5',
    MAX_SESSIONS_PER_DAY: '0',
    MAX_SESSIONS_PER_USER_PER_DAY: '0',
    RATE_LIMIT_PER_MINUTE: '0',
  })
}

/** Starts the smallest program that answers a status read of this user. */
export function startBareProgram({ database, view, user, token }) {
  const env = { DATABASE_URL: database, VIEW: JSON.stringify(view), TOKEN: token, TOKEN_USER: user }
  return started([BARE], env)
}

async function started(args, env) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...env },
  })
  const url = await urlFrom(child)
  child.stdout.resume()
  return {
    pid: child.pid,
    url,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function urlFrom(child) {
  for await (const text of createInterface({ input: child.stdout })) {
    const { msg, url } = JSON.parse(text)
    if (msg === 'listening') return url
  }
  throw new Error('the program ended before it listened')
}

/** A token of an issuer, valid for an hour. */
export function tokenOf(user) {
  const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { sub: user, iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 3600 }
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`
  return `${signed}.${createHmac('sha256', JWT_SECRET).update(signed).digest('base64url')}`
}
