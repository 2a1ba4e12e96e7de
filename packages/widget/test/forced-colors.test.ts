import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTRAST, chunks, launch, type Site, serve } from './pages.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const STATES = ['idle', 'processing', 'verified', 'requires_input', 'canceled', 'error'] as const

const script = `
  import { fakeServer, sessionView } from '/testing.js'
  import '/identity-verification.js'
  const known = {
    idle: null,
    processing: { status: 'processing' },
    verified: { status: 'verified' },
    requires_input: { last_error: { code: 'document_expired', reason: null } },
    canceled: { status: 'canceled' },
    error: null,
  }
  for (const [state, view] of Object.entries(known)) {
    const element = document.createElement('identity-verification')
    const server = fakeServer(view && sessionView(view))
    if (state === 'error') server.fail(500)
    element.fetch = server.fetch
    document.body.append(element)
  }
`

describe('forced colours', () => {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    site = await serve({
      '/': '<!doctype html><html lang="en"><body><script src="/in-page.js"></script><script type="module" src="/page.js"></script>',
      '/page.js': script,
      '/in-page.js': CONTRAST,
      '/testing.js': read('../dist/testing.js'),
      '/identity-verification.js': read('../dist/identity-verification.js'),
      ...chunks(),
    })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    const open = async () => {
      const page = await browser.newPage()
      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      await page.goto(site.url)
      // An element that is about to show an error is idle until then.
      for (const state of STATES)
        await page.locator(`identity-verification[state=${state}]`).first().waitFor()
      expect(await page.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true)
      return page
    }

    it(`keep every text, the icon and the frame visible in each state, ${colorScheme}`, async () => {
      const page = await open()
      expect(await page.evaluate(INVISIBLE)).toEqual([])
      await page.close()
    })

    it(`keep the button's edge and its focus ring visible, ${colorScheme}`, async () => {
      const page = await open()
      const button = page.locator('identity-verification[state=idle]').getByRole('button')
      expect(await edge(page, 'border')).toBeGreaterThanOrEqual(3)
      await page.keyboard.press('Tab')
      expect(await button.evaluate((node) => node.matches(':focus-visible'))).toBe(true)
      expect(await edge(page, 'outline')).toBeGreaterThanOrEqual(3)
      await page.close()
    })
  }
})

/** Lists invisible parts: text or an icon without contrast, a frame without a colour. */
const INVISIBLE = `
  [...document.querySelectorAll('identity-verification')].flatMap((element) => {
    const root = element.shadowRoot
    const back = getComputedStyle(root.querySelector('[part=base]')).backgroundColor
    const missing = []
    for (const node of root.querySelectorAll('p, button, span')) {
      const { color, backgroundColor } = getComputedStyle(node)
      const behind = opaque(backgroundColor) ? backgroundColor : back
      if (contrast(color, behind) < 4.5) missing.push(element.state + ': ' + node.localName + ' ' + color + ' on ' + behind)
    }
    const { borderTopColor, borderTopWidth } = getComputedStyle(root.querySelector('[part=base]'))
    if (contrast(borderTopColor, back) < 3 || borderTopWidth === '0px') missing.push(element.state + ': frame')
    return missing
  })`

/** Contrast of the first button's border or outline with its surroundings; 0 if it is not drawn. */
const edge = (page: Page, kind: 'border' | 'outline') =>
  page.evaluate<number>(`(() => {
    const root = document.querySelector('identity-verification[state=idle]').shadowRoot
    const style = getComputedStyle(root.querySelector('button'))
    const [color, width, line] = ${
      kind === 'border'
        ? '[style.borderTopColor, style.borderTopWidth, style.borderTopStyle]'
        : '[style.outlineColor, style.outlineWidth, style.outlineStyle]'
    }
    if (line === 'none' || parseFloat(width) < 1) return 0
    return contrast(color, getComputedStyle(root.querySelector('[part=base]')).backgroundColor)
  })()`)
