import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chunks, launch, type Site, serve } from './pages.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const script = `
  import { fakeServer, sessionView } from '/testing.js'
  document.querySelector('identity-verification').fetch = fakeServer(sessionView({ status: 'processing' })).fetch
  import('/identity-verification.js')
`

describe('motion', () => {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    site = await serve({
      '/': '<!doctype html><html lang="en"><body><identity-verification></identity-verification><script type="module" src="/page.js"></script>',
      '/page.js': script,
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

  it.each([
    ['no-preference', 1],
    ['reduce', 0],
  ] as const)('with prefers-reduced-motion %s: animations %i', async (reducedMotion, running) => {
    const page = await browser.newPage({ reducedMotion })
    await page.goto(site.url)
    await page.locator('identity-verification[state=processing]').waitFor()
    expect(
      await page.evaluate(
        'document.querySelector("identity-verification").shadowRoot.getAnimations().length',
      ),
    ).toBe(running)
    await page.close()
  })
})
