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
 * Makes the webhook endpoint at Stripe, or finds it and says what differs. Shows its secret once and a key never; asks
 * before it changes anything. Resolves with the exit code.
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
    throw new Error('HTTPS_PROXY is not the URL of a proxy, as http://proxy.example:3128.')
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
    // The other calls would say the same.
    if (outcome !== 'not_permitted') break
  }
  if (fine) say('✓ The key may do what the server needs, and Identity is switched on.')
  return fine
}

async function make(account: StripeAccount, url: string, yes: boolean): Promise<number> {
  say(`There is no webhook endpoint ${url}.`)
  if (!(await agreed('Make it, with the six events of verification sessions?', yes))) return 1
  const { secret } = await account.makeEndpoint(url)
  say('✓ Made. Its secret is shown this once; put it into the environment of the server, or its .env:')
  console.log(`STRIPE_WEBHOOK_SECRET=${secret}`)
  return 0
}

async function mend(account: StripeAccount, endpoint: Endpoint, yes: boolean): Promise<number> {
  const differences = differencesOf(endpoint)
  if (differences.length === 0) {
    say(`✓ The webhook endpoint ${endpoint.url} is there, and as it should be.`)
    say('  Its secret (STRIPE_WEBHOOK_SECRET) stands in the dashboard beside it.')
    return 0
  }
  say(`The webhook endpoint ${endpoint.url} differs:\n${differences.map((each) => `  - ${each}`).join('\n')}`)
  if (!(await agreed('Change that?', yes))) return 1
  await account.mendEndpoint(endpoint.id)
  say('✓ Changed. Its secret stays as it is.')
  return 0
}

/** In words; empty where nothing differs. */
export function differencesOf({ events, enabled }: Endpoint): string[] {
  const missing = WEBHOOK_EVENTS.filter((name) => !events.includes(name))
  const more = events.filter((name) => !WEBHOOK_EVENTS.includes(name))
  return [
    ...(enabled ? [] : ['it is disabled']),
    ...(missing.length > 0 ? [`it does not name ${missing.join(', ')}`] : []),
    ...(more.length > 0 ? [`it names events that the server ignores: ${more.join(', ')}`] : []),
  ]
}

async function agreed(question: string, yes: boolean): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY) {
    say('Nothing was changed. Say --yes where nobody can be asked.')
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  if (/^y(es)?$/i.test(answer.trim())) return true
  say('Nothing was changed.')
  return false
}

/** On stderr: stdout has only the line for the environment. */
function say(text: string): void {
  console.error(text)
}
