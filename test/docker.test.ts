import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { variablesRead } from './support/configuration.js'

// Its types describe a default export; the function is the module itself.
const dockerignore = createRequire(import.meta.url)(
  '@balena/dockerignore',
) as typeof import('@balena/dockerignore').default

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const dockerfile = read('Dockerfile')
const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name ?? '')

describe.each(['Dockerfile', 'packages/create-stripe-identity/template/Dockerfile'])('%s', (path) => {
  const text = read(path)

  it('has nothing that a linter of Dockerfiles complains about', () => {
    expect(validate(text)).toEqual([])
  })

  it('pins its base to one version, the same everywhere', () => {
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base ?? '')
    const outside = bases.filter((base) => !stages.includes(base))
    expect(outside[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z-]+$/)
    expect(outside).toEqual(outside.map(() => /^FROM (\S+)/m.exec(dockerfile)?.[1]))
  })

  it('ends as an ordinary user, and with Node as the first process', () => {
    const last = text.slice(text.lastIndexOf('\nFROM '))
    expect(last.match(/^USER .*$/gm)).toEqual(['USER node'])
    expect(last).toMatch(/^CMD \["node", "dist\/\w+\.js"\]$/m)
    expect(last).not.toMatch(/^RUN /m)
  })
})

// `npm run test:image` builds the images and runs them, where there is Docker.
describe('the image of the server', () => {
  it('is built where no target is named', () => {
    expect(stages.at(-1)).toBe('server')
  })

  it('installs with the pnpm that made the lockfile', () => {
    const [version] = /pnpm@[\d.]+/.exec(read('scripts/lib/run.mjs')) ?? []
    expect(new Set(dockerfile.match(/pnpm@[\d.]+/g))).toEqual(new Set([version]))
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
    const ignored = dockerignore().add(read('.dockerignore').split('\n'))
    expect(ignored.ignores(path)).toBe(true)
    expect(ignored.ignores('packages/server/src/index.ts')).toBe(false)
  })

  it('sets only variables that the server reads', () => {
    const set = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, pairs = '']) =>
      pairs.split(' ').map((pair) => pair.replace(/=.*/, '')),
    )
    expect(set).toContain('DATABASE_URL')
    expect(set.filter((name) => name !== 'NODE_ENV' && !variablesRead().includes(name))).toEqual([])
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
    expect(stages).toEqual(expect.arrayContaining(targets))
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
