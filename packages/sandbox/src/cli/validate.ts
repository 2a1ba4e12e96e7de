import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { createSandbox } from '../index.js'
import { type BrowserPage, servePage } from '../validate/browser.js'
import { Stopped } from '../validate/client.js'
import { controlledHands, type Hands, NO_HANDS, personsHands } from '../validate/hands.js'
import { openReceiver, type Receiver } from '../validate/inbox.js'
import { report } from '../validate/report.js'
import { type Findings, validate } from '../validate/run.js'
import { type Flags, HOUR_MS, readFlags } from './validate-flags.js'

/** The exit code if there is no result; 1 means that the sides differ. */
const UNKNOWN = 2

/** The hosts that Stripe documents for the Content-Security-Policy of a page with Stripe.js. */
const STRIPES_HOSTS = {
  'connect-src': ['api.stripe.com'],
  'frame-src': ['js.stripe.com', '*.js.stripe.com', 'hooks.stripe.com'],
  'script-src': ['js.stripe.com', '*.js.stripe.com'],
}

/** `validate`: makes the same calls to Stripe's test mode and to a sandbox started for it. */
export async function validateCommand(args: string[]): Promise<void> {
  const flags = flagsOf(args)
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
  const receiver = flags.webhookOrigin === undefined ? undefined : await receive(flags.webhookPort)
  const { publishableKey } = flags
  const page = publishableKey !== undefined && flags.clicks ? await servePage() : undefined
  if (page) console.error(`Please open ${page.url} in a browser and leave it open.`)
  if (flags.waitMs > 0)
    console.error(
      `This run waits up to ${flags.waitMs / HOUR_MS} hours each for repeated webhooks, results older than 48 hours, and the end of a redaction.`,
    )
  try {
    return await compareBoth(flags, hands, signal, receiver, page)
  } finally {
    await page?.close()
    await receiver?.close()
  }
}

async function compareBoth(
  flags: Flags,
  hands: Hands,
  signal: AbortSignal,
  receiver: Receiver | undefined,
  page: BrowserPage | undefined,
): Promise<Findings> {
  const { publishableKey, stripeJs, webhookOrigin = '' } = flags
  const inbox = receiver?.inbox(`http://127.0.0.1:${receiver.port}`, 'sandbox')
  const sandbox = await createSandbox({ thinTo: inbox?.address('thin') })
  const { host } = new URL(sandbox.url)
  try {
    return await validate(
      {
        base: flags.base,
        key: flags.key,
        restrictedKey: flags.restrictedKey,
        hands,
        stripeJs:
          publishableKey === undefined
            ? undefined
            : { stripeJs, publishableKey, byItself: false, hosts: STRIPES_HOSTS },
        inbox: receiver?.inbox(webhookOrigin, 'stripe'),
      },
      {
        base: sandbox.url,
        key: sandbox.secretKey,
        restrictedKey: sandbox.restrictedKey,
        hands: controlledHands(sandbox.url, sandbox.webhookSecret),
        stripeJs: {
          stripeJs: `${sandbox.url}/v3/`,
          publishableKey: sandbox.publishableKey,
          byItself: true,
          hosts: { 'script-src': [host], 'frame-src': [host] },
        },
        inbox,
      },
      {
        mark: `validate${randomBytes(6).toString('hex')}`,
        eventsWithinMs: flags.eventsWithinMs,
        waitMs: flags.waitMs,
        keepOne: flags.keepOne,
        say: (line) => console.error(line),
        signal,
        page,
        only: flags.only,
      },
    )
  } finally {
    await sandbox.close()
  }
}

function receive(port: number): Promise<Receiver> {
  return openReceiver(port).catch((error: NodeJS.ErrnoException) => {
    throw new Stopped(`Webhooks cannot arrive on port ${port}: ${error.code}`)
  })
}

function flagsOf(args: string[]): Flags | undefined {
  try {
    return readFlags(args)
  } catch (error) {
    return refuse(`${(error as Error).message} (validate --help lists the options)`)
  }
}

/** Asks for consent before anything is created. A closed input means no. */
async function agreed(input: Interface, base: string): Promise<boolean> {
  console.error(
    `This makes some 40 verification sessions and up to 17 webhook endpoints in the test mode behind ${base},` +
      ' then redacts the sessions and deletes the endpoints. Go on? [y/N]',
  )
  const answer = await new Promise<string>((resolve) => {
    input.once('line', resolve)
    input.once('close', () => resolve(''))
  })
  return /^y(es)?$/i.test(answer.trim())
}

/** Asks a person at the terminal to click. The person types s to skip. */
function personAt(input: Interface): Hands {
  let skips = false
  let gone = false
  input.on('line', (line) => {
    skips ||= line.trim() === 's'
  })
  input.on('close', () => {
    gone = true
  })
  return personsHands({
    say(line) {
      skips = false
      console.error(line)
    },
    declines: () => skips || gone,
    async confirms() {
      let line: string
      do [line] = await once(input, 'line')
      while (line.trim() === 's')
    },
  })
}

function refuse(message: string): undefined {
  console.error(`stripe-identity-sandbox: ${message}`)
  process.exitCode = UNKNOWN
}
