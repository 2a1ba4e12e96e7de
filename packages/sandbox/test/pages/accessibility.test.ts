import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { createSession } from '../support/api.js'
import { axe, type Host, hostPage, launch, modal, serveHost, verify } from './browser.js'

let browser: Browser
let sandbox: Sandbox
let host: Host

beforeAll(async () => {
  browser = await launch()
  sandbox = await createSandbox({ accounts: true, forwardTo: 'http://127.0.0.1:9/nobody' })
  sandbox.account('alice')
  host = await serveHost({ '/': hostPage(sandbox.url, '<main><h1>Host</h1><button>Start</button></main>') })
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await sandbox?.close()
})

/** `bypassCSP` allows axe to be injected; the pages themselves behave the same. */
function context(colorScheme: 'light' | 'dark', width = 1200): Promise<BrowserContext> {
  return browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 800 } })
}

const open: [string, (page: Page) => Promise<void>][] = [
  [
    'modal',
    async (page) => {
      const { client_secret } = await createSession(sandbox)
      await page.goto(host.url)
      void verify(page, client_secret).catch(() => {})
      await modal(page).getByRole('button', { name: 'Close', exact: true }).waitFor()
    },
  ],
  [
    'hosted page',
    async (page) => {
      await page.goto((await createSession(sandbox)).url)
      await page.getByRole('button', { name: 'Close', exact: true }).waitFor()
    },
  ],
  [
    'hosted page with an invalid URL',
    async (page) => {
      await page.goto(`${sandbox.url}/start/nothing`)
      await page.getByText('There is no verification').waitFor()
    },
  ],
  [
    'page at /',
    async (page) => {
      const { id } = await createSession(sandbox, { client_reference_id: 'user-1' })
      await sandbox.submit(id, { outcome: 'unverified', processing_ms: 0 })
      await page.goto(sandbox.url)
      await page.getByText('no answer').first().waitFor()
      await page.getByRole('button', { name: 'Decline consent' }).waitFor()
      await page.getByLabel('Account').waitFor()
    },
  ],
]

describe.each(open)('%s', (_, visit) => {
  test.each(['light', 'dark'] as const)('axe finds no violation, %s', async (scheme) => {
    const window = await context(scheme)
    const page = await window.newPage()
    await visit(page)
    for (const frame of page.frames()) expect(await axe(frame)).toEqual([])
    await window.close()
  })

  test('fits into 320 px', async () => {
    const window = await context('light', 320)
    const page = await window.newPage()
    await visit(page)
    for (const frame of page.frames()) {
      expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
    await window.close()
  })
})

test('in forced colours, the selected session and the edge of the modal are visible', async () => {
  const window = await browser.newContext({ forcedColors: 'active' })
  const page = await window.newPage()
  const chosen = await createSession(sandbox)
  const other = await createSession(sandbox)
  await page.goto(sandbox.url)
  const row = (id: string) => page.locator('sandbox-sessions').getByRole('button', { name: id })
  await row(chosen.id).click()
  await page.getByRole('heading', { name: chosen.id }).waitFor()
  const border = (id: string) => row(id).evaluate((element) => getComputedStyle(element).borderColor)
  expect(await border(chosen.id)).not.toBe(await border(other.id))

  await page.goto(host.url)
  void verify(page, chosen.client_secret).catch(() => {})
  await modal(page).getByRole('button', { name: 'Close', exact: true }).waitFor()
  const edge = await page.locator('iframe').evaluate((element) => getComputedStyle(element).outline)
  expect(edge).toMatch(/^rgb\(.* solid 2px$/)
  await window.close()
})
