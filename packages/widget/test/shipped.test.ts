import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packedPackages } from '../../../scripts/lib/tarballs.mjs'
import { STATES } from '../src/flow.js'
import { launch, serve } from './pages.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

describe('the published package', () => {
  let folder: string
  let tarball: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'widget-'))
    tarball = packedPackages().widget ?? ''
    run('tar', ['-xzf', tarball], folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

  it('contains exactly the intended files', () => {
    const files = readdirSync(join(folder, 'package'), { recursive: true }).map(String)
    expect(files).toContain('dist/identity-verification.js')
    expect(files).toContain('README.md')
    expect(files).toContain('LICENSE')
    expect(files.filter((name) => /(^|\/)(src|test|scripts|node_modules)(\/|$)|\.map$/.test(name))).toEqual(
      [],
    )
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'))
    expect(Object.keys(dependencies).sort()).toEqual(['@stripe/stripe-js', 'lit'])
  })

  it('contains no private name', () => {
    for (const name of readdirSync(join(folder, 'package/dist'), { recursive: true }).map(String))
      if (/\.(js|ts|json)$/.test(name))
        expect(readFileSync(join(folder, 'package/dist', name), 'utf8'), name).not.toContain(
          'stripe-identity-contract',
        )
  })

  it('satisfies publint', async () => {
    const { messages } = await publint({ pkgDir: join(folder, 'package'), strict: true, pack: false })
    expect(messages).toEqual([])
  })

  it('satisfies arethetypeswrong', () => {
    const out = run(
      'npx',
      ['attw', tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...NO_CODE],
      root,
    )
    const verdicts = out.split('\n').filter((line) => /^(node16|bundler).*: (?!\(ignored\))/.test(line))
    expect(verdicts.length).toBeGreaterThanOrEqual(8)
    expect(verdicts.filter((line) => !line.includes('🟢'))).toEqual([])
  })

  it('can be installed and imported in a bare Node project', () => {
    const project = join(folder, 'bare')
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), '{"type":"module","private":true}')
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', tarball], project)
    const script = `
      const { createVerification } = await import('stripe-identity-widget')
      const { fakeServer } = await import('stripe-identity-widget/testing')
      await import('stripe-identity-widget/define')
      console.log(createVerification({ fetch: fakeServer().fetch }).getState().state)`
    expect(run(process.execPath, ['--input-type=module', '-e', script], project).trim()).toBe('idle')
  }, 120_000)

  it('can be bundled by Vite, with Stripe’s loader and the languages in separate chunks', async () => {
    const project = join(folder, 'bare')
    writeFileSync(join(project, 'main.js'), `import 'stripe-identity-widget/define'`)
    const result = (await build({
      configFile: false,
      root: project,
      logLevel: 'error',
      build: { write: false, rolldownOptions: { input: join(project, 'main.js') } },
    })) as Rollup.RollupOutput
    const chunks = result.output.filter((file) => file.type === 'chunk')
    const entry = chunks.find((chunk) => chunk.isEntry)!
    expect(entry.code).not.toContain('js.stripe.com')
    expect(entry.code).not.toContain('Identität')
    expect(chunks.some((chunk) => chunk.code.includes('js.stripe.com'))).toBe(true)
    expect(chunks.some((chunk) => chunk.code.includes('Identität'))).toBe(true)
  })

  it('contains no Lit if only the flow is imported', async () => {
    const project = join(folder, 'bare')
    writeFileSync(
      join(project, 'flow.js'),
      `import { createVerification } from 'stripe-identity-widget'; window.store = createVerification()`,
    )
    const { output } = (await build({
      configFile: false,
      root: project,
      logLevel: 'error',
      build: { write: false, rolldownOptions: { input: join(project, 'flow.js') } },
    })) as Rollup.RollupOutput
    const entry = output.find((file) => file.type === 'chunk' && file.isEntry) as Rollup.OutputChunk
    expect(entry.code).toContain('/sessions/current')
    expect(entry.code).not.toContain('litElement')
    expect(entry.code).not.toContain('adoptedStyleSheets')
  })

  it('works from a script tag on a page with a strict CSP, at any URL', async () => {
    const dist = join(folder, 'package/dist')
    const files: Record<string, string> = {
      '/': `<!doctype html><html lang="de"><body><identity-verification></identity-verification>
        <script type="module" src="/w/identity-verification.js?v=1"></script><script type="module" src="/page.js"></script>`,
      '/page.js': `
        import { fakeServer, fakeStripe } from '/w/testing.js'
        const element = document.querySelector('identity-verification')
        window.server = fakeServer()
        window.stripe = fakeStripe()
        Object.assign(element, { fetch: server.fetch, stripe })`,
      '/w/testing.js': readFileSync(join(dist, 'testing.js'), 'utf8'),
      '/w/identity-verification.js': readFileSync(join(dist, 'identity-verification.js'), 'utf8'),
    }
    for (const name of readdirSync(join(dist, 'chunks')))
      files[`/w/chunks/${name}`] = readFileSync(join(dist, 'chunks', name), 'utf8')
    const site = await serve(files)
    const browser = await launch()
    try {
      const page = await browser.newPage()
      const loaded: string[] = []
      const errors: string[] = []
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await page.goto(site.url)
      const button = page.getByRole('button', { name: 'Identität bestätigen' })
      await button.waitFor()
      expect(loaded).not.toContain('/w/chunks/run.js')
      expect(loaded.filter((path) => path.startsWith('/identity/'))).toEqual(['/identity/sessions/current'])
      await button.click()
      await page.locator('identity-verification[state=open]').waitFor()
      await page.evaluate('stripe.submit()')
      await page.locator('identity-verification[state=processing]').waitFor()
      while (!(await page.evaluate('server.held'))) await page.waitForTimeout(5)
      await page.evaluate('server.update({ status: "verified" })')
      await page.getByText('Ihre Identität ist bestätigt').waitFor()
      expect(errors).toEqual([])
    } finally {
      await browser.close()
      await site.close()
    }
  })
})

