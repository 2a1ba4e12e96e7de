import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { call, retrieve } from '../support/api.js'
import { differing } from './differing.js'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

let stripe: Sandbox
beforeAll(async () => {
  stripe = await createSandbox()
})
afterAll(() => stripe.close())

/** Runs the command with these lines as its input. */
function run(args: string[], input: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, 'validate', ...args], {
    env: { PATH: process.env.PATH!, ...env },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdin.end(input)
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

describe('the validate command', () => {
  it('exits with 0 and no difference against another sandbox', async () => {
    const { code, out } = await run(['--api-base', stripe.url, '--yes', '--no-clicks'], '', {
      STRIPE_SECRET_KEY: 'sk_test_somebodys',
    })
    expect(out).toMatch(/^\d+ answers compared, 0 differences$/m)
    expect(out).toContain('Skipped:')
    expect(code).toBe(0)
  })

  it('exits with 1 and prints the field of each difference', async () => {
    const proxy = await differing(stripe.url, ({ body }) => {
      if (body.error?.code === 'parameter_unknown') body.error.param = 'other'
    })
    const { code, out, err } = await run(['--key', 'sk_test_somebodys', '--api-base', proxy.url], 'y\n')
    await proxy.close()
    expect(err).toContain('Go on? [y/N]')
    expect(out).toContain(
      'refusals: an unknown parameter\n  body.error.param\n    there: "other"\n    here:  "foo"\n',
    )
    expect(code).toBe(1)
    expect(out + err).not.toContain('sk_test_somebodys')
  })

  it.each([
    ['n\n', 'no'],
    ['', 'no answer'],
  ])('asks for confirmation, and makes no call after %j', async (input) => {
    const { requests } = stripe
    const before = requests().length
    const { code } = await run(['--key', 'sk_test_somebodys', '--api-base', stripe.url], input)
    expect(code).toBe(2)
    expect(requests()).toHaveLength(before)
  })

  it.each([
    [['--key', 'sk_live_1', '--yes'], /live keys are never used/],
    [['--key', 'pk_test_1', '--yes'], /--key must be a secret key/],
    [['--yes'], /--key must be/],
    [['--key', 'sk_test_1', '--restricted-key', 'rk_live_1', '--yes'], /live keys are never used/],
    [['--key', 'sk_test_1', '--api-base', 'localhost', '--yes'], /--api-base/],
    [['--key', 'sk_test_1', '--api-base', 'http://127.0.0.1:9', '--yes'], /did not answer/],
    [['--key', 'sk_test_1', '--publishable-key', 'pk_live_1', '--yes'], /live keys are never used/],
    [['--key', 'sk_test_1', '--only', 'nothing', '--yes'], /--only must be one of: refusals, /],
    [
      ['--key', 'sk_test_1', '--webhook-url', 'tunnel', '--yes'],
      /--webhook-url must be an address without a path/,
    ],
    [['--key', 'sk_test_1', '--webhook-port', '70000', '--yes'], /--webhook-port must be a port/],
    [['--key', 'sk_test_1', '--wait', 'long', '--yes'], /--wait must be a number of hours/],
    [['--loud'], /--loud/],
  ])('%j is refused in one line, with exit code 2', async (args, message) => {
    const { code, out, err } = await run(args, '')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('receives webhooks at the given address, and reports a port in use', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const args = [
      '--key',
      'sk_test_1',
      '--api-base',
      stripe.url,
      '--yes',
      '--no-clicks',
      '--only',
      'webhooks',
    ]
    const webhooks = ['--webhook-url', `http://127.0.0.1:${port}`, '--webhook-port', `${port}`]
    const refused = await run([...args, ...webhooks], '')
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(`Webhooks cannot arrive on port ${port}: EADDRINUSE`)
    await new Promise((resolve) => taken.close(resolve))
    const { code, out } = await run([...args, ...webhooks], '')
    expect(out).toContain('confirmed  The form and signature of a webhook')
    expect(code).toBe(0)
  })

  it('stops at a response in live mode', async () => {
    const proxy = await differing(stripe.url, ({ body }) => {
      for (const session of body.data ?? [body]) session.livemode = true
    })
    const args = ['--key', 'sk_test_1', '--api-base', proxy.url, '--yes', '--no-clicks']
    const { code, err } = await run(args, '')
    await proxy.close()
    expect(code).toBe(2)
    expect(err).toContain('An answer is of live mode; nothing more is called.')
  })

  it('removes the objects that it created if it is interrupted while it waits for clicks', async () => {
    const other = await createSandbox()
    const child = spawn(process.execPath, [
      CLI,
      'validate',
      '--key',
      'sk_test_1',
      '--api-base',
      other.url,
      '--yes',
    ])
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    await expect.poll(() => err, { timeout: 90_000 }).toContain('Please open http')
    child.kill('SIGTERM')
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2)
    const ids = new Set(other.events().map(({ data }) => (data.object as { id: string }).id))
    expect(ids.size).toBeGreaterThan(10)
    for (const id of ids) expect((await retrieve(other, id)).redaction).not.toBeNull()
    const endpoints = await call(other, 'GET', '/v1/webhook_endpoints')
    expect(endpoints.body.data).toEqual([])
    await other.close()
  })
})
