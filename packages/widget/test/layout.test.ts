import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Site, serve } from './pages.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The style from the README that reserves the box before the element is defined. */
const reserve = /```css\n([^`]*min-height[^`]*)```/.exec(read('../README.md'))![1]!

/** Counts every layout shift, also soon after input; the test defines the element. */
const script = `
  window.shift = 0
  const note = (list) => {
    for (const { value } of list.getEntries()) window.shift += value
  }
  const observer = new PerformanceObserver(note)
  observer.observe({ type: 'layout-shift', buffered: true })
  window.total = () => {
    note({ getEntries: () => observer.takeRecords() })
    return window.shift
  }
  window.upgrade = () => import('/identity-verification.js')
`

const page = (style: string) => `<!doctype html><html lang="en"><head>
  <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/${style}.css"></head>
  <body><h1>Before</h1><identity-verification></identity-verification><p>After</p><script src="/page.js"></script>`

describe('before the element is defined', () => {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    site = await serve({
      '/': page('reserved'),
      '/bare.html': page('bare'),
      '/reserved.css': reserve,
      '/bare.css': ' ',
      '/page.js': script,
      '/identity-verification.js': read('../dist/identity-verification.js'),
    })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function shiftOf(path: string, width: number): Promise<number> {
    const page = await browser.newPage({ viewport: { width, height: 700 } })
    try {
      await page.goto(site.url + path)
      await painted(page)
      await page.evaluate('upgrade()')
      await page.locator('identity-verification[state=idle]').waitFor()
      await page.getByRole('button', { name: 'Verify your identity' }).waitFor()
      await painted(page)
      return await page.evaluate<number>('total()')
    } finally {
      await page.close()
    }
  }

  it('the page would shift without the reserved box', async () => {
    expect(await shiftOf('/bare.html', 1024)).toBeGreaterThan(0)
  })

  for (const width of [1024, 390, 320])
    it(`nothing shifts on a page ${width} px wide with the reserved box`, async () => {
      expect(await shiftOf('/', width)).toBe(0)
    })
})

/** Waits two frames, so that the layout is painted and its shifts are reported. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
