import { parseArgs } from 'node:util'
import { SCENARIOS } from '../validate/scenarios/index.js'

const STRIPE = 'https://api.stripe.com'
const STRIPE_JS = 'https://js.stripe.com/v3/'
const WEBHOOK_PORT = '4250'
export const HOUR_MS = 3_600_000
const USAGE = `Compares the sandbox with Stripe's test mode, answer by answer.

  stripe-identity-sandbox validate --key sk_test_… [--api-base <url>] [--yes]

  --key <sk_test_…>             a key of the account to call; default STRIPE_SECRET_KEY
  --restricted-key <rk_test_…>  a key that may read sensitive results of the last 48 hours, to compare those too
  --publishable-key <pk_test_…> to compare Stripe.js too, on a page in which a person clicks
  --webhook-url <url>           a public address that leads to --webhook-port, such as a tunnel's, to compare webhooks too
  --webhook-port <port>         the port of this machine on which webhooks arrive; default ${WEBHOOK_PORT}
  --wait <hours>                how long to wait for steps that take Stripe hours or days; default 0, which skips them
  --keep-one                    makes one more verified session, to compare results that are older than 48 hours
  --api-base <url>              default ${STRIPE}
  --stripe-js <url>             default ${STRIPE_JS}
  --only <scenario>             plays only this scenario, such as "idempotency"
  --no-clicks                   skips the steps that need clicks
  --events-within <seconds>     how long to wait for an event; default 60
  --yes                         starts without asking

A run takes about five minutes, and as long as a person needs for the clicks. Three steps take longer: the retries of a
webhook some hours, results older than 48 hours two days, and the end of a redaction up to four days. With --wait 100
one run waits for all of them. Without it, run the command again after four days: for the last two it uses the
sessions that an earlier run left.
The exit code is 0 if both are the same, 1 if something differs, and 2 if there is no result.`

export type Flags = NonNullable<ReturnType<typeof readFlags>>

/** Reads the options. Prints the help and returns undefined if it is requested. Throws an Error for invalid options. */
export function readFlags(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      key: { type: 'string', default: process.env.STRIPE_SECRET_KEY ?? '' },
      'restricted-key': { type: 'string' },
      'publishable-key': { type: 'string' },
      'webhook-url': { type: 'string' },
      'webhook-port': { type: 'string', default: WEBHOOK_PORT },
      wait: { type: 'string', default: '0' },
      'keep-one': { type: 'boolean', default: false },
      'stripe-js': { type: 'string', default: STRIPE_JS },
      'api-base': { type: 'string', default: STRIPE },
      only: { type: 'string' },
      'no-clicks': { type: 'boolean', default: false },
      'events-within': { type: 'string', default: '60' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return void console.log(USAGE)
  const { key, only, 'webhook-url': webhookUrl, 'api-base': apiBase, 'stripe-js': stripeJs } = values
  const { 'restricted-key': restrictedKey, 'publishable-key': publishableKey } = values
  const scenarios = SCENARIOS.map(({ name }) => name)
  requireThat(
    /^sk_test_\w+$/.test(key),
    '--key must be a secret key of test mode, sk_test_…; live keys are never used',
  )
  requireThat(
    restrictedKey === undefined || /^rk_test_\w+$/.test(restrictedKey),
    '--restricted-key must be a restricted key of test mode, rk_test_…; live keys are never used',
  )
  requireThat(
    publishableKey === undefined || /^pk_test_\w+$/.test(publishableKey),
    '--publishable-key must be one of test mode, pk_test_…; live keys are never used',
  )
  requireThat(URL.canParse(stripeJs), `--stripe-js must be an address such as ${STRIPE_JS}`)
  requireThat(isWeb(apiBase), `--api-base must be an address such as ${STRIPE}`)
  requireThat(
    webhookUrl === undefined || (isWeb(webhookUrl) && /^\/?$/.test(new URL(webhookUrl).pathname)),
    '--webhook-url must be an address without a path, such as https://tunnel.example',
  )
  requireThat(
    only === undefined || scenarios.includes(only),
    `--only must be one of: ${scenarios.join(', ')}`,
  )
  return {
    key,
    restrictedKey,
    publishableKey,
    stripeJs,
    base: new URL(apiBase).origin,
    webhookOrigin: webhookUrl === undefined ? undefined : new URL(webhookUrl).origin,
    webhookPort: whole('--webhook-port', values['webhook-port'], 'a port', 65_535),
    waitMs: whole('--wait', values.wait, 'a number of hours', 500) * HOUR_MS,
    keepOne: values['keep-one'],
    only,
    clicks: !values['no-clicks'],
    eventsWithinMs: whole('--events-within', values['events-within'], 'a number of seconds', 9999) * 1000,
    yes: values.yes,
  }
}

function requireThat(holds: boolean, message: string): void {
  if (!holds) throw new Error(message)
}

function isWeb(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

function whole(flag: string, text: string, kind: string, max: number): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  requireThat(value <= max, `${flag} must be ${kind}`)
  return value
}
