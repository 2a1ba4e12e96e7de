import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../scripts/lib/browser.mjs'

const DOCS = fileURLToPath(new URL('../docs/', import.meta.url))
const SITE = join(DOCS, '.vitepress', 'dist')
if (!existsSync(SITE)) throw new Error('The site is not built: npm run docs')

const read = (file: string) => readFileSync(join(SITE, file), 'utf8')
const pages = readdirSync(SITE).filter((name) => name.endsWith('.html') && name !== '404.html')

describe('the site', () => {
  it('has every page of docs/, also as Markdown, in llms.txt, and in the navigation', () => {
    const sources = readdirSync(DOCS).filter((name) => name.endsWith('.md'))
    expect(pages.toSorted()).toEqual(sources.map((name) => name.replace('.md', '.html')).toSorted())
    const index = read('llms.txt')
    const navigation = read('quick-start.html')
    for (const name of sources.filter((name) => name !== 'index.md')) {
      expect(existsSync(join(SITE, name))).toBe(true)
      expect(index).toContain(`(/${name})`)
      expect(navigation).toContain(`href="/${name.replace('.md', '.html')}"`)
    }
    expect(read('openapi.yaml')).toBe(readFileSync(join(DOCS, 'openapi.yaml'), 'utf8'))
  })

  it.each(pages)('%s has its snippets', (page) => {
    expect(read(page)).not.toContain('Code snippet path not found')
  })
})

describe('the site in a browser', () => {
  const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }
  let browser: Browser
  let server: Server
  let url: string
  beforeAll(async () => {
    server = createServer((req, res) => {
      const path = new URL(req.url ?? '/', 'http://site').pathname
      const file = join(SITE, path === '/' ? 'index.html' : path)
      if (!existsSync(file)) return void res.writeHead(404).end()
      res.setHeader('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      res.end(readFileSync(file))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })

  it('loads nothing from other hosts, fits a narrow screen, and has a working search', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const elsewhere: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
        elsewhere.push(request.url())
    })
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    for (const name of pages) {
      await page.goto(`${url}/${name}`)
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect({ name, excess }).toEqual({ name, excess: 0 })
    }
    await page.goto(url)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('attempts_exhausted')
    await page.locator('#localsearch-list a[href*="error-codes.html#attempts_exhausted"]').first().waitFor()
    expect(elsewhere).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)
})
