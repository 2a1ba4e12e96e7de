#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { createSandbox, type Sandbox } from './index.js'

const USAGE = `Stripe Identity on your own machine, for tests. It takes test keys only.

  stripe-identity-sandbox [--port 12111] [--forward-to <url>] [--webhook-secret whsec_…]

  --port <number>          where to listen; default 12111, 0 takes a free one
  --host <address>         default 127.0.0.1
  --forward-to <url>       where to post events; may be repeated
  --thin-to <url>          where to post thin events; may be repeated
  --webhook-secret <text>  what signs them, whsec_…; may be repeated, one for each url; made up by default
  --help`

async function main(): Promise<void> {
  const flags = readFlags()
  if (flags.help) {
    console.log(USAGE)
    return
  }
  const sandbox = await start(flags)
  console.log(
    `Stripe Identity sandbox ready: ${sandbox.url} secret_key=${sandbox.secretKey} restricted_key=${sandbox.restrictedKey} publishable_key=${sandbox.publishableKey} webhook_secret=${sandbox.webhookSecret}`,
  )
  const stop = () => void sandbox.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '12111' },
        host: { type: 'string' },
        'forward-to': { type: 'string', multiple: true, default: [] },
        'thin-to': { type: 'string', multiple: true, default: [] },
        'webhook-secret': { type: 'string', multiple: true, default: [] },
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
      forwardTo: flags['forward-to'],
      thinTo: flags['thin-to'],
      webhookSecret: flags['webhook-secret'],
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      return fail(`Port ${port} is in use: end the program that uses it, or choose another with --port`)
    return fail(
      message
        .replaceAll('forwardTo', '--forward-to')
        .replaceAll('thinTo', '--thin-to')
        .replaceAll('webhookSecret', '--webhook-secret'),
    )
  }
}

function fail(message: string): never {
  console.error(`stripe-identity-sandbox: ${message}`)
  process.exit(1)
}

await main()
