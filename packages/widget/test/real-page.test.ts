import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Site, serve } from './pages.js'

const dist = new URL('../dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8')
const html = (body: string) => `<!doctype html><html lang="en"><body>${body}`

const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://js.stripe.com",
  "connect-src 'self'",
  "frame-src 'self'",
].join('; ')

/** An element with a server in the page; the query's entries are set as properties. */
const script = `
  import { fakeServer, fakeStripe } from '/testing.js'
  const element = document.createElement('identity-verification')
  const server = fakeServer()
  server.url = new URL('/hosted.html', location.href).href
  const told = []
  Object.assign(window, { element, server, told })
  element.fetch = server.fetch
  element.addEventListener('identity-error', ({ detail }) => told.push(detail.code))
  for (const [name, value] of new URLSearchParams(location.search)) element[name] = value
  document.querySelector('main').append(element)
  import('/identity-verification.js')
`

interface Told {
  element: HTMLElement & { state: string }
  server: { requests: { path: string }[]; held: number; update(patch: object): void }
  told: string[]
}

describe('the element in a real page', () => {
  let browser: Browser
  let site: Site
  let page: Page
  const chunks = readdirSync(new URL('chunks/', dist)).map((name): [string, string] => [
    `/chunks/${name}`,
    read(`chunks/${name}`),
  ])
  const files = {
    '/': html('<main></main><script type="module" src="/page.js"></script>'),
    '/below.html': html(
      '<link rel="stylesheet" href="/tall.css"><div id="tall"></div><main></main><script type="module" src="/page.js"></script>',
    ),
    '/tall.css': '#tall { height: 5000px }',
    '/framing.html': html('<iframe src="/?flow=redirect" width="500" height="400"></iframe>'),
    '/hosted.html': html('hosted'),
    '/page.js': script,
    '/testing.js': read('testing.js'),
    '/identity-verification.js': read('identity-verification.js'),
    ...Object.fromEntries(chunks),
  }

  beforeAll(async () => {
    site = await serve(files, `${POLICY}; style-src 'self'`)
    browser = await launch()
  })
  afterEach(() => page.close({ runBeforeUnload: false }))
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  const inPage = <T>(look: (here: Told) => T) => page.evaluate(`(${look.toString()})(window)`) as Promise<T>

  /** Opens a page and counts its requests for Stripe.js. */
  async function visit(path: string): Promise<string[]> {
    page = await browser.newPage()
    const asked: string[] = []
    await page.route('https://js.stripe.com/**', (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/javascript', body: 'window.Stripe = () => ({})' })
    })
    await page.goto(site.url + path)
    await page.locator('identity-verification[state=idle]').waitFor({ state: 'attached' })
    return asked
  }

  it('fetches Stripe.js with `preload="visible"`, as a property, once it is on the screen', async () => {
    const asked = await visit('/below.html?preload=visible')
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)))')
    expect(asked).toEqual([])
    await page.evaluate('document.querySelector("main").scrollIntoView()')
    await expect.poll(() => asked.length).toBe(1)
  })

  it('has its button back if a hosted page did not replace the page', async () => {
    await visit('/?flow=redirect')
    let asked = 0
    page.on('dialog', (dialog) => {
      asked += 1
      return dialog.dismiss()
    })
    await page.evaluate('addEventListener("beforeunload", (event) => event.preventDefault())')
    await page.getByRole('button', { name: 'Verify your identity' }).click()
    await expect.poll(() => asked).toBe(1)
    await page.locator('identity-verification[state=idle]').waitFor()
    expect(page.url()).toContain('/?flow=redirect')
    expect(await page.getByRole('button').getAttribute('aria-disabled')).toBe('false')
  })

  it('reports a missing file after a deployment as such, not as a network error', async () => {
    const { '/chunks/run.js': _, ...rest } = files as Record<string, string>
    const lacking = await serve(rest, `${POLICY}; style-src 'self'`)
    page = await browser.newPage()
    await page.goto(lacking.url)
    await page.getByRole('button', { name: 'Verify your identity' }).click()
    await page.locator('identity-verification[state=error]').waitFor()
    expect(await inPage((here) => here.told)).toEqual(['widget_load_failed'])
    await page.getByText('reload the page').waitFor()
    await lacking.close()
  })

  it('in a frame opens the hosted page, which refuses to be framed, in a tab, and keeps polling', async () => {
    page = await browser.newPage()
    await page.goto(`${site.url}/framing.html`)
    const frame = page.frames().at(-1)!
    const opened = page.context().waitForEvent('page')
    await frame.getByRole('button', { name: 'Verify your identity' }).click()
    const tab = await opened
    await tab.waitForURL('**/hosted.html')
    expect(await tab.evaluate('window.opener')).toBeNull()
    await frame.locator('identity-verification[state=open]').waitFor()
    expect(frame.url()).toContain('flow=redirect')
    await expect.poll(() => frame.evaluate('server.held')).toBe(1)
    await frame.evaluate('server.update({ status: "verified" })')
    await frame.locator('identity-verification[state=verified]').waitFor()
    await tab.close()
  })

  it('in a frame whose popup is blocked reports it, and can be retried', async () => {
    page = await browser.newPage()
    await page.goto(`${site.url}/framing.html`)
    const frame = page.frames().at(-1)!
    await frame.evaluate('window.open = () => null')
    await frame.getByRole('button', { name: 'Verify your identity' }).click()
    await frame.locator('identity-verification[state=error]').waitFor()
    expect(await frame.evaluate('told')).toEqual(['stripe_load_failed'])
    await frame.getByRole('button', { name: 'Try again' }).waitFor()
  })
})
