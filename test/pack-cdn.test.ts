import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch } from '../demo/test/support/browser.js'
import { integrityOf, packedPackages } from '../scripts/lib/tarballs.mjs'

/** The tags of the published README on a page with a strict CSP, with the published files on another origin. */
describe('the widget from a CDN', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdn-'))
  const dist = join(folder, 'package', 'dist')
  const servers: Server[] = []
  const cdn = { url: '', asked: [] as string[], cors: true, tamper: '' }
  let site: string
  let html = ''
  let policy = ''
  let browser: Browser
  let readme: string

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  beforeAll(async () => {
    execFileSync('tar', ['-xzf', packedPackages().widget ?? '', '-C', folder])
    readme = readFileSync(join(folder, 'package', 'README.md'), 'utf8')
    cdn.url = await serve(({ url = '' }, res) => {
      cdn.asked.push(url)
      const file = join(dist, url)
      if (!existsSync(file)) return void res.writeHead(404).end()
      if (cdn.cors) res.setHeader('Access-Control-Allow-Origin', '*')
      res.setHeader('Content-Type', 'text/javascript')
      res.end(readFileSync(file, 'utf8') + (url === cdn.tamper ? '\n' : ''))
    })
    site = await serve(({ url, method }, res) => {
      if (url === '/identity/sessions/current') return void res.writeHead(204).end()
      // No user is signed in, so a run that reaches its own server ends with that error.
      if (method === 'POST') return void res.writeHead(401).end('{"error":{"code":"unauthenticated"}}')
      res.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }).end(html)
    })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    for (const server of servers) server.closeAllConnections()
    for (const server of servers) server.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  beforeEach(() => {
    Object.assign(cdn, { asked: [], cors: true, tamper: '' })
  })

  /** The tag of the published README, with this CDN's URL. */
  function tag(name: RegExp): string {
    const blocks = [...readme.matchAll(/^```html\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
    const found = blocks.find((block) => name.test(block)) ?? ''
    return found.replaceAll(/https:\/\/unpkg\.com\/stripe-identity-widget@[\d.]+\/dist/g, cdn.url)
  }

  async function open(map = ''): Promise<Page> {
    html = `<!doctype html><html lang="de"><head><link rel="icon" href="data:,">${map}${tag(/integrity="sha384/)}</head>
      <body><identity-verification></identity-verification></body></html>`
    const inline = /<script type="importmap">([\s\S]*?)<\/script>/.exec(map)?.[1]
    const hash = inline && `'sha256-${createHash('sha256').update(inline).digest('base64')}'`
    policy = `default-src 'none'; script-src ${cdn.url} https://js.stripe.com ${hash ?? ''}; connect-src 'self'; img-src data:`
    const page = await browser.newPage()
    await page.route('https://js.stripe.com/**', (route) => route.abort())
    await page.goto(site)
    return page
  }
  const isDefined = (page: Page) =>
    page.evaluate(() => customElements.get('identity-verification') !== undefined)
  /** Starts a verification; returns the code of its error. */
  async function start(page: Page): Promise<string> {
    await page.locator('identity-verification').getByRole('button').click()
    await page.locator('identity-verification[state=error]').waitFor()
    return page.evaluate(
      () => Reflect.get(document.querySelector('identity-verification') ?? {}, 'error').code,
    )
  }

  it('loads with its hash, and later files from the same place', async () => {
    const page = await open()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.locator('identity-verification[state=idle]').waitFor()
    await page.getByRole('button', { name: 'Identität' }).waitFor()
    expect(await start(page)).toBe('unauthenticated')
    expect(cdn.asked).toEqual(
      expect.arrayContaining(['/identity-verification.js', '/chunks/de.js', '/chunks/run.js']),
    )
    expect(complaints.filter((text) => /content security policy|integrity/i.test(text))).toEqual([])
    await page.close()
  })

  it('does not run a modified file, nor one without CORS', async () => {
    cdn.tamper = '/identity-verification.js'
    const changed = await open()
    expect(await isDefined(changed)).toBe(false)
    cdn.tamper = ''
    cdn.cors = false
    const closed = await open()
    expect(await isDefined(closed)).toBe(false)
    cdn.cors = true
    expect(await isDefined(await open())).toBe(true)
    expect(cdn.asked).toContain('/identity-verification.js')
  })

  it('runs a modified chunk, unless the import map contains its hash', async () => {
    const map = (integrity: string) => tag(/importmap/).replace('sha384-…', integrity)
    const right = integrityOf(join(dist, 'chunks/run.js'))
    expect(await start(await open(map(right)))).toBe('unauthenticated')
    cdn.tamper = '/chunks/run.js'
    expect(await start(await open())).toBe('unauthenticated')
    expect(await start(await open(map(right)))).not.toBe('unauthenticated')
  })
})
