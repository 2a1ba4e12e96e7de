import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Standalone } from '../packages/server/test/support/standalone.js'
import { World } from '../packages/server/test/support/world.js'
import { operations } from './support/openapi.js'

const page = readFileSync(new URL('../docs/http-api.md', import.meta.url), 'utf8')
const script = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join('\n')
const promised = [...script.matchAll(/^curl .* # (\d{3})$/gm)].map(([, status]) => status)

interface Told {
  headers: Record<string, unknown>
  body: { data: Record<string, unknown> }
}

describe('docs/http-api.md', () => {
  let world: World
  let server: Standalone
  const told: Told[] = []
  const host = createServer((req, res) => {
    let text = ''
    req.on('data', (data: Buffer) => {
      text += data
    })
    req.on('end', () => {
      told.push({ headers: req.headers, body: JSON.parse(text) as Told['body'] })
      res.end()
    })
  })
  beforeAll(async () => {
    world = await World.create()
    host.listen(0, '127.0.0.1')
    await once(host, 'listening')
    // The start command of the page, and the URL for changes.
    server = await new Standalone({
      STRIPE_SECRET_KEY: 'sk_test_1',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
      STRIPE_API_BASE: world.sandbox.url,
      COOKIE_SECRET: 'a-secret-of-your-own',
      OPERATOR_TOKEN: 'an-operators-token',
      STATUS_WEBHOOK_URL: `http://127.0.0.1:${(host.address() as AddressInfo).port}/`,
      STATUS_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
      STRIPE_WEBHOOK_SECRET: 'whsec_dev',
      DATABASE_URL: `sqlite:${world.folder}/api.db`,
      HOST: '127.0.0.1',
      PORT: '0',
    }).listening()
  })
  afterAll(async () => {
    await server?.end('SIGKILL')
    host.close()
    host.closeAllConnections()
    await world.close()
  })

  it('states a status for each of its commands', () => {
    expect(promised).toHaveLength([...script.matchAll(/^curl /gm)].length)
    expect(promised.length).toBeGreaterThan(15)
  })

  it('has commands that return the described results', async () => {
    const commands = script
      .replaceAll('localhost:4242', new URL(server.url).host)
      .replaceAll('localhost:12111', new URL(world.sandbox.url).host)
    const counting =
      'curl() { command curl -sS -D head "$@"; head -n 1 head | cut -d " " -f 2 >> statuses; }\n'
    const shell = spawn('sh', ['-eu'], { cwd: world.folder, stdio: ['pipe', 'ignore', 'inherit'] })
    shell.stdin.end(counting + commands)
    expect((await once(shell, 'exit'))[0]).toBe(0)
    const statuses = await readFile(join(world.folder, 'statuses'), 'utf8')
    expect(statuses.trim().split('\n')).toEqual(promised)
  })

  it('contains the actual status webhook', async () => {
    const shown = JSON.parse(
      /<!-- status webhook -->\s+```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '',
    ) as Told['body']
    await server.send('/sessions/current')
    const { id, version } = (await server.send('/sessions', { method: 'POST', body: '{}' })).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await server.send(`/sessions/${id}?after=${version}&wait=20`)
    await expect.poll(() => told.length).toBeGreaterThan(0)
    const [first] = told
    expect(Object.keys(first?.body ?? {})).toEqual(Object.keys(shown))
    expect(Object.keys(first?.body.data ?? {}).toSorted()).toEqual(Object.keys(shown.data).toSorted())
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      expect(first?.headers).toHaveProperty([name])
    }
  })

  it('describes every route', () => {
    const routes = operations().map(({ path }) => path.replaceAll(/\{(\w+)\}/g, ':$1'))
    expect(routes.filter((route) => !page.includes(route))).toEqual([])
  })
})
