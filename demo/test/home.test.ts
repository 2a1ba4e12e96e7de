import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../src/demo.js'
import { problems } from './support/accessibility.js'
import { launch, Visitor } from './support/browser.js'

const PATHS = ['/html', '/react', '/vue', '/svelte', '/angular', '/next', '/playground', '/console']

describe('the home page', () => {
  let browser: Browser
  let demo: Demo
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())
  afterEach(() => demo.close())

  it('links to every page of the demo, and to the sandbox', async () => {
    demo = await startDemo({ port: 0, sandboxPort: 0, env: {} })
    const ada = await Visitor.arrive(browser, demo.url)
    const links = await ada.page
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links).toEqual([...PATHS, `${demo.sandboxUrl}/`])
    expect(new URL(ada.page.url()).pathname).toBe('/')
    expect(await ada.page.getByText('<identity-verification endpoint="/identity">').isVisible()).toBe(true)
    await ada.page.getByRole('link', { name: demo.sandboxUrl as string }).click()
    await ada.page.waitForURL(`${demo.sandboxUrl}/`)
    expect(ada.complaints).toEqual([])
  })

  it.each(['light', 'dark'] as const)('is accessible, %s and at any width', async (colorScheme) => {
    demo = await startDemo({ port: 0, sandboxPort: 0, env: {} })
    const context = await browser.newContext({ colorScheme })
    const { page, complaints } = await Visitor.arrive(context, demo.url)
    for (const width of [1200, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await problems(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
    expect(complaints).toEqual([])
  })

  it("does not mention the sandbox with Stripe's keys", async () => {
    const env = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }
    demo = await startDemo({ port: 0, sandboxPort: 0, env })
    const text = await (await fetch(demo.url)).text()
    expect(text).not.toMatch(/sandbox/i)
    for (const path of PATHS) expect(text).toContain(`href="${path}"`)
  })
})
