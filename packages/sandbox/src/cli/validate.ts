import { randomBytes } from 'node:crypto'
import { createInterface, type Interface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createSandbox } from '../index.js'
import { servePage } from '../validate/browser.js'
import { Stopped } from '../validate/client.js'
import { controlledHands, type Hands, NO_HANDS, personsHands } from '../validate/hands.js'
import { report } from '../validate/report.js'
import { type Findings, validate } from '../validate/run.js'
import { SCENARIOS } from '../validate/scenarios/index.js'

const STRIPE = 'https://api.stripe.com'
const STRIPE_JS = 'https://js.stripe.com/v3/'
const USAGE = `Compares the sandbox with Stripe's test mode, answer by answer.

  stripe-identity-sandbox validate --key sk_test_… [--api-base <url>] [--yes]

  --key <sk_test_…>             whose account is called; default STRIPE_SECRET_KEY
  --restricted-key <rk_test_…>  one that may read sensitive results, for what only such a key sees
  --publishable-key <pk_test_…> for what only Stripe.js can do: a page to open, in which a person clicks
  --api-base <url>              default ${STRIPE}
  --stripe-js <url>             default ${STRIPE_JS}
  --only <scenario>             plays one of the scenarios, such as "idempotency"
  --no-clicks                   leaves out what somebody has to click for
  --events-within <seconds>     how long to wait for an event; default 60
  --yes                         does not ask before it begins

It exits with 0 where both are the same, with 1 where something differs, and with 2 where it could not be found out.`

/** What keeps the command from finding anything out; 1 means that something differs. */
const UNKNOWN = 2

/** `validate`: the same calls to Stripe's test mode and to a sandbox of its own. */
export async function validateCommand(args: string[]): Promise<void> {
  const flags = readFlags(args)
  if (flags === undefined) return
  const input = createInterface({ input: process.stdin })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  try {
    if (!flags.yes && !(await agreed(input, flags.base))) {
      process.exitCode = UNKNOWN
      return
    }
    const findings = await findOut(flags, flags.clicks ? personAt(input) : NO_HANDS, stop.signal)
    console.log(report(findings))
    process.exitCode = findings.differences.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    refuse(error.message)
  } finally {
    input.close()
  }
}

async function findOut(flags: Flags, hands: Hands, signal: AbortSignal): Promise<Findings> {
  const sandbox = await createSandbox()
  const { publishableKey, stripeJs } = flags
  const page = publishableKey !== undefined && flags.clicks ? await servePage() : undefined
  if (page) console.error(`Please open ${page.url} in a browser and leave it open.`)
  try {
    return await validate(
      {
        base: flags.base,
        key: flags.key,
        restrictedKey: flags.restrictedKey,
        hands,
        stripeJs: publishableKey === undefined ? undefined : { stripeJs, publishableKey, byItself: false },
      },
      {
        base: sandbox.url,
        key: sandbox.secretKey,
        restrictedKey: sandbox.restrictedKey,
        hands: controlledHands(sandbox.url),
        stripeJs: { stripeJs: `${sandbox.url}/v3/`, publishableKey: sandbox.publishableKey, byItself: true },
      },
      {
        mark: `validate${randomBytes(6).toString('hex')}`,
        eventsWithinMs: flags.eventsWithinMs,
        say: (line) => console.error(line),
        signal,
        page,
        only: flags.only,
      },
    )
  } finally {
    await page?.close()
    await sandbox.close()
  }
}

type Flags = Exclude<ReturnType<typeof readFlags>, undefined>

function readFlags(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        key: { type: 'string', default: process.env.STRIPE_SECRET_KEY ?? '' },
        'restricted-key': { type: 'string' },
        'publishable-key': { type: 'string' },
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
    const restrictedKey = values['restricted-key']
    if (!/^sk_test_\w+$/.test(values.key))
      return refuse('--key must be a secret key of test mode, sk_test_…; live keys are never used')
    if (restrictedKey !== undefined && !/^rk_test_\w+$/.test(restrictedKey)) {
      return refuse(
        '--restricted-key must be a restricted key of test mode, rk_test_…; live keys are never used',
      )
    }
    const publishableKey = values['publishable-key']
    if (publishableKey !== undefined && !/^pk_test_\w+$/.test(publishableKey)) {
      return refuse('--publishable-key must be one of test mode, pk_test_…; live keys are never used')
    }
    if (!URL.canParse(values['stripe-js']))
      return refuse(`--stripe-js must be an address such as ${STRIPE_JS}`)
    if (!/^https?:\/\//.test(values['api-base']) || !URL.canParse(values['api-base'])) {
      return refuse(`--api-base must be an address such as ${STRIPE}`)
    }
    if (values.only !== undefined && !SCENARIOS.some(({ name }) => name === values.only)) {
      return refuse(`--only must be one of: ${SCENARIOS.map(({ name }) => name).join(', ')}`)
    }
    if (!/^\d{1,4}$/.test(values['events-within']))
      return refuse('--events-within must be a number of seconds')
    return {
      key: values.key,
      restrictedKey,
      publishableKey,
      stripeJs: values['stripe-js'],
      base: new URL(values['api-base']).origin,
      only: values.only,
      clicks: !values['no-clicks'],
      eventsWithinMs: Number(values['events-within']) * 1000,
      yes: values.yes,
    }
  } catch (error) {
    return refuse(`${(error as Error).message} (validate --help lists the options)`)
  }
}

/** Asks before anything is made; a closed input is a no. */
async function agreed(input: Interface, base: string): Promise<boolean> {
  console.error(
    `This makes some 30 verification sessions and up to 17 webhook endpoints in the test mode behind ${base},` +
      ' then redacts the sessions and deletes the endpoints. Go on? [y/N]',
  )
  const answer = await new Promise<string>((resolve) => {
    input.once('line', resolve)
    input.once('close', () => resolve(''))
  })
  return /^y(es)?$/i.test(answer.trim())
}

/** A person before a terminal: reads what to click, and types an s to skip it. */
function personAt(input: Interface): Hands {
  let skips = false
  let gone = false
  input.on('line', (line) => {
    skips ||= line.trim() === 's'
  })
  input.on('close', () => {
    gone = true
  })
  return personsHands(
    (line) => {
      skips = false
      console.error(line)
    },
    () => skips || gone,
  )
}

function refuse(message: string): undefined {
  console.error(`stripe-identity-sandbox: ${message}`)
  process.exitCode = UNKNOWN
}
