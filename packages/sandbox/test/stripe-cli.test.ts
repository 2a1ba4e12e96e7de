import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { type Json, SESSIONS } from './support/api.js'

const require = createRequire(import.meta.url)

/** The binary that npm installs on this platform; null if there is none. */
function findCli(): string | null {
  const folder = dirname(require.resolve('@stripe/cli/package.json'))
  const platform = (require('@stripe/cli/platforms.json') as Json)[`${process.platform}-${process.arch}`]
  try {
    const { resolve } = createRequire(join(folder, 'package.json'))
    return join(dirname(resolve(`${platform.pkg}/package.json`)), 'bin', platform.bin)
  } catch {
    return null
  }
}

const cli = findCli()
const why = cli === null ? ' (skipped because npm has no Stripe CLI for this machine)' : ''

describe.skipIf(cli === null)(`Stripe's own command line${why}`, () => {
  const home = mkdtempSync(join(tmpdir(), 'stripe-cli-'))
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await createSandbox()
  })
  afterAll(async () => {
    await sandbox.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  })

  async function stripe(...args: string[]): Promise<string> {
    const whole = [...args, '--api-base', sandbox.url, '--api-key', 'sk_test_123456789012']
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      XDG_CONFIG_HOME: home,
      STRIPE_CLI_TELEMETRY_OPTOUT: '1',
    }
    return (await promisify(execFile)(cli as string, whole, { env })).stdout
  }

  it('creates, retrieves, lists and cancels', async () => {
    const made: Json = JSON.parse(
      await stripe('post', SESSIONS, '-d', 'type=document', '-d', 'metadata[a]=b'),
    )
    expect(made).toMatchObject({ status: 'requires_input', metadata: { a: 'b' } })
    await sandbox.submit(made.id, 'unverified', { processing_ms: 0 })
    const failed: Json = JSON.parse(await stripe('identity', 'verification_sessions', 'retrieve', made.id))
    expect(failed.last_error.code).toBe('document_unverified_other')
    const list: Json = JSON.parse(await stripe('get', SESSIONS))
    expect(list.data.map(({ id }: Json) => id)).toEqual([made.id])
    const canceled: Json = JSON.parse(await stripe('identity', 'verification_sessions', 'cancel', made.id))
    expect(canceled.status).toBe('canceled')
  })

  it.each(['created', 'canceled', 'redacted'])('triggers identity.verification_session.%s', async (fact) => {
    const before = sandbox.events().length
    await stripe('trigger', `identity.verification_session.${fact}`)
    const types = sandbox
      .events()
      .slice(before)
      .map(({ type }) => type)
    expect(types[0]).toBe('identity.verification_session.created')
    // A redaction completes days later, but cancels an open session at once.
    const last = fact === 'redacted' ? 'canceled' : fact
    expect(types.at(-1)).toBe(`identity.verification_session.${last}`)
  })
})
