import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Site, serve } from './pages.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** The small app in fixtures/, built like a host's app from the published files. */
async function bundle(react: string, reactDom: string): Promise<Record<string, string>> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^react-dom\/client$/, replacement: require.resolve(`${reactDom}/client`) },
        { find: /^react-dom$/, replacement: require.resolve(reactDom) },
        { find: /^react$/, replacement: require.resolve(react) },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: 'test/fixtures/react-app.ts', output: { entryFileNames: 'assets/app.js' } },
    },
  })
  const files = (result as Rollup.RollupOutput).output.map((file): [string, string] => [
    `/${file.fileName}`,
    file.type === 'chunk' ? file.code : String(file.source),
  ])
  const html =
    '<!doctype html><html lang="en"><body><main></main><script type="module" src="/assets/app.js"></script>'
  return { ...Object.fromEntries(files), '/': html }
}

interface Told {
  told: string[]
  server: { requests: unknown[]; held: number; update(patch: object): void }
  stripe: { isOpen: boolean; submit(): void }
}

describe.each([
  ['18.2', 'react-18', 'react-dom-18'],
  ['19', 'react', 'react-dom'],
])('React %s', (_version, react, reactDom) => {
  let browser: Browser
  let site: Site
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    site = await serve(await bundle(react, reactDom))
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function visit(path: string): Promise<void> {
    page = await browser.newPage()
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(site.url + path)
  }
  const inPage = <T>(look: (here: Told) => T) => page.evaluate(`(${look.toString()})(window)`) as Promise<T>
  async function until(look: (here: Told) => unknown): Promise<void> {
    while (!(await inPage(look))) await page.waitForTimeout(5)
  }

  it('renders the element once, calls the handlers of the latest render, and cleans up', async () => {
    await visit('/')
    const button = page.getByRole('button', { name: 'Verify your identity' })
    await button.waitFor()
    expect(await inPage((here) => here.server.requests.length)).toBe(1)
    expect(await page.locator('identity-verification.mine[required]').count()).toBe(1)
    await page.click('#rename')
    await button.click()
    await until((here) => here.stripe.isOpen)
    await inPage((here) => here.stripe.submit())
    await until((here) => here.server.held === 1)
    await inPage((here) => here.server.update({ status: 'verified' }))
    await page.getByText('Your identity is verified').waitFor()
    expect(await inPage((here) => here.told)).toEqual([
      'first:idle',
      'second:starting',
      'second:open',
      'second:processing',
      'second:verified',
      'verified',
    ])
    await page.click('#remove')
    await until((here) => here.server.held === 0)
    expect(errors).toEqual([])
  })

  it('keeps properties set by others that it does not set itself', async () => {
    await visit('/')
    const element = page.locator('identity-verification')
    await element.evaluate((it) => Object.assign(it, { messages: { start: 'Begin' } }))
    await page.click('#rename')
    await page.getByRole('button', { name: 'second' }).waitFor()
    expect(await element.evaluate((it) => Reflect.get(it, 'messages'))).toEqual({ start: 'Begin' })
  })

  it('is required by its prop, also in a second copy', async () => {
    await visit('/')
    const invalid = () => page.locator('identity-verification:invalid').count()
    await page.getByRole('button', { name: 'Verify your identity' }).waitFor()
    expect(await invalid()).toBe(1)
    await page.click('#renew')
    await page.getByRole('button', { name: 'Verify your identity' }).waitFor()
    expect(await invalid()).toBe(1)
    await page.click('#require')
    await page.locator('identity-verification:not([required])').waitFor()
    expect(await invalid()).toBe(0)
    await page.click('#require')
    await page.locator('identity-verification[required]').waitFor()
    expect(await invalid()).toBe(1)
  })

  it('shows by the hook no state of one endpoint at another', async () => {
    await visit('/?app=hook')
    await inPage((here) => here.server.update({ status: 'verified' }))
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByRole('button', { name: 'verified' }).waitFor()
    await page.click('#move')
    await page.getByRole('button', { name: 'idle' }).waitFor()
  })

  it('receives events while Suspense hides the element', async () => {
    await visit('/?app=hidden')
    await until((here) => here.told.includes('idle'))
    await page.click('#wait')
    await page.getByText('One moment').waitFor()
    await inPage((here) => here.server.update({ status: 'verified' }))
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await until((here) => here.told.includes('told of verified'))
    await page.evaluate('arrive()')
    await page.getByText('Your identity is verified').waitFor()
    expect(await inPage((here) => here.told)).toEqual(['idle', 'verified', 'told of verified'])
    expect(errors).toEqual([])
  })

  it('passes every attribute to the element', async () => {
    await visit('/?app=form')
    const element = page.locator('identity-verification[data-test=mine][slot=aside][title=Identity][dir=ltr]')
    await element.waitFor()
    expect(await element.evaluate((it) => (it as HTMLElement).style.marginTop)).toBe('7px')
    expect(await element.getAttribute('aria-label')).toBe('Identity')
    await page.getByRole('button', { name: 'Identität' }).waitFor()
  })

  // React 18 has no form actions.
  if (react === 'react')
    it('stays verified when a form action resets its form', async () => {
      await visit('/?app=form')
      await until((here) => here.server.requests.length > 0)
      await inPage((here) => here.server.update({ status: 'verified' }))
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
      await page.locator('identity-verification[state=verified]').waitFor()
      await page.click('#send')
      await page.getByText('vs_test').waitFor()
      const element = page.locator('identity-verification')
      expect(await element.getAttribute('state')).toBe('verified')
      expect(await page.evaluate('document.querySelector("form").checkValidity()')).toBe(true)
    })

  it('runs the flow by the hook alone', async () => {
    await visit('/?app=hook')
    await page.getByRole('button', { name: 'idle' }).click()
    await until((here) => here.stripe.isOpen)
    await inPage((here) => here.stripe.submit())
    await page.getByRole('button', { name: 'processing' }).waitFor()
    await until((here) => here.server.held === 1)
    await inPage((here) => here.server.update({ status: 'verified' }))
    await page.getByRole('button', { name: 'verified' }).waitFor()
    expect(errors).toEqual([])
  })
})

