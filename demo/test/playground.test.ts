import { readdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../src/demo.js'
import { problems } from './support/accessibility.js'
import { launch, Visitor } from './support/browser.js'

const LOCALES = new URL('locales/', import.meta.resolve('stripe-identity-widget'))
const STATES = [
  'starting',
  'open',
  'processing',
  'verified',
  'requires_input',
  'canceled',
  'redacted',
  'error',
  'idle',
]

/** The attributes and styles that a page's author sets on an element, and the resulting look. */
function lookOf(element: Element) {
  const box = getComputedStyle(element.shadowRoot?.querySelector('[part~=base]') as Element)
  const { borderRadius, fontFamily, fontSize, backgroundColor, color, direction } = box
  const attributes = [...element.attributes].filter(({ name }) => !['state', 'style'].includes(name))
  return {
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    accent: getComputedStyle(element).getPropertyValue('--identity-accent'),
    box: { borderRadius, fontFamily, fontSize, backgroundColor, color, direction },
    around: getComputedStyle(element.parentElement as Element).direction,
  }
}

describe('the playground', () => {
  let browser: Browser
  let demo: Demo
  let ada: Visitor
  let page: Page
  beforeAll(async () => {
    browser = await launch()
    demo = await startDemo({ port: 0, sandboxPort: 0, env: {} })
    expect((await fetch(`${demo.url}/playground`)).status).toBe(200)
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await demo.close()
  })
  beforeEach(async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    ada = await Visitor.arrive(context, `${demo.url}/playground`)
    page = ada.page
  })
  afterEach(async () => {
    await ada.context.close()
    expect(ada.complaints).toEqual([])
    expect(ada.requests.filter((request) => !request.startsWith(`GET ${demo.url}/`))).toEqual([])
  })

  const look = (where: Page) => where.locator('identity-verification').evaluate(lookOf)
  const list = (label: string) => page.getByRole('combobox', { name: label, exact: true })
  const select = (label: string, value: string) => list(label).selectOption(value)

  it('shows every state on a click, from any other', async () => {
    for (const state of [...STATES, ...STATES.toReversed()]) {
      await page.getByRole('radio', { name: state, exact: true }).check()
      await ada.reaches(state)
      expect(await page.getByRole('radio', { name: state, exact: true }).isChecked()).toBe(true)
    }
  })

  it('follows the element when it is clicked itself', async () => {
    await ada.button('Verify your identity').click()
    await ada.reaches('open')
    expect(await page.getByRole('radio', { name: 'open' }).isChecked()).toBe(true)
    await page.getByText('identity-status: starting → open').waitFor()
  })

  it('shows a text of its own for every failure and every error', async () => {
    for (const [label, state] of [
      ['Why it failed', 'requires_input'],
      ['Error', 'error'],
    ] as const) {
      const codes = await list(label).locator('option').allTextContents()
      expect(codes.length).toBeGreaterThan(10)
      for (const code of codes) {
        await select(label, code)
        await ada.reaches(state)
        await page.locator('identity-verification [part=message]').waitFor()
        expect(await ada.text(), code).not.toContain('We couldn’t verify your identity')
      }
    }
    await select('Attempts left', '0')
    await page.getByText('You have no attempts left').waitFor()
  })

  it("shows every published language live, and sets the page's direction", async () => {
    const tags = await list('locale')
      .locator('option:not([value=""])')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value))
    const shipped = readdirSync(LOCALES)
      .map((name) => name.replace('.js', ''))
      .filter((tag) => tag !== 'en' && !tag.endsWith('.rest'))
    expect(tags.toSorted()).toEqual(shipped.toSorted())
    for (const tag of tags) {
      await select('locale', tag)
      await page.locator(`identity-verification [lang=${tag}]`).waitFor()
    }
    await select('locale', 'he')
    await page.locator('identity-verification [dir=rtl]').waitFor()
    expect(await look(page)).toMatchObject({ around: 'rtl' })
    await select('Direction of the page', 'ltr')
    expect(await look(page)).toMatchObject({ around: 'ltr' })
  })

  it('offers the HTML of the current view for copying', async () => {
    await select('locale', 'ar')
    await select('Direction of the page', 'rtl')
    await select('Scheme', 'dark')
    await select('--identity-font', '1.0625rem/1.6 Georgia, serif')
    await page.getByLabel('--identity-accent').fill('#00856f')
    await page.getByLabel('--identity-background').fill('#102030')
    await page.getByLabel('--identity-radius').fill('4')
    await page.getByLabel('endpoint').fill('/ids?a=1&b="2"')
    await page.getByLabel('return-url').fill('/back')
    await page.getByLabel('name', { exact: true }).fill('identity')
    await select('flow', 'redirect')
    await select('preload', 'none')
    await page.getByLabel('required').check()
    await page.getByLabel('disabled').check()
    await page.locator('identity-verification [lang=ar]').waitFor()

    await ada.button('Copy the HTML').click()
    await page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await page.locator('#snippet').textContent())

    const host = await ada.context.newPage()
    await host.route('https://unpkg.com/**', async (route) => {
      const path = new URL(route.request().url()).pathname
      const file = path === '/stripe-identity-widget' ? '/identity-verification.js' : path
      const answer = await fetch(`${demo.url}/widget${file}`)
      const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }
      await route.fulfill({ status: answer.status, headers, body: await answer.text() })
    })
    await host.route(`${demo.url}/host`, (route) => route.fulfill({ contentType: 'text/html', body: copied }))
    await host.goto(`${demo.url}/host`)
    await host.locator('identity-verification[state]').waitFor()
    await host.locator('identity-verification [lang=ar]').waitFor()
    expect(await look(host)).toEqual(await look(page))

    await page.getByLabel('required').uncheck()
    expect(await page.getByText('Copied.').count()).toBe(0)
    await ada.button('Start over').click()
    await expect
      .poll(() => page.locator('#snippet').textContent())
      .toMatch(/^<script .*><\/script>\n<identity-verification><\/identity-verification>$/)
  })

  it.each(['light', 'dark'] as const)('is accessible, %s and at any width', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    for (const width of [1200, 320]) {
      await page.setViewportSize({ width, height: 800 })
      for (const state of ['idle', 'verified', 'error']) {
        await page.getByRole('radio', { name: state, exact: true }).check()
        await ada.reaches(state)
        expect(await problems(page)).toEqual([])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

  it('can be operated by keyboard alone', async () => {
    await page.getByRole('radio', { name: 'idle' }).focus()
    await page.keyboard.press('ArrowRight')
    await ada.reaches('starting')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await ada.reaches('error')
  })
})
