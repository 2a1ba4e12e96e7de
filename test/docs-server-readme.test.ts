import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as library from '../packages/server/src/index.js'
import { client, reaches, World } from '../packages/server/test/support/world.js'
import { freePort } from '../scripts/lib/free-port.mjs'

const SERVER = fileURLToPath(new URL('../packages/server/', import.meta.url))
const page = readFileSync(join(SERVER, 'README.md'), 'utf8')
const block = (language: string, sign: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))]
    .map(([, text = '']) => text)
    .find((text) => text.includes(sign)) ?? ''

/** Stands in for the host's authentication: the header is the user. */
const SIGN_IN = `export function signIn(req, _res, next) {
  const id = req.get('X-User')
  if (id !== undefined) req.user = { id, staff: id === 'olga' }
  next()
}
`

describe('packages/server/README.md', () => {
  const started: ChildProcess[] = []
  let world: World
  let folder: string
  beforeAll(async () => {
    world = await World.create()
    // Inside the package, so that its name resolves to its build.
    mkdirSync(join(SERVER, '.cache'), { recursive: true })
    folder = await mkdtemp(join(SERVER, '.cache', 'readme-'))
  })
  afterAll(async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    await world.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  function start(args: string[], env: Record<string, string>): { child: ChildProcess; lines: string[] } {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(child)
    const lines: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
    return { child, lines }
  }

  it('contains a working server: sessions, guard, effects, operators, erasure, shutdown', async () => {
    writeFileSync(
      join(folder, 'server.mjs'),
      block('js', '// server.js').replace('./sign-in.js', './sign-in.mjs'),
    )
    writeFileSync(join(folder, 'sign-in.mjs'), SIGN_IN)
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const { child, lines } = start(['server.mjs'], {
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
      STRIPE_WEBHOOK_SECRET: await world.deliverTo(`${url}/identity/webhook`),
      STRIPE_API_BASE: world.sandbox.url,
      PORT: String(port),
    })
    await expect.poll(() => lines).toContain('listening')
    const ada = client(`${url}/identity`, 'ada')
    const book = async (user?: string) =>
      (await fetch(`${url}/book`, { method: 'POST', headers: user === undefined ? {} : { 'X-User': user } }))
        .status
    expect([await book(), await book('ada')]).toEqual([401, 403])

    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
    expect([await book('ada'), await book('bob')]).toEqual([200, 403])
    await expect.poll(() => lines).toContain('ada is verified')
    expect((await client(`${url}/identity`, 'olga').send('/operator/summary')).status).toBe(200)
    expect((await ada.send('/operator/summary')).status).not.toBe(200)

    const erased = await fetch(`${url}/account`, { method: 'DELETE', headers: { 'X-User': 'ada' } })
    expect(erased.status).toBe(204)
    expect((await ada.current()).body.redaction).not.toBeNull()
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  it('starts the standalone server as described, and sends it requests', async () => {
    const command = block('sh', 'npx stripe-identity-server')
    expect(command.trimEnd()).toMatch(/\nnpx stripe-identity-server$/)
    const settings = Object.fromEntries(
      [...command.matchAll(/(\w+)=(\S+)/g)].map(([, name, value = '']) => [
        name,
        value.replace('…', 'readme'),
      ]),
    )
    const { lines } = start([join(SERVER, 'dist/cli.js')], {
      ...settings,
      DATABASE_URL: 'sqlite:./alone.db',
      PORT: '0',
      HOST: '127.0.0.1',
      STRIPE_API_BASE: world.sandbox.url,
    })
    const address = () => /"url":"([^"]+)"/.exec(lines.join('\n'))?.[1]
    await expect.poll(address).toBeDefined()
    const curl = block('sh', 'curl')
      .trim()
      .replace('localhost:4242', new URL(address() ?? '').host)
    const shell = spawn('sh', ['-c', curl.replace('curl', 'curl -sS')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    for await (const data of shell.stdout) said += data
    expect(JSON.parse(said)).toEqual({ user: 'ada', verified: false, session: null })
  })

  const reference = readFileSync(join(SERVER, '../../docs/server.md'), 'utf8')
  it.each([
    // The missing options are for metrics, which the standalone server has.
    { where: 'it', table: page.slice(page.indexOf('## Methods and exports')), untold: ['heldPolls'] },
    { where: 'docs/server.md', table: reference, untold: [] },
  ])('$where lists exactly what exists', ({ table, untold }) => {
    for (const name of Object.keys(library)) if (name !== 'createIdentity') expect(table).toContain(name)
    const identity = library.createIdentity({
      stripe: { secretKey: 'sk_test_1', publishableKey: 'pk_test_1', apiBase: world.sandbox.url },
      database: `sqlite:${world.folder}/listed.db`,
      authenticate: () => null,
      limits: { rateLimitPerMinute: 0 },
    })
    const told = Object.keys(identity).filter((name) => !table.includes(`identity.${name}`))
    expect(told).toEqual(untold)
    return identity.close()
  })

  it('states that the package is not by Stripe', () => {
    expect(page).toContain('not affiliated with Stripe')
  })
})