describe('React on a server', () => {
  it('is hydrated without a warning, although the element has set its state by then', async () => {
    const { createElement } = await import('react')
    const { renderToString } = await import('react-dom/server')
    const { IdentityVerification } = await import('stripe-identity-widget/react')
    const rendered = renderToString(
      createElement(IdentityVerification, { endpoint: '/identity', required: true }),
    )
    const result = (await build({
      configFile: false,
      root,
      logLevel: 'error',
      mode: 'development',
      define: { 'process.env.NODE_ENV': '"development"' },
      build: {
        write: false,
        target: 'es2022',
        minify: false,
        rolldownOptions: {
          input: 'test/fixtures/react-hydrate.ts',
          output: { entryFileNames: 'assets/app.js' },
        },
      },
    })) as Rollup.RollupOutput
    const files = result.output.map((file): [string, string] => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : String(file.source),
    ])
    const site = await serve({
      ...Object.fromEntries(files),
      '/': `<!doctype html><html lang="en"><body><main>${rendered}</main><script type="module" src="/assets/app.js"></script>`,
    })
    const browser = await launch()
    try {
      const page = await browser.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await page.goto(site.url)
      await expect.poll(() => page.evaluate('window.isHydrated')).toBe(true)
      await page.getByRole('button', { name: 'Verify your identity' }).waitFor()
      expect(await page.locator('identity-verification[state=idle]').count()).toBe(1)
      expect(errors).toEqual([])
    } finally {
      await browser.close()
      await site.close()
    }
  })

  it('renders the tag without importing the element', async () => {
    const { createElement } = await import('react')
    const { renderToString } = await import('react-dom/server')
    const { IdentityVerification } = await import('stripe-identity-widget/react')
    expect(renderToString(createElement(IdentityVerification, { endpoint: '/id', required: true }))).toBe(
      '<identity-verification endpoint="/id" required=""></identity-verification>',
    )
    expect(globalThis.customElements?.get('identity-verification')).toBeUndefined()
  })
})
