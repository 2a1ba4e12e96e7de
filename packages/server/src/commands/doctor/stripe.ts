import {
  type AccountOptions,
  openAccount,
  type Permission,
  type StripeAccount,
} from '../../stripe-account.js'
import { explain } from '../permissions.js'
import { differencesOf } from '../setup.js'
import { type Finding, found, NOTHING } from './finding.js'

/** The largest accepted clock difference, well below the five minutes for which signatures are valid. */
const MAX_SKEW_S = 60

interface Keys extends AccountOptions {
  restrictedKey?: string | undefined
}

/** Checks the keys, their permissions, and the clock against Stripe's. */
export async function checkStripe({ restrictedKey, ...options }: Keys): Promise<Finding[]> {
  const account = openAccount(options)
  const findings: Finding[] = []
  for (const permission of ['sessions', 'write', 'events'] satisfies Permission[]) {
    const { outcome, date } = await account.probe(permission)
    if (permission === 'sessions') findings.push(...checkClock(date))
    if (outcome === 'allowed') continue
    findings.push(explain(permission, outcome))
    if (outcome !== 'not_permitted') return findings
  }
  if (restrictedKey === undefined) return findings
  return [...findings, ...(await checkRestricted({ ...options, secretKey: restrictedKey }))]
}

async function checkRestricted(options: AccountOptions): Promise<Finding[]> {
  const { outcome } = await openAccount(options).probe('sessions')
  if (outcome === 'key_refused')
    return found(
      'Stripe refuses STRIPE_RESTRICTED_KEY.',
      'Copy the key from the dashboard again; it may have been rolled, have expired, or belong to another account.',
    )
  if (outcome === 'not_permitted')
    return found(
      'STRIPE_RESTRICTED_KEY lacks permission to read verification sessions.',
      'Give it Verification Sessions and Reports: read, and access to sensitive results, under API keys.',
    )
  return outcome === 'allowed' ? NOTHING : [explain('sessions', outcome)]
}

function checkClock(date: number | null): Finding[] {
  if (date === null) return NOTHING
  const ahead = Math.round(Date.now() / 1000 - date)
  if (Math.abs(ahead) <= MAX_SKEW_S) return NOTHING
  const way = ahead > 0 ? 'ahead of' : 'behind'
  return found(
    `The clock of this machine is ${Math.abs(ahead)} s ${way} Stripe's; from 300 s on every webhook is refused.`,
    'Let the machine set its clock by NTP.',
  )
}

/**
 * Checks the webhook endpoint at Stripe. A key without permission for endpoints skips this; the round trip still
 * covers it.
 */
export async function checkEndpoint(account: StripeAccount, url: string): Promise<Finding[]> {
  const endpoints = await account.endpoints(url).catch(() => null)
  if (endpoints === null) return NOTHING
  const setup = `npx stripe-identity-server setup --url ${url}`
  const [endpoint] = endpoints
  if (endpoint === undefined) return found(`Stripe has no webhook endpoint ${url}.`, setup)
  if (endpoints.length > 1) {
    return found(
      `Stripe has ${endpoints.length} webhook endpoints ${url}: each has a secret of its own.`,
      'Delete all but one in the dashboard.',
    )
  }
  // Unneeded events are harmless.
  const harmful = differencesOf(endpoint).filter((difference) => !difference.includes('ignores'))
  return harmful.map((difference) => ({ problem: `${capital(difference)}.`, fix: setup }))
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