/** Entries without code of their own: data, and declarations for templates. */
const NO_CODE = [
  './custom-elements.json',
  './vscode.html-custom-data.json',
  './vscode.css-custom-data.json',
  './web-types.json',
  './types/*',
  './locales/*',
]

const CSS_PROPERTIES = [
  ...['accent', 'background', 'border', 'button-radius', 'color', 'danger', 'font', 'gap', 'radius'],
  ...['secondary', 'success'],
].map((name) => `--identity-${name}`)

interface Named {
  name: string
}

describe('the editor data', () => {
  const data = (name: string) => JSON.parse(readFileSync(join(root, 'dist', name), 'utf8'))
  const element = data('custom-elements.json').modules[0].declarations[0]
  const called = (things: Named[]) => things.map(({ name }) => name).sort()
  const names = (key: string) => called(element[key])
  const members = (kind: string) =>
    element.members
      .filter((member: { kind: string }) => member.kind === kind)
      .map(({ name }: { name: string }) => name)

  it('describes the whole element', () => {
    expect(element.tagName).toBe('identity-verification')
    expect(names('attributes')).toEqual(
      [
        'appearance',
        'disabled',
        'endpoint',
        'flow',
        'locale',
        'name',
        'preload',
        'required',
        'return-url',
        'state',
      ].sort(),
    )
    expect(members('method').sort()).toEqual([
      'cancel',
      'checkValidity',
      'preload',
      'refresh',
      'reportValidity',
      'reset',
      'setCustomValidity',
      'start',
    ])
    expect(members('field')).toEqual(
      expect.arrayContaining([
        ...['stripe', 'fetch', 'messages', 'state', 'session', 'error'],
        ...['labels', 'type', 'value', 'willValidate', 'validity', 'validationMessage'],
      ]),
    )
    expect(names('events')).toEqual([
      'identity-dismiss',
      'identity-error',
      'identity-start',
      'identity-status',
      'identity-verified',
    ])
    expect(names('cssParts')).toEqual([
      ...['base', 'button', 'detail', 'icon', 'label', 'message', 'privacy', 'retry', 'status'],
    ])
    expect(names('slots')).toEqual([...STATES, 'help', 'privacy', 'start'].sort())
    expect(names('cssStates')).toEqual([...STATES].sort())
    expect(names('cssProperties')).toEqual(CSS_PROPERTIES)
    for (const key of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'])
      for (const { name, description } of element[key]) expect(description, `${key} ${name}`).toBeTruthy()
  })

  it('is registered for VS Code', () => {
    const [tag] = data('vscode.html-custom-data.json').tags
    expect(tag.name).toBe('identity-verification')
    expect(called(tag.attributes)).toEqual(names('attributes'))
    const flow = tag.attributes.find(({ name }: Named) => name === 'flow')
    expect(called(flow.values)).toEqual(['auto', 'modal', 'redirect'])
    const css = data('vscode.css-custom-data.json')
    expect(called(css.properties)).toEqual(CSS_PROPERTIES)
    expect(called(css.pseudoElements)).toEqual(names('cssParts').map((name: string) => `::part(${name})`))
  })

  it('is registered for JetBrains', () => {
    const { html, css } = data('web-types.json').contributions
    const [tag] = html.elements
    expect(tag.name).toBe('identity-verification')
    expect(called(tag.attributes)).toEqual(names('attributes'))
    expect(called(tag.slots)).toEqual(names('slots'))
    expect(called(tag.js.events)).toEqual(names('events'))
    expect(called(tag.js.properties)).toEqual(expect.arrayContaining(['fetch', 'messages', 'stripe']))
    expect(called(css.properties)).toEqual(CSS_PROPERTIES)
  })
})
