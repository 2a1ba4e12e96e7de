import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, createSession, SESSIONS } from './support/api.js'
import { startReceiver } from './support/receiver.js'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const running = new Set<() => void>()
afterEach(() => {
  for (const stop of running) stop()
})

function run(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = () => child.kill('SIGTERM')
  running.add(stop)
  let out = ''
  let err = ''
  let onOutput = () => {}
  child.stdout.on('data', (chunk) => {
    out += chunk
    onOutput()
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(stop)
      onOutput()
      resolve({ code, out, err })
    })
  })
  const line = () =>
    new Promise<string>((resolve) => {
      onOutput = () => {
        if (out.includes('\n') || child.exitCode !== null) resolve(out)
      }
      onOutput()
    })
  return { line, ended, stop }
}

describe('the command', () => {
  it('posts thin events to the given address, signed with its secret', async () => {
    const receiver = await startReceiver()
    const command = run('--port', '0', '--thin-to', receiver.url, '--webhook-secret', 'whsec_thin')
    const [, url = '', secretKey = ''] = /(http\S+) secret_key=(\S+)/.exec(await command.line()) ?? []
    await call({ url, secretKey }, 'POST', SESSIONS, 'type=document')
    const [one] = await receiver.until(1)
    const stripe = new Stripe('sk_test_1')
    expect(stripe.parseEventNotification(one!.text, one!.signature, 'whsec_thin').type).toBe(
      'v1.identity.verification_session.created',
    )
    command.stop()
    await command.ended
    await receiver.close()
  })

  it('prints its URL and keys in one line, and exits on SIGTERM', async () => {
    const [one, two] = [await startReceiver(), await startReceiver()]
    const command = run(
      '--port',
      '0',
      '--forward-to',
      one.url,
      '--forward-to',
      two.url,
      '--webhook-secret',
      'whsec_a',
    )
    const line = await command.line()
    expect(line.trim().split('\n')).toHaveLength(1)
    const [, url = '', secretKey = ''] =
      /(http:\S+) secret_key=(sk_test_\w+) restricted_key=rk_test_\w+ publishable_key=pk_test_\w+ webhook_secret=whsec_a$/.exec(
        line.trim(),
      ) ?? []
    await createSession({ url, secretKey } as Parameters<typeof createSession>[0])
    await one.until(1)
    await two.until(1)
    command.stop()
    expect(await command.ended).toMatchObject({ code: 0, err: '' })
    await one.close()
    await two.close()
  })

  it('reports a port in use in one line', async () => {
    const sandbox = await createSandbox()
    const { code, out, err } = await run('--port', String(sandbox.port)).ended
    await sandbox.close()
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(new RegExp(`^stripe-identity-sandbox: Port ${sandbox.port} is in use[^\n]*\n$`))
  })

  it.each([
    [['--port', 'many'], '--port'],
    [['--port', '70000'], '--port'],
    [['--forward-to', 'localhost:4242'], '--forward-to'],
    [['--webhook-secret', 'secret'], '--webhook-secret'],
    [['--loud'], '--loud'],
    [['extra'], 'extra'],
  ])('%j is refused in one line', async (args, word) => {
    const { code, err } = await run(...args).ended
    expect(code).toBe(1)
    expect(err).toContain(word)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('--version prints the version, and each command has a --help', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(await run('--version').ended).toEqual({ code: 0, out: `${version}\n`, err: '' })
    for (const command of ['verify', 'fail', 'trigger', 'validate']) {
      const { code, out } = await run(command, '--help').ended
      expect([code, out]).toEqual([0, expect.stringContaining(`stripe-identity-sandbox ${command} `)])
    }
  })

  it('--help lists the options', async () => {
    const { code, out } = await run('--help').ended
    expect(code).toBe(0)
    for (const option of ['--port', '--host', '--forward-to', '--webhook-secret'])
      expect(out).toContain(option)
  })
})

describe('commands', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await createSandbox()
  })
  afterEach(() => sandbox.close())
  const at = (...args: string[]) => run(...args, '--url', sandbox.url).ended

  it('verify and fail submit a session and print the result', async () => {
    const { id } = await createSession(sandbox)
    expect(await at('fail', id, 'document_expired')).toEqual({
      code: 0,
      err: '',
      out: `${id} requires_input document_expired\n`,
    })
    expect(await at('verify', id)).toMatchObject({ code: 0, out: `${id} verified\n` })
    const again = await at('verify', id)
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toMatch(/^stripe-identity-sandbox: .*status of "verified".*\n$/)
  })

  it.each(['created', 'processing', 'verified', 'requires_input', 'canceled', 'redacted'])(
    'trigger …%s creates a session and moves it to that status',
    async (fact) => {
      const type = `identity.verification_session.${fact}`
      const { code, out } = await at('trigger', type)
      const [, id = ''] = new RegExp(`^(vs_\\w+) ${type}\\n$`).exec(out) ?? []
      expect(code).toBe(0)
      expect(sandbox.events({ session: id }).at(-1)?.type).toBe(type)
    },
  )

  it('trigger --to posts to a webhook without a running sandbox', async () => {
    const receiver = await startReceiver()
    const args = ['trigger', 'identity.verification_session.requires_input', '--to', receiver.url]
    const signed = [
      '--webhook-secret',
      'whsec_mine',
      '--error-code',
      'selfie_manipulated',
      '--api-version',
      '2023-10-16',
    ]
    const { code, out } = await run(...args, ...signed).ended
    expect(code).toBe(0)
    const last = receiver.received.at(-1)!
    expect(out).toContain(last.event.id)
    const event = new Stripe('sk_test_1').webhooks.constructEvent(last.text, last.signature, 'whsec_mine')
    expect(event).toMatchObject({
      type: 'identity.verification_session.requires_input',
      api_version: '2023-10-16',
      data: { object: { last_error: { code: 'selfie_manipulated' } } },
    })
    await receiver.close()
  })

  it.each([
    [['trigger', 'charge.failed', '--url', 'http://127.0.0.1:9'], /trigger takes an event, one of: identity/],
    [['trigger', 'verified', '--to', 'localhost:1'], /--to.*http/],
    [['trigger', 'created', '--to', 'http://127.0.0.1:9/', '--webhook-secret', 'x'], /--webhook-secret/],
    [['verify', 'vs_1', '--url', 'http://127.0.0.1:9'], /no sandbox at http:\/\/127.0.0.1:9/],
    [['verify'], /verify takes a session/],
    [['fail', 'vs_1', 'a', 'b'], /fail takes a session/],
    [['verify', 'vs_1', '--loud'], /--loud/],
    [['listen'], /no command 'listen'/],
  ])('%j is refused in one line', async (args, message) => {
    const { code, err } = await run(...args).ended
    expect(code).toBe(1)
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
