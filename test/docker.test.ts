import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createDatabase, type TestDatabase } from '../packages/server/test/support/postgres.js'
import { variablesRead } from './support/configuration.js'
import { build, isIgnored, readStages } from './support/dockerfile.js'
import { freePort } from './support/free-port.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const dockerfile = read('Dockerfile')
const stages = readStages(dockerfile)
const ignore = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const stage = (name: string) => stages.find((each) => each.name === name)
const all = (name: string, keyword: string) =>
  stage(name)?.instructions.filter((each) => each.keyword === keyword) ?? []

describe('Dockerfile', () => {
  it('has nothing that a linter of Dockerfiles complains about', () => {
    expect(validate(dockerfile)).toEqual([])
  })

  it('builds the server where no target is named', () => {
    expect(stages.at(-1)?.name).toBe('server')
  })

  it('pins its base to one version', () => {
    const bases = stages.map(({ from }) => from).filter((from) => stage(from) === undefined)
    expect(new Set(bases).size).toBe(1)
    expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z-]+$/)
  })

  it('installs with the pnpm that made the lockfile', () => {
    const [version] = /pnpm@[\d.]+/.exec(read('scripts/lib/run.mjs')) ?? []
    expect(new Set(dockerfile.match(/pnpm@[\d.]+/g))).toEqual(new Set([version]))
  })

  it('copies only what is there and .dockerignore lets through', () => {
    const copied = stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword, flags }) => keyword === 'COPY' && flags.from === undefined)
      .flatMap(({ args }) => args.slice(0, -1))
    expect(copied.length).toBeGreaterThan(5)
    expect(copied.filter((path) => !existsSync(join(ROOT, path)) || isIgnored(ignore, path))).toEqual([])
  })

  it.each([
    'packages/server/node_modules/x',
    'packages/server/dist/cli.js',
    'packages/server/.env',
    'packages/server/identity.db',
    'packages/widget/package.json',
    '.git/HEAD',
    '.env',
    'identity-demo.db',
  ])('never sees %s', (path) => {
    expect(isIgnored(ignore, path)).toBe(true)
  })

  it.each(['server', 'sandbox'])('%s runs as an ordinary user, and starts Node itself', (name) => {
    expect(all(name, 'USER').map(({ args }) => args)).toEqual([['node']])
    const [start] = [...all(name, 'ENTRYPOINT'), ...all(name, 'CMD')]
    expect(start?.exec?.slice(0, 2)).toEqual(['node', 'dist/cli.js'])
    expect(all(name, 'RUN')).toEqual([])
  })

  it('sets only variables that the server reads', () => {
    const set = all('server', 'ENV').flatMap(({ args }) => args.map((pair) => pair.split('=')[0]))
    expect(set.filter((name) => name !== 'NODE_ENV' && !variablesRead().includes(name ?? ''))).toEqual([])
  })
})

