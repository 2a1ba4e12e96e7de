import { readConfig, type ServerConfig } from '../config.js'
import { type Env, readEnv } from '../env.js'
import { ConfigurationError } from '../errors.js'
import { openAccount } from '../stripe-account.js'
import type { DoctorArguments } from './arguments.js'
import { asking } from './doctor/ask.js'
import { checkBrowser } from './doctor/browser.js'
import type { Finding } from './doctor/finding.js'
import { checkReturnUrls, checkVersions } from './doctor/local.js'
import { checkPage } from './doctor/page.js'
import { checkStore } from './doctor/store.js'
import { checkEndpoint, checkStripe } from './doctor/stripe.js'
import { checkWebhook } from './doctor/webhook.js'

/**
 * Checks everything it can reach and reports problems. `own` is the version of this package. Resolves to the exit
 * code.
 */
export async function runDoctor(
  { url, page, instances }: DoctorArguments,
  env: Env,
  own: string,
): Promise<number> {
  let problems = 0
  const look = async (what: string, check: () => Finding[] | Promise<Finding[]>) => {
    const findings = await check()
    problems += findings.length
    if (findings.length === 0) console.log(`✓ ${what}`)
    for (const { problem, fix } of findings) console.log(`✗ ${what}: ${problem}\n    ${fix}`)
  }

  const { config, findings } = settings(env)
  const { text } = readEnv(env)
  const ask = asking(config?.identity.httpsProxy, text('NO_PROXY'))
  await look('Settings', () => findings)
  await look('Versions', () => checkVersions(process.cwd(), own))
  if (config !== null) {
    const { stripe, httpsProxy, returnUrls = [] } = config.identity
    await look('Stripe', () => checkStripe({ ...stripe, httpsProxy }))
    await look('Database', () => checkStore(config.identity, instances))
    if (returnUrls.length > 0) await look('Return URLs', () => checkReturnUrls(ask, returnUrls))
  }
  const livemode = /_live_/.test(text('STRIPE_SECRET_KEY') ?? '')
  if (url !== null) {
    const webhook = `${url}/webhook`
    if (config !== null) {
      const { stripe, httpsProxy } = config.identity
      await look('Webhook endpoint', () => checkEndpoint(openAccount({ ...stripe, httpsProxy }), webhook))
    }
    await look('Webhook round trip', () =>
      checkWebhook(ask, webhook, config?.identity.stripe.webhookSecrets?.[0], livemode),
    )
    await look('Browsers', () => checkBrowser(ask, url, page))
  }
  if (page !== null) await look('Page', () => checkPage(ask, page, livemode))

  console.log(problems === 0 ? 'Nothing is wrong.' : problems === 1 ? '1 problem.' : `${problems} problems.`)
  return problems === 0 ? 0 : 1
}

/** The configuration as the server would read it, or the problems that prevent its start. */
function settings(env: Env): { config: ServerConfig | null; findings: Finding[] } {
  try {
    return { config: readConfig(env), findings: [] }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const fix = 'In the environment of the server, or its .env'
    return { config: null, findings: error.problems.map((problem) => ({ problem, fix })) }
  }
}
