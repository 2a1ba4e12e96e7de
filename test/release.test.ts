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
import { parse } from 'yaml'
import { manifestOf, publishedPackages } from '../scripts/lib/tarballs.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const packages = publishedPackages()
const { version } = manifestOf('server')

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}
interface Job {
  'runs-on': string
  'timeout-minutes'?: number
  permissions?: Record<string, string>
  needs?: string
  environment?: string
  steps: Step[]
}
interface Workflow {
  permissions: Record<string, string>
  jobs: Record<string, Job>
}

describe.each(readdirSync(join(ROOT, '.github/workflows')))('.github/workflows/%s', (name) => {
  const text = read(`.github/workflows/${name}`)
  const workflow = parse(text) as Workflow
  const jobs = Object.entries(workflow.jobs)
  const steps = jobs.flatMap(([, job]) => job.steps)

  it('takes only actions that are pinned by their full commit, the same everywhere', () => {
    const uses = steps.flatMap((step) => step.uses ?? [])
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual([])
    const known = new Set(read('.github/workflows/ci.yml').match(/\S+@[0-9a-f]{40} # v[\d.]+/g))
    expect((text.match(/uses: (.*)/g) ?? []).filter((line) => !known.has(line.slice(6)))).toEqual([])
  })

  it('may read the contents, and nothing else; only publishing may name itself to others', () => {
    const reads = (permissions: Record<string, string>) =>
      Object.entries(permissions).filter(([scope, access]) => scope !== 'contents' || access !== 'read')
    expect(reads(workflow.permissions)).toEqual([])
    for (const [job, { permissions = {} }] of jobs) {
      expect(reads(permissions)).toEqual(job === 'publish' ? [['id-token', 'write']] : [])
    }
  })

  it('keeps no credential, uses no secret, and puts no text of others into a shell', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.every((step) => step.with?.['persist-credentials'] === false)).toBe(true)
    expect(text).not.toMatch(/secrets\.|pull_request_target|NPM_TOKEN|NODE_AUTH_TOKEN/)
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  it('ends, and runs nothing but the commands of package.json', () => {
    expect(jobs.filter(([, job]) => job['timeout-minutes'] === undefined)).toEqual([])
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const commands = steps.flatMap(({ run }) => run ?? [])
    expect(commands.filter((run) => !(run.replace(/^npm (run )?/, '') in scripts))).toEqual([])
  })
})

describe('a release', () => {
  it('publishes only from a tag, after npm test, with a reviewer in between', () => {
    const { on, jobs } = parse(read('.github/workflows/publish.yml')) as Workflow & { on: object }
    expect(on).toEqual({ push: { tags: ['v*'] }, workflow_dispatch: null })
    expect(jobs.test?.steps.at(-1)).toEqual({ run: 'npm test' })
    expect(jobs.publish).toMatchObject({ needs: 'test', environment: 'npm' })
  })

  it('has one version, in every package, changelog and description', () => {
    const config = JSON.parse(read('.changeset/config.json')) as { fixed: string[][] }
    const names = packages.map((name) => manifestOf(name).name)
    expect(config.fixed.map((group) => group.toSorted())).toEqual([names.toSorted()])
    for (const name of packages) {
      expect(manifestOf(name).version).toBe(version)
      const [, newest] = /^## (.*)$/m.exec(read(`packages/${name}/CHANGELOG.md`)) ?? []
      expect(newest).toBe(version)
      expect(read('CHANGELOG.md')).toContain(`(packages/${name}/CHANGELOG.md)`)
    }
    expect(parse(read('docs/openapi.yaml')).info.version).toBe(version)
  })

  it('has changesets that name packages of ours', () => {
    const files = readdirSync(join(ROOT, '.changeset')).filter((file) => file.endsWith('.md'))
    const names = packages.map((name) => manifestOf(name).name)
    for (const file of files.filter((file) => file !== 'README.md')) {
      const [, front = '', text = ''] =
        /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(read(`.changeset/${file}`)) ?? []
      expect(names).toEqual(expect.arrayContaining(Object.keys(parse(front) as object)))
      expect(text.trim()).not.toBe('')
    }
  })

  it('moves all packages together by one changeset', () => {
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
  /** What a registry was sent, by name; it says that it has what it was sent. */
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
    expect([...sent.keys()]).toEqual(names)
    for (const name of names) expect(sent.get(name)?.file).toBe(`${name}-${version}.tgz`)
    sent.delete('stripe-identity-sandbox')
    const { stdout } = await publish()
    expect(stdout.match(/is there already/g)).toHaveLength(names.length - 1)
    expect(sent.has('stripe-identity-sandbox')).toBe(true)
  }, 120_000)

  it('refuses in a workflow whose tag is not the version', async () => {
    sent.clear()
    const env = { GITHUB_ACTIONS: 'true', GITHUB_REF: 'refs/tags/v99.0.0', GITHUB_REPOSITORY: 'a/b' }
    await expect(publish(env)).rejects.toThrow(`publish from the tag v${version}`)
    await expect(publish({ ...env, GITHUB_REF: 'refs/heads/main' })).rejects.toThrow('publish from the tag')
    expect(sent.size).toBe(0)
  })
})
