import { createInterface } from 'node:readline/promises'
import { type Env, readEnv } from '../env.js'
import {
  type Endpoint,
  openAccount,
  type Probe,
  type StripeAccount,
  WEBHOOK_EVENTS,
} from '../stripe-account.js'
import type { SetupArguments } from './arguments.js'
import { explain } from './permissions.js'

/**
 * Creates the webhook endpoint at Stripe, or compares the existing one. Shows its secret once and never a key.
 * Requires confirmation of each change. Resolves to the exit code.
 */
export async function runSetup({ url, yes }: SetupArguments, env: Env): Promise<number> {
  const { text } = readEnv(env)
  const secretKey = text('STRIPE_SECRET_KEY')
  if (secretKey === undefined || !/^(sk|rk)_(test|live)_\S+$/.test(secretKey)) {
    throw new Error('STRIPE_SECRET_KEY is not set to a secret key (sk_… or rk_…).')
  }
  const apiBase = text('STRIPE_API_BASE')
  if (apiBase !== undefined && !URL.canParse(apiBase)) throw new Error('STRIPE_API_BASE is no URL.')
  const httpsProxy = text('HTTPS_PROXY')
  if (httpsProxy !== undefined && !(URL.canParse(httpsProxy) && /^https?:/.test(httpsProxy))) {
    throw new Error('HTTPS_PROXY is not the URL of a proxy such as http://proxy.example:3128.')
  }
  const account = openAccount({ secretKey, apiBase, httpsProxy })
  say(`${account.livemode ? 'Live' : 'Test'} mode.`)
  if (!(await mayDoAll(account))) return 1
  const [endpoint] = await account.endpoints(url)
  if (endpoint === undefined) return make(account, url, yes)
  return mend(account, endpoint, yes)
}

async function mayDoAll(account: StripeAccount): Promise<boolean> {
  let fine = true
  for (const permission of ['sessions', 'write', 'events', 'endpoints'] as const) {
    const { outcome }: Probe = await account.probe(permission)
    if (outcome === 'allowed') continue
    fine = false
    const { problem, fix } = explain(permission, outcome)
    say(`✗ ${problem}\n  ${fix}`)
    // The other probes would fail for the same reason.
    if (outcome !== 'not_permitted') break
  }
  if (fine) say('✓ The key has every permission that the server needs, and Identity is switched on.')
  return fine
}

async function make(account: StripeAccount, url: string, yes: boolean): Promise<number> {
  say(`There is no webhook endpoint ${url}.`)
  if (!(await agreed('Create it, with the six events of verification sessions?', yes))) return 1
  const { secret } = await account.makeEndpoint(url)
  say('✓ Created. Its secret is shown only once; put it into the environment of the server, or its .env:')
  console.log(`STRIPE_WEBHOOK_SECRET=${secret}`)
  return 0
}

async function mend(account: StripeAccount, endpoint: Endpoint, yes: boolean): Promise<number> {
  const differences = differencesOf(endpoint)
  if (differences.length === 0) {
    say(`✓ The webhook endpoint ${endpoint.url} exists and has the right settings.`)
    say('  The dashboard shows its secret (STRIPE_WEBHOOK_SECRET).')
    return 0
  }
  say(`The webhook endpoint ${endpoint.url} differs:\n${differences.map((each) => `  - ${each}`).join('\n')}`)
  if (!(await agreed('Change that?', yes))) return 1
  await account.mendEndpoint(endpoint.id)
  say('✓ Changed. Its secret is the same.')
  return 0
}

/** Describes the differences from the required settings; empty if there are none. */
export function differencesOf({ events, enabled }: Endpoint): string[] {
  const missing = WEBHOOK_EVENTS.filter((name) => !events.includes(name))
  const more = events.filter((name) => !WEBHOOK_EVENTS.includes(name))
  return [
    ...(enabled ? [] : ['it is disabled']),
    ...(missing.length > 0 ? [`it lacks the events ${missing.join(', ')}`] : []),
    ...(more.length > 0 ? [`it has events that the server ignores: ${more.join(', ')}`] : []),
  ]
}

async function agreed(question: string, yes: boolean): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY) {
    say('Nothing was changed. Without a terminal, confirm with --yes.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  if (/^y(es)?$/i.test(answer.trim())) return true
  say('Nothing was changed.')
  return false
}

/** Prints to stderr; stdout contains only the line for the environment. */
function say(text: string): void {
  console.error(text)
}
