import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import express from 'express'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextPage } from '../src/next.js'
import { launch } from './support/browser.js'

const folder = fileURLToPath(new URL('../next', import.meta.url))
const SANDBOX = 'http://localhost:1'

describe('the page rendered by Next.js on the server', () => {
  const ending = new AbortController()
  const servers: Server[] = []
  let sandbox: string
  let stripe: string
  beforeAll(async () => {
    sandbox = await start(SANDBOX)
    stripe = await start(null)
  }, 300_000)
  afterAll(() => {
    ending.abort()
    for (const server of servers) server.close()
  })

  async function start(sandboxUrl: string | null): Promise<string> {
    const page = await nextPage({ folder, sandboxUrl, signal: ending.signal })
    const html = fileURLToPath(new URL('../html', import.meta.url))
    const server = createServer(express().use('/next', page).use(express.static(html)))
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it('contains the element in its form before any script runs', async () => {
    const html = await (await fetch(`${sandbox}/next`)).text()
    expect(html).toMatch(/<form action="\/book" method="post"><identity-verification [^>]*required=""/)
  })

  it('allows its inline scripts by a nonce that is new for each response', async () => {
    const nonces = new Set<string>()
    for (let visit = 0; visit < 3; visit += 1) {
      const answer = await fetch(`${sandbox}/next`)
      const [scripts = ''] =
        /script-src [^;]*/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
      const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(scripts) ?? []
      expect(scripts).toBe(`script-src 'self' ${SANDBOX} 'nonce-${nonce}'`)
      const inline = (await answer.text()).match(/<script(?![^>]* src=)[^>]*>/g) ?? []
      expect(inline.length).toBeGreaterThan(0)
      expect(inline.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it("contains the sandbox's script only if there is a sandbox, whatever a visitor sends", async () => {
    const text = async (url: string) =>
      (await fetch(`${url}/next`, { headers: { 'x-sandbox': 'http://evil.example' } })).text()
    expect(await text(sandbox)).toContain('<script src="/sandbox.js"></script>')
    expect(await text(sandbox)).not.toContain('evil')
    expect(await text(stripe)).not.toContain('sandbox')
  })

  describe('in a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launch()
    })
    afterAll(() => browser?.close())

    it.each([1024, 390])('does not shift when the element is defined, %d px wide', async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 700 } })
      await page.addInitScript(() => {
        const shifts = { total: 0 }
        Object.assign(window, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.total += Reflect.get(entry, 'value') as number
        }).observe({ type: 'layout-shift', buffered: true })
      })
      // The page is painted from the server's HTML before its scripts run.
      let letScriptsRun = () => {}
      const painted = new Promise<void>((resolve) => {
        letScriptsRun = resolve
      })
      await page.route('**/_next/static/**', (route) => painted.then(() => route.continue()))
      await page.route('**/identity/**', (route) => route.fulfill({ status: 204 }))
      await page.goto(`${stripe}/next`, { waitUntil: 'commit' })
      await page.getByRole('button', { name: 'Book the cabin' }).waitFor()
      await twoFrames(page)
      expect(await page.locator('identity-verification:defined').count()).toBe(0)
      letScriptsRun()
      await page.locator('identity-verification[state=idle]').waitFor()
      await page.getByRole('button', { name: 'Verify your identity' }).waitFor()
      await twoFrames(page)
      expect(await page.evaluate(() => Reflect.get(window, 'shifts') as { total: number })).toEqual({
        total: 0,
      })
      await page.close()
    })
  })
})

/** Resolves when the layout is painted and its shifts are reported. */
function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}