describe('what the Dockerfile makes, made here by hand', () => {
  const started: ChildProcess[] = []
  let workspace: string
  let database: TestDatabase
  beforeAll(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'identity-image-'))
    database = await createDatabase()
  })
  afterAll(async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    await database.drop()
    await rm(workspace, { recursive: true, force: true, maxRetries: 3 })
  })

  /** Starts a command of an image in its folder, with its environment and nothing of ours but the path. */
  async function start(command: string[], cwd: string, env: Record<string, string>, sign: string) {
    const [program = '', ...args] = command
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(child)
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.includes(sign)) continue
      child.stdout.resume()
      return child
    }
    throw new Error(`it ended with ${child.exitCode}`)
  }

  it('server: starts, is healthy, and ends when asked', { timeout: 240_000 }, async () => {
    const image = await build(ROOT, stages, 'server', ignore, workspace)
    expect(existsSync(join(image.root, 'data'))).toBe(true)
    expect(existsSync(join(image.cwd, 'node_modules/better-sqlite3'))).toBe(false)
    const port = await freePort()
    const env = {
      ...image.env,
      DATABASE_URL: database.url,
      STRIPE_SECRET_KEY: 'sk_test_1',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
      STRIPE_API_BASE: 'http://127.0.0.1:9',
      COOKIE_SECRET: 'a cookie secret that is long enough',
      PORT: String(port),
    }
    const command = image.stage.instructions.find(({ keyword }) => keyword === 'CMD')?.exec ?? []
    const server = await start(command, image.cwd, env, '"listening"')
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200)

    const check = image.stage.instructions.find(({ keyword }) => keyword === 'HEALTHCHECK')?.text ?? ''
    const [, ...words] = JSON.parse(check.slice(check.indexOf('['))) as string[]
    const healthy = () => spawnSync(process.execPath, words, { env: { PORT: String(port) } }).status
    expect(healthy()).toBe(0)
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(healthy()).toBe(1)
  })

  it('sandbox: starts', { timeout: 240_000 }, async () => {
    const image = await build(ROOT, stages, 'sandbox', ignore, workspace)
    const entry = image.stage.instructions.find(({ keyword }) => keyword === 'ENTRYPOINT')?.exec ?? []
    const port = await freePort()
    const command = [...entry, '--port', String(port), ...(compose.services.sandbox?.command ?? [])]
    await start(command.map(interpolated), image.cwd, image.env, 'ready')
    expect((await fetch(`http://127.0.0.1:${port}/_sandbox/health`)).status).toBe(200)
    expect(await (await fetch(`http://127.0.0.1:${port}/v3/`)).text()).toContain('verifyIdentity')
  })
})

interface Compose {
  services: Record<
    string,
    {
      build?: { context: string; target: string }
      image?: string
      profiles?: string[]
      command?: string[]
      environment?: Record<string, string | null>
      volumes?: string[]
      depends_on?: Record<string, { condition: string }>
    }
  >
  volumes: Record<string, unknown>
}
const compose = parse(read('compose.yaml')) as Compose

/** `${NAME:-default}` without the variable. */
function interpolated(text: string): string {
  return text.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')
}

describe('compose.yaml', () => {
  it('has the server and its database, and the sandbox only where it is asked for', () => {
    expect(Object.entries(compose.services).map(([name, { profiles }]) => [name, profiles ?? []])).toEqual([
      ['server', []],
      ['postgres', []],
      ['sandbox', ['sandbox']],
    ])
  })

  it('builds stages that the Dockerfile has', () => {
    const targets = Object.values(compose.services).flatMap((service) => service.build?.target ?? [])
    expect(targets).toEqual(['server', 'sandbox'])
    expect(targets.every((target) => stage(target) !== undefined)).toBe(true)
  })

  it('passes on every variable that the server reads, and no other', () => {
    const inside = ['HOST', 'PORT']
    expect(Object.keys(compose.services.server?.environment ?? {}).toSorted()).toEqual(
      variablesRead().filter((name) => !inside.includes(name)),
    )
  })

  it('pins images, keeps data in volumes that it has, and waits for the database', () => {
    expect(compose.services.postgres?.image).toMatch(/^postgres:\d+\.\d+-[a-z]+$/)
    const volumes = Object.values(compose.services).flatMap((service) => service.volumes ?? [])
    expect(volumes.map((volume) => volume.split(':')[0])).toEqual(Object.keys(compose.volumes))
    expect(compose.services.server?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
  })

  it('says which variables have no default', () => {
    expect([
      ...new Set([...read('compose.yaml').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name)),
    ]).toEqual(['POSTGRES_PASSWORD', 'STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY'])
  })

  it('is taken by docker compose, where that is installed', () => {
    if (spawnSync('docker', ['compose', 'version']).status !== 0) return
    const { status, stderr } = spawnSync('docker', ['compose', '--profile', 'sandbox', 'config', '--quiet'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        ...{ POSTGRES_PASSWORD: 'x', STRIPE_SECRET_KEY: 'x', STRIPE_PUBLISHABLE_KEY: 'x' },
      },
    })
    expect([status, stderr]).toEqual([0, ''])
  })
})
