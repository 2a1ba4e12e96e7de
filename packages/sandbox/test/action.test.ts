import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createSandbox } from '../src/index.js'
import { startReceiver } from './support/receiver.js'

const FOLDER = fileURLToPath(new URL('../../../.github/actions/sandbox', import.meta.url))
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const action = parse(readFileSync(join(FOLDER, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>
  outputs: Record<string, { value: string }>
  runs: { steps: unknown[] }
}
const [{ run, env: wanted }] = action.runs.steps as [{ run: string; env: Record<string, string> }]
const folder = mkdtempSync(join(tmpdir(), 'action-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

/** Runs the action's step like a runner with these inputs; returns its outputs and what it printed. */
async function act(inputs: Record<string, string>) {
  const output = join(mkdtempSync(join(folder, 'run-')), 'output')
  const values = Object.entries(wanted).map(([name, text]) => [
    name,
    text.replaceAll(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_, input: string) => inputs[input] ?? action.inputs[input]!.default,
    ),
  ])
  const env = {
    PATH: process.env.PATH,
    GITHUB_ACTION_PATH: FOLDER,
    GITHUB_OUTPUT: output,
    RUNNER_TEMP: join(output, '..'),
    ...Object.fromEntries(values),
  }
  const step = spawn('bash', ['-c', run], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  step.stdout.on('data', (chunk) => {
    out += chunk
  })
  step.stderr.on('data', (chunk) => {
    err += chunk
  })
  const code = await new Promise<number | null>((resolve) => step.on('exit', resolve))
  const lines = code === 0 ? readFileSync(output, 'utf8').trim().split('\n') : []
  const outputs = Object.fromEntries(lines.map((line) => line.split('=') as [string, string]))
  const pid = Number(readFileSync(join(env.RUNNER_TEMP, 'stripe-identity-sandbox.pid'), 'utf8'))
  return { code, out, err, outputs, pid }
}

describe('the GitHub action', () => {
  it('passes every input to the command, and sets every output', () => {
    const used = Object.values(wanted).map((text) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text)?.[1])
    expect(used.toSorted()).toEqual(Object.keys(action.inputs).toSorted())
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.start.outputs.${name} }}`)
    }
  })

  it('leaves a sandbox running that delivers webhooks to two addresses', async () => {
    const [one, two] = [await startReceiver(), await startReceiver()]
    const free = await createSandbox()
    await free.close()
    const { code, out, outputs, pid } = await act({
      command: `node ${CLI}`,
      port: String(free.port),
      'forward-to': `${one.url}\n${two.url}\n`,
      'webhook-secret': 'whsec_a',
    })
    expect({ code, out }).toEqual({ code: 0, out: `Stripe Identity sandbox ready: ${outputs.url}\n` })
    try {
      expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(action.outputs).toSorted())
      expect(outputs).toMatchObject({
        'secret-key': expect.stringMatching(/^sk_test_\w+$/),
        'restricted-key': expect.stringMatching(/^rk_test_\w+$/),
        'publishable-key': expect.stringMatching(/^pk_test_\w+$/),
        'webhook-secret': 'whsec_a',
      })
      const made = await fetch(`${outputs.url}/v1/identity/verification_sessions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${outputs['secret-key']}` },
        body: new URLSearchParams({ type: 'document' }),
      })
      expect(made.status).toBe(200)
      await one.until(1)
      await two.until(1)
    } finally {
      process.kill(pid)
    }
    await one.close()
    await two.close()
  })

  it("fails with the command's output if it does not start", async () => {
    const { code, err } = await act({ command: `node ${CLI}`, 'webhook-secret': 'secret' })
    expect(code).toBe(1)
    expect(err).toMatch(/^The sandbox did not start:\nstripe-identity-sandbox: .*--webhook-secret/m)
  })
})
