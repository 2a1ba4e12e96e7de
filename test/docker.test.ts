import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { variablesRead } from './support/configuration.js'

// Its types declare a default export, but the module itself is the function.
const dockerignore = createRequire(import.meta.url)(
  '@balena/dockerignore',
) as typeof import('@balena/dockerignore').default

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const dockerfile = read('Dockerfile')
const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name ?? '')

describe.each(['Dockerfile', 'packages/create-stripe-identity/template/Dockerfile'])('%s', (path) => {
  const text = read(path)

  it('passes the Dockerfile linter', () => {
    expect(validate(text)).toEqual([])
  })

  it('pins its base to one version, the same everywhere', () => {
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base ?? '')
    const outside = bases.filter((base) => !stages.includes(base))
    expect(outside[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z-]+$/)
    expect(outside).toEqual(outside.map(() => /^FROM (\S+)/m.exec(dockerfile)?.[1]))
  })

  it('runs as an ordinary user, with Node as the first process', () => {
    const last = text.slice(text.lastIndexOf('\nFROM '))
    expect(last.match(/^USER .*$/gm)).toEqual(['USER node'])
    expect(last).toMatch(/^CMD \["node", "dist\/\w+\.js"\]$/m)
    expect(last).not.toMatch(/^RUN /m)
  })
})

// `npm run test:image` builds and runs the images, which requires Docker.
describe("the server's image", () => {
  it('is the default target', () => {
    expect(stages.at(-1)).toBe('server')
  })

  it('is installed with the pnpm version of the lockfile', () => {
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
  ])('does not contain %s', (path) => {
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
  it('has the server and its database, and the sandbox only on request', () => {
    expect(Object.entries(compose.services).map(([name, { profiles }]) => [name, profiles ?? []])).toEqual([
      ['server', []],
      ['postgres', []],
      ['sandbox', ['sandbox']],
    ])
  })

  it('builds existing stages of the Dockerfile', () => {
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

  it('pins images, keeps data in volumes, and waits for the database', () => {
    expect(compose.services.postgres?.image).toMatch(/^postgres:\d+\.\d+-[a-z]+$/)
    const volumes = Object.values(compose.services).flatMap((service) => service.volumes ?? [])
    expect(volumes.map((volume) => volume.split(':')[0])).toEqual(Object.keys(compose.volumes))
    expect(compose.services.server?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
  })

  it('lists the variables without a default', () => {
    expect([
      ...new Set([...read('compose.yaml').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name)),
    ]).toEqual(['POSTGRES_PASSWORD', 'STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY'])
  })

  it('is valid for docker compose, if installed', () => {
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
