import { parseArgs } from 'node:util'
import { createSandbox, type Sandbox } from '../index.js'
import { fail } from './fail.js'

export const USAGE = `Stripe Identity on your own machine, for tests. It takes test keys only.

  stripe-identity-sandbox [--port 12111] [--forward-to <url>] [--webhook-secret whsec_…]

  --port <number>          where to listen; default 12111, 0 takes a free one
  --host <address>         default 127.0.0.1
  --allow-host <name>      a further name by which it may be called; may be repeated
  --public-url <origin>    its address in what it gives out, as a browser elsewhere sees it
  --forward-to <url>       where to post events; may be repeated
  --thin-to <url>          where to post thin events; may be repeated
  --webhook-secret <text>  what signs them, whsec_…; may be repeated, one for each url; made up by default
  --api-version <version>  the version of what is posted; may be repeated, one for each url; default the newest
  --upstream <url>         who answers what is not Identity's: stripe-mock, or https://sk_test_…@api.stripe.com
  --state <file>           where the state is kept, so that it outlives a restart
  --accounts               an account for each name in a key: sk_test_<account>_…
  --help, --version

With a sandbox that runs (--url, default http://localhost:12111; --key names an account):

  stripe-identity-sandbox verify <vs_…>
  stripe-identity-sandbox fail <vs_…> [document_expired]
  stripe-identity-sandbox trigger identity.verification_session.verified

Without one, posted straight to your webhook:

  stripe-identity-sandbox trigger identity.verification_session.verified --to <url> --webhook-secret whsec_…

Beside Stripe's own test mode, to find every difference (validate --help):

  stripe-identity-sandbox validate --key sk_test_…`

/** The options of the command, by those of `createSandbox`. */
const FLAGS = {
  port: 'port',
  host: 'host',
  allowHost: 'allow-host',
  publicUrl: 'public-url',
  forwardTo: 'forward-to',
  thinTo: 'thin-to',
  webhookSecret: 'webhook-secret',
  apiVersion: 'api-version',
} as const

/** Runs a sandbox until it is told to stop. */
export async function serve(args: string[]): Promise<void> {
  const flags = readFlags(args)
  if (flags.help) {
    console.log(USAGE)
    return
  }
  const sandbox = await start(flags)
  console.log(
    `Stripe Identity sandbox ready: ${sandbox.url} secret_key=${sandbox.secretKey} restricted_key=${sandbox.restrictedKey} publishable_key=${sandbox.publishableKey} webhook_secret=${sandbox.webhookSecret}`,
  )
  if (flags.upstream) {
    const { host } = new URL(flags.upstream)
    console.error(`What is not Identity's is passed on to ${host}, with test keys only.`)
  }
  const stop = () => void sandbox.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function readFlags(args: string[]) {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '12111' },
        host: { type: 'string' },
        'allow-host': many,
        'public-url': { type: 'string' },
        'forward-to': many,
        'thin-to': many,
        'webhook-secret': many,
        'api-version': many,
        upstream: { type: 'string' },
        state: { type: 'string' },
        accounts: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    return fail(`${(error as Error).message} (--help lists the options)`)
  }
}

async function start(flags: ReturnType<typeof readFlags>): Promise<Sandbox> {
  const port = /^\d{1,5}$/.test(flags.port) ? Number(flags.port) : Number.NaN
  if (!(port <= 65_535)) return fail(`--port must be a number from 0 to 65535, not '${flags.port}'`)
  try {
    return await createSandbox({
      port,
      host: flags.host,
      allowHost: flags['allow-host'],
      publicUrl: flags['public-url'],
      forwardTo: flags['forward-to'],
      thinTo: flags['thin-to'],
      webhookSecret: flags['webhook-secret'],
      upstream: flags.upstream,
      state: flags.state,
      accounts: flags.accounts,
      apiVersion: flags['api-version'],
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      return fail(`Port ${port} is in use: end the program that uses it, or choose another with --port`)
    return fail(inFlags(message))
  }
}

/** A message about options, by the names that they have on the command line. */
export function inFlags(message: string): string {
  let text = message
  for (const [option, flag] of Object.entries(FLAGS)) {
    text = text.replaceAll(new RegExp(`\\b${option}\\b(?=[:.\\d])`, 'g'), `--${flag}`)
  }
  return text
}
