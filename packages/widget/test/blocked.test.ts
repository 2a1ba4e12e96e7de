import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chunks, launch, type Site, serve } from './pages.js'

const dist = new URL('../dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8')

/** A page whose server returns a hosted page, and that records the element's events. */
const page = (flow: string) => `<!doctype html><html lang="en"><body>
  <identity-verification flow="${flow}"></identity-verification><script type="module" src="/page.js"></script>`

const script = `
  import { fakeServer } from '/testing.js'
  const element = document.querySelector('identity-verification')
  const server = fakeServer()
  server.url = new URL('/hosted.html', location.href).href
  element.fetch = server.fetch
  window.told = []
  element.addEventListener('identity-error', ({ detail }) => told.push(detail.code))
  import('/identity-verification.js')
`

describe('on a page whose CSP blocks Stripe.js, the element', () => {
  let browser: Browser
  let site: Site
  let tab: Page

  beforeAll(async () => {
    site = await serve({
      '/modal.html': page('modal'),
      '/auto.html': page('auto'),
      '/hosted.html': '<!doctype html><html lang="en"><body>hosted',
      '/page.js': script,
      '/testing.js': read('testing.js'),
      '/identity-verification.js': read('identity-verification.js'),
      ...chunks(),
    })
    browser = await launch()
  })
  afterEach(() => tab.close())
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function click(path: string): Promise<void> {
    tab = await browser.newPage()
    await tab.goto(site.url + path)
    await tab.getByRole('button', { name: 'Verify your identity' }).click()
  }

  it('shows that the verification did not load, and offers a retry', async () => {
    await click('/modal.html')
    await tab.getByText('The verification didn’t load').waitFor()
    expect(await tab.evaluate('told')).toEqual(['stripe_load_failed'])
    expect(await tab.locator('script[src*="stripe.com"]').count()).toBe(0)
    await tab.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => tab.evaluate('told.length')).toBe(2)
  })

  it('continues on Stripe’s hosted page if `flow` allows it', async () => {
    await click('/auto.html')
    await tab.waitForURL('**/hosted.html')
  })
})

describe('on a page whose CSP allows no Trusted Types policy for Stripe.js, the element', () => {
  it('shows the same error, without an uncaught exception', async () => {
    const site = await serve(
      {
        '/': page('modal'),
        '/page.js': script,
        '/testing.js': read('testing.js'),
        '/identity-verification.js': read('identity-verification.js'),
        ...chunks(),
      },
      "script-src 'self' https://js.stripe.com; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    )
    const browser = await launch()
    try {
      const tab = await browser.newPage()
      const thrown: string[] = []
      tab.on('pageerror', (error) => thrown.push(String(error)))
      await tab.goto(site.url)
      await tab.getByRole('button', { name: 'Verify your identity' }).click()
      await tab.getByText('The verification didn’t load').waitFor()
      expect(thrown).toEqual([])
    } finally {
      await browser.close()
      await site.close()
    }
  })
})
