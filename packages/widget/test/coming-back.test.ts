import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, type Site, serve } from './pages.js'

const dist = new URL('../dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8')

const form = `<!doctype html><html lang="en"><body><form action="/sent.html"><identity-verification name="identity" required flow="redirect"></identity-verification>
  <button>Book</button></form><script type="module" src="/identity-verification.js"></script>`

describe('a page that is left and returned to', () => {
  let browser: Browser
  let site: Site
  let page: Page
  let session: Record<string, unknown>
  const view = {
    id: 'vs_1',
    status: 'requires_input',
    last_error: null,
    redaction: null,
    type: 'document',
    version: 1,
  }

  beforeAll(async () => {
    const chunks = readdirSync(new URL('chunks/', dist)).map((name): [string, string] => [
      `/chunks/${name}`,
      read(`chunks/${name}`),
    ])
    site = await serve({
      '/': form,
      '/sent.html': '<!doctype html><html lang="en"><body>sent',
      '/hosted.html': '<!doctype html><html lang="en"><body>hosted',
      '/identity-verification.js': read('identity-verification.js'),
      ...Object.fromEntries(chunks),
    })
    browser = await launch()
  })
  beforeEach(async () => {
    session = view
    page = await browser.newPage()
    await page.route('**/identity/sessions/current', (route) => route.fulfill({ json: session }))
    await page.route('**/identity/sessions', (route) =>
      route.fulfill({
        json: {
          ...session,
          client_secret: 'vs_1_secret_1',
          url: `${site.url}/hosted.html`,
          publishable_key: 'pk_test_1',
        },
      }),
    )
    await page.goto(site.url)
    await page.getByRole('button', { name: 'Verify your identity' }).click()
    await page.waitForURL('**/hosted.html')
  })
  afterEach(() => page.close())
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  it('gets its state from the server, whatever the URL contains', async () => {
    await page.goto(`${site.url}/?status=verified&verification_session=vs_1&redirect_status=succeeded`)
    await page.locator('identity-verification[state=idle]').waitFor()
    await page.getByRole('button', { name: 'Book' }).click()
    expect(page.url()).toContain('redirect_status')
    session = { ...view, status: 'verified', version: 2 }
    await page.goto(`${site.url}/?status=canceled`)
    await page.locator('identity-verification[state=verified]').waitFor()
  })

  it('has its form value again from the server after going back', async () => {
    session = { ...view, status: 'verified', version: 2 }
    await page.goBack()
    await page.locator('identity-verification[state=verified]').waitFor()
    await page.getByRole('button', { name: 'Book' }).click()
    await page.waitForURL('**/sent.html?identity=vs_1')
  })
})
