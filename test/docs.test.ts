import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { variablesRead } from './support/configuration.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const PAGES = [
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(ROOT, 'packages'))
    .map((name) => `packages/${name}/README.md`)
    .filter((path) => existsSync(join(ROOT, path))),
]

/** Variables of other programs, and words that look like variables. */
const OTHERS = [
  'POSTGRES_PASSWORD',
  'SIGTERM',
  'SIGKILL',
  'AS_OPERATOR',
  'SETUP_CODES',
  'NODE_ENV',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_ENV_PROXY',
  'NO_PROXY',
  'VACUUM',
  'LISTEN',
  'NOTIFY',
]

describe.each(PAGES)('%s', (path) => {
  const page = read(path)

  it('mentions only variables that are read', () => {
    const known = [...variablesRead(), ...OTHERS]
    const named = [...page.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g)].map(
      ([, name = '']) => name,
    )
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })
})

describe('docs/deploy.md', () => {
  it('lists the same events as the server', () => {
    const source = read('packages/server/src/stripe-events.ts')
    const [, names = ''] = /EVENT_TYPES[^=]*=\s*\[([\s\S]*?)\]/.exec(source) ?? []
    const listed = [...names.matchAll(/'(\w+)'/g)].map(([, name]) => `identity.verification_session.${name}`)
    const shown = read('docs/deploy.md').match(/^ {4}identity\.verification_session\.\w+$/gm) ?? []
    expect(listed).toHaveLength(6)
    expect(shown.map((line) => line.trim()).toSorted()).toEqual(listed.toSorted())
  })
})

describe('docs/other-backends.md', () => {
  it('calls a program by npx that is installed in a checkout, so that npm is not searched for it', () => {
    const [, name = ''] = /^ {4}npx (\S+)/m.exec(read('docs/other-backends.md')) ?? []
    const { status, stdout } = spawnSync('npx', ['--no', '--', name, '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining(name) })
  })
})
