import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import type { VerifyResult } from '../../src/pages/browser/protocol.js'
import { createSession } from '../support/api.js'
import { type Host, hostPage, launch, modal, press, serveHost, stripeJsPackage, verify } from './browser.js'

let browser: Browser
let sandbox: Sandbox
let page: Page
let host: Host | undefined

beforeAll(async () => {
  browser = await launch()
  sandbox = await createSandbox({ port: 0 })
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})
beforeEach(async () => {
  page = await browser.newPage()
})
afterEach(async () => {
  await page.close()
  await host?.close()
})

async function visit(html: string, headers: Record<string, string> = {}, files: Record<string, string> = {}) {
  host = await serveHost({ '/': html, ...files }, headers)
  await page.goto(host.url)
}

/** `loadStripe` as an application calls it. */
async function verifyByPackage(secret: string): Promise<VerifyResult> {
  await page.addScriptTag({
    type: 'module',
    content: "import { loadStripe } from '/pure.js'; window.loadStripe = loadStripe",
  })
  await page.waitForFunction(() => 'loadStripe' in window)
  return page.evaluate(async (secret) => {
    const { loadStripe } = window as unknown as {
      loadStripe: (key: string, options: object) => Promise<ReturnType<NonNullable<Window['Stripe']>>>
    }
    return (await loadStripe('pk_test_123', { locale: 'de' })).verifyIdentity(secret)
  }, secret)
}

test.each([
  ['/v3', 3],
  ['/v3/', 3],
  ['/v3/stripe.js', 3],
  ['/endive/stripe.js', 'endive'],
  ['/basil/stripe.js', 'basil'],
])('%s defines Stripe with version %s', async (path, version) => {
  const response = await fetch(sandbox.url + path)
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('no-store')
  await visit('<!doctype html><title>Host</title>')
  await page.addScriptTag({ url: sandbox.url + path })
  expect(await page.evaluate(() => [typeof window.Stripe, window.Stripe!.version])).toEqual([
    'function',
    version,
  ])
})

test.each(['/V3/stripe.js', '/endive-2/stripe.js', '/stripe.js', '/endive/other.js'])(
  '%s is a 404',
  async (path) => {
    const response = await fetch(sandbox.url + path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('SANDBOX')
  },
)

describe('the publishable key', () => {
  test.each([
    ['none', undefined, 'publishable key'],
    ['an empty key', '', 'publishable key'],
    ['a number', 5, 'publishable key'],
    ['a secret key', 'sk_test_123', 'secret'],
    ['a restricted key', 'rk_test_123', 'secret'],
    ['a live key', 'pk_live_123', 'no live key'],
    ['something else', 'hello', 'pk_test_'],
  ])('%s throws an IntegrationError', async (_, key, words) => {
    await visit(hostPage(sandbox.url))
    const [name, message] = await page.evaluate((key) => {
      try {
        window.Stripe!(key as string)
        return ['nothing', '']
      } catch (error) {
        return [(error as Error).name, (error as Error).message]
      }
    }, key)
    expect(name).toBe('IntegrationError')
    expect(message).toContain(words)
  })
})

test('loadStripe of @stripe/stripe-js uses it, without a warning for its own release train', async () => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await visit(
    `<!doctype html><html lang="en"><title>Host</title><script src="${sandbox.url}/endive/stripe.js"></script>`,
    {},
    { '/pure.js': stripeJsPackage },
  )
  const { id, client_secret } = await createSession(sandbox)
  const result = verifyByPackage(client_secret)
  await press(page, 'Verification success')
  expect(await result).toEqual({ verificationSession: { id } })
  expect(said.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([])
})

test('works if a proxy serves it as https://js.stripe.com', async () => {
  await page.route('https://js.stripe.com/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: sandbox.url + pathname }) })
  })
  await visit('<!doctype html><html lang="en"><title>Host</title>', {}, { '/pure.js': stripeJsPackage })
  const { id, client_secret } = await createSession(sandbox)
  const result = verifyByPackage(client_secret)
  await press(page, 'Verification success')
  expect(await result).toEqual({ verificationSession: { id } })
})

test('works under a strict CSP with enforced Trusted Types, without violations', async () => {
  const policy = [
    "default-src 'none'",
    `script-src ${sandbox.url}`,
    `frame-src ${sandbox.url}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text())
  })
  await visit(hostPage(sandbox.url).replace('<head>', '<head><link rel="icon" href="data:,">'), {
    'content-security-policy': `${policy}; img-src data:`,
  })
  const { id, client_secret } = await createSession(sandbox)
  const result = page.evaluate((secret) => window.Stripe!('pk_test_1').verifyIdentity(secret), client_secret)
  await press(page, 'Verification success')
  expect(await result).toEqual({ verificationSession: { id } })
  expect(violations).toEqual([])
})

test('works in a cross-origin isolated page', async () => {
  await visit(hostPage(sandbox.url), {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  })
  const { client_secret } = await createSession(sandbox)
  const result = verify(page, client_secret)
  await press(page, 'Close')
  expect(await result).toMatchObject({ error: { code: 'session_cancelled' } })
})

test('a page whose CSP forbids the frame gets an error at once, and is unchanged', async () => {
  await visit(hostPage(sandbox.url), {
    'content-security-policy': `default-src 'self'; script-src ${sandbox.url}`,
  })
  const { client_secret } = await createSession(sandbox)
  expect(await verify(page, client_secret)).toMatchObject({
    error: { type: 'api_connection_error', message: expect.stringContaining('frame-src') },
  })
  expect(await page.locator('iframe').count()).toBe(0)
})

test('a CSP in report-only mode has no effect on the frame', async () => {
  await visit(hostPage(sandbox.url), { 'content-security-policy-report-only': "default-src 'none'" })
  const { id, client_secret } = await createSession(sandbox)
  const result = verify(page, client_secret)
  await press(page, 'Verification success')
  expect(await result).toEqual({ verificationSession: { id } })
})

test('two copies of the script, and several instances, share one modal', async () => {
  await visit(hostPage(sandbox.url))
  const first = await page.evaluateHandle(() => window.Stripe)
  await page.addScriptTag({ url: `${sandbox.url}/basil/stripe.js` })
  expect(await page.evaluate((first) => first === window.Stripe, first)).toBe(true)
  const { id, client_secret } = await createSession(sandbox)
  const results = page.evaluate((secret) => {
    const [a, b] = [window.Stripe!('pk_test_1'), window.Stripe!('pk_test_2')]
    return Promise.all([a.verifyIdentity(secret), b.verifyIdentity(secret)])
  }, client_secret)
  await modal(page).getByRole('button', { name: 'Verification success', exact: true }).click()
  expect(await results).toMatchObject([
    { verificationSession: { id } },
    { error: { code: 'modal_already_open' } },
  ])
})

test('replaces another Stripe.js with a warning', async () => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await visit(
    hostPage(sandbox.url).replace('<head>', '<head><script>window.Stripe = function () {}</script>'),
  )
  expect(await page.evaluate(() => window.Stripe!.sandbox)).toBe(sandbox.url)
  expect(said.join()).toContain('replaces the Stripe.js')
})
