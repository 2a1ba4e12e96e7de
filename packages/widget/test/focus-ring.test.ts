import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTRAST, launch, type Site, serve } from './pages.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Contrast of the ring with its surroundings, and of the label with the button. */
const MEASURE = `(() => {
  const root = document.querySelector('identity-verification').shadowRoot
  const button = root.querySelector('button')
  const { outlineColor, outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(button)
  if (!button.matches(':focus-visible') || outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2) return { ring: 0 }
  const around = getComputedStyle(root.querySelector('[part=base]')).backgroundColor
  const label = getComputedStyle(root.querySelector('[part=label]')).color
  return { ring: contrast(outlineColor, around), label: contrast(label, backgroundColor) }
})()`

describe('the focus ring', () => {
  let browser: Browser
  let site: Site
  let page: Page

  beforeAll(async () => {
    site = await serve({
      '/': '<!doctype html><html lang="en"><head><link rel="stylesheet" href="/page.css"></head><body><identity-verification></identity-verification><script src="/contrast.js"></script><script type="module" src="/identity-verification.js"></script>',
      '/page.css': ':root { color-scheme: light dark }',
      '/contrast.js': CONTRAST,
      '/identity-verification.js': read('../dist/identity-verification.js'),
    })
    browser = await launch()
    page = await browser.newPage()
    await page.goto(site.url)
    await page.getByRole('button', { name: 'Verify your identity' }).waitFor()
    await page.keyboard.press('Tab')
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const scheme of ['light', 'dark'] as const)
    it.each(['', '#ffe14d', '#14213d', '#fff', '#000', '#808080', 'currentColor'])(
      `is visible, and the label is legible, with the accent "%s", ${scheme}`,
      async (accent) => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        await page
          .locator('identity-verification')
          .evaluate((it, color) => it.style.setProperty('--identity-accent', color), accent)
        const { ring, label } = await page.evaluate<{ ring: number; label: number }>(MEASURE)
        expect(ring).toBeGreaterThanOrEqual(3)
        expect(label).toBeGreaterThanOrEqual(4.5)
      },
    )
})
