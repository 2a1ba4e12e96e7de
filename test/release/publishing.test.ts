import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manifestOf, publishedPackages } from '../../scripts/lib/tarballs.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const packages = publishedPackages()
const { version } = manifestOf('server')

describe('the next version', () => {
  it('is set in all packages by one changeset', () => {
    const folder = mkdtempSync(join(tmpdir(), 'version-'))
    try {
      for (const file of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', '.changeset/config.json'])
        cpSync(join(ROOT, file), join(folder, file))
      for (const name of readdirSync(join(ROOT, 'packages'))) {
        mkdirSync(join(folder, 'packages', name), { recursive: true })
        cpSync(join(ROOT, 'packages', name, 'package.json'), join(folder, 'packages', name, 'package.json'))
      }
      writeFileSync(
        join(folder, '.changeset/brave-cats.md'),
        "---\n'stripe-identity-server': minor\n---\n\nIt can fly.\n",
      )
      execFileSync(process.execPath, [join(ROOT, 'node_modules/@changesets/cli/bin.js'), 'version'], {
        cwd: folder,
        stdio: 'pipe',
      })
      const [major, minor] = version.split('.').map(Number)
      const at = (name: string) =>
        JSON.parse(readFileSync(join(folder, 'packages', name, 'package.json'), 'utf8')).version
      expect(packages.map(at)).toEqual(packages.map(() => `${major}.${(minor ?? 0) + 1}.0`))
      expect(readFileSync(join(folder, 'packages/server/CHANGELOG.md'), 'utf8')).toContain('It can fly.')
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  })
})

describe('publishing', () => {
  /** The packages that a registry received, by name; it reports them as published. */
  const sent = new Map<string, { repository?: unknown; file: string }>()
  const registry = createServer((req, res) => {
    const name = decodeURIComponent(req.url?.slice(1).split('/')[0] ?? '')
    let text = ''
    req.on('data', (data: Buffer) => {
      text += data
    })
    req.on('end', () => {
      res.setHeader('Content-Type', 'application/json')
      if (req.method === 'PUT') {
        const body = JSON.parse(text)
        const [manifest] = Object.values(body.versions) as { repository?: unknown }[]
        sent.set(name, { ...manifest, file: Object.keys(body._attachments)[0] ?? '' })
        return void res.writeHead(201).end('{}')
      }
      if (!sent.has(name)) return void res.writeHead(404).end('{"error":"not_found"}')
      const versions = { [version]: { name, version } }
      res.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }))
    })
  })
  const home = mkdtempSync(join(tmpdir(), 'npm-'))
  let url: string
  beforeAll(async () => {
    registry.listen(0, '127.0.0.1')
    await once(registry, 'listening')
    const { port } = registry.address() as AddressInfo
    url = `http://127.0.0.1:${port}/`
    writeFileSync(join(home, 'npmrc'), `registry=${url}\n//127.0.0.1:${port}/:_authToken=of-the-test\n`)
  })
  afterAll(() => {
    registry.close()
    registry.closeAllConnections()
    rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  })

  const publish = (env: Record<string, string> = {}) =>
    promisify(execFile)(
      process.execPath,
      ['-e', "import('./scripts/lib/publish.mjs').then((lib) => lib.publishAll())"],
      {
        cwd: ROOT,
        env: {
          ...{ PATH: process.env.PATH ?? '', HOME: home },
          ...{ npm_config_userconfig: join(home, 'npmrc'), npm_config_registry: url, npm_config_cache: home },
          ...env,
        },
      },
    )

  it('publishes each package once', async () => {
    await publish()
    const names = packages.map((name) => manifestOf(name).name)
    expect([...sent.keys()].sort()).toEqual(names.sort())
    for (const name of names) expect(sent.get(name)?.file).toBe(`${name}-${version}.tgz`)
    sent.delete('stripe-identity-sandbox')
    const { stdout, stderr } = await publish()
    expect((stdout + stderr).match(/is already published on npm/g)).toHaveLength(names.length - 1)
    expect(sent.has('stripe-identity-sandbox')).toBe(true)
  }, 600_000)

  it('fails in a workflow whose tag is not the version', async () => {
    sent.clear()
    const env = { GITHUB_ACTIONS: 'true', GITHUB_REF: 'refs/tags/v99.0.0', GITHUB_REPOSITORY: 'a/b' }
    await expect(publish(env)).rejects.toThrow(`publish from the tag v${version}`)
    await expect(publish({ ...env, GITHUB_REF: 'refs/heads/main' })).rejects.toThrow('publish from the tag')
    expect(sent.size).toBe(0)
  })
})
