import { fileURLToPath } from 'node:url'
import { render } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'
import { html } from 'lit'
import type { Browser } from 'playwright-core'
import 'stripe-identity-widget/define'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Site, serve } from './pages.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The layout shift of the page so far. */
const SHIFT = `new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const observer = new PerformanceObserver(() => {})
    observer.observe({ type: 'layout-shift', buffered: true })
    resolve(observer.takeRecords().reduce((sum, { value }) => sum + value, 0))
  })))`

describe('server rendering', () => {
  let browser: Browser
  let site: Site
  let rendered: string

  beforeAll(async () => {
    rendered = await collectResult(
      render(html`<identity-verification endpoint="/identity" required></identity-verification>`),
    )
    const result = await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2022',
        rolldownOptions: { input: 'test/fixtures/hydrate.ts', output: { entryFileNames: 'assets/app.js' } },
      },
    })
    const files = (result as Rollup.RollupOutput).output.map((file): [string, string] => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : '',
    ])
    const page = (script: string) => `<!doctype html><html lang="en"><body>${rendered}${script}`
    site = await serve({
      ...Object.fromEntries(files),
      '/': page('<script type="module" src="/assets/app.js"></script>'),
      '/still.html': page(''),
    })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('writes the idle state as declarative shadow DOM', () => {
    expect(rendered).toContain('shadowrootmode="open"')
    expect(rendered).toContain('shadowrootdelegatesfocus')
    expect(rendered).toContain('Verify your identity')
    expect(rendered).toContain('endpoint="/identity"')
  })

  it('is visible without a script, and hydrated in place', async () => {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(`${site.url}/still.html`)
    const button = page.getByRole('button', { name: 'Verify your identity' })
    await button.waitFor()

    await page.goto(site.url)
    await page.locator('identity-verification[state=idle]').waitFor()
    expect(await button.count()).toBe(1)
    expect(await page.evaluate('document.querySelector("identity-verification").kept')).toBe(true)
    expect(await page.evaluate(SHIFT)).toBe(0)
    await page.evaluate('document.body.prepend(document.createElement("hr"))')
    expect(await page.evaluate(SHIFT)).toBeGreaterThan(0)
    expect(errors).toEqual([])
  })
})
