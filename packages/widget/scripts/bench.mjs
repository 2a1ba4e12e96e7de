import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/lib/chromium.mjs'
import { firstRender, median, spread } from './first-render.mjs'

// Measures the cost of the single file for a page, in Chromium against a server that answers after a known time.

const dist = new URL('../dist/', import.meta.url).pathname
const SESSION_MS = 120
const STRIPE_MS = 90

const page = `<!doctype html><html lang="en"><body>
<script>performance.mark('begin')</script>
<script type="module" src="/identity-verification.js"></script>
<identity-verification></identity-verification>`

const stripe = `
  performance.mark('stripe-loaded')
  window.Stripe = Object.assign(() => ({ verifyIdentity: () => { performance.mark('verify'); return new Promise(() => {}) } }), { version: 'endive' })`

const view = {
  id: 'vs_1',
  status: 'requires_input',
  last_error: null,
  redaction: null,
  type: 'document',
  version: 1,
}
const opening = { ...view, client_secret: 'vs_1_secret_1', url: null, publishable_key: 'pk_test_1' }

const asked = []
const server = createServer((request, response) => {
  const { url, method } = request
  asked.push(`${method} ${url}`)
  const json = (body, ms) =>
    setTimeout(() => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)), ms)
  if (url === '/') return response.setHeader('content-type', 'text/html').end(page)
  if (url === '/identity/sessions/current') return response.writeHead(204).end()
  if (url === '/identity/sessions') return json(opening, SESSION_MS)
  try {
    return response.setHeader('content-type', 'text/javascript').end(readFileSync(dist + url))
  } catch {
    return response.writeHead(404).end()
  }
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${server.address().port}/`
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...CHROMIUM_FLAGS, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
})

async function open() {
  const tab = await browser.newPage()
  const foreign = []
  await tab.route(/^https:/, async (route) => {
    foreign.push(route.request().url())
    await new Promise((resolve) => setTimeout(resolve, STRIPE_MS))
    await route.fulfill({ contentType: 'text/javascript', body: stripe })
  })
  asked.length = 0
  await tab.goto(url)
  await tab.getByRole('button', { name: 'Verify your identity' }).waitFor()
  return { tab, foreign }
}

const gzip = gzipSync(readFileSync(`${dist}identity-verification.js`), { level: 9 }).length
const rows = [['first file gzip', `${gzip} B`]]

{
  const { tab, foreign } = await open()
  await tab.waitForLoadState('networkidle')
  const own = asked.filter((line) => line.includes('/identity/'))
  rows.push(['before intent: requests to the own server', own.join(', ')])
  rows.push(['before intent: requests to anyone else, bytes of Stripe.js', `${foreign.length}, 0`])
  await tab.close()
}

const late = []
for (let turn = 0; turn < 9; turn++) {
  const { tab } = await open()
  await tab.evaluate(() => {
    const patched = window.fetch
    document.querySelector('identity-verification').fetch = async (...args) => {
      const response = await patched(...args)
      if (args[1]?.method === 'POST') performance.mark('session-created')
      return response
    }
    document.querySelector('identity-verification').shadowRoot.querySelector('button').click()
  })
  await tab.waitForFunction(() => performance.getEntriesByName('verify').length)
  late.push(
    await tab.evaluate(() => {
      const at = (name) => performance.getEntriesByName(name)[0].startTime
      return at('verify') - Math.max(at('stripe-loaded'), at('session-created'))
    }),
  )
  await tab.close()
}
rows.push([
  'verifyIdentity after the slower of Stripe.js and session (median of 9)',
  `${median(late).toFixed(1)} ms, aim 20`,
])

const { clock, thread } = await firstRender(browser)
rows.push(['first render, CPU throttled 4×, by the clock (25 pages)', `${spread(clock)}, aim 16.7`])
rows.push(['the same with the evaluation of the file, CPU time × 4', spread(thread)])

{
  const { tab } = await open()
  const grown = await tab.evaluate(async () => {
    const cycle = async () => {
      const element = document.createElement('identity-verification')
      document.body.append(element)
      await element.updateComplete
      element.remove()
    }
    const heap = async () => {
      for (let turn = 0; turn < 5; turn++) {
        window.gc()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return performance.memory.usedJSHeapSize
    }
    for (let turn = 0; turn < 20; turn++) await cycle()
    const before = await heap()
    for (let turn = 0; turn < 100; turn++) await cycle()
    return (await heap()) - before
  })
  const each = await tab.evaluate(async () => {
    const heap = async () => {
      for (let turn = 0; turn < 5; turn++) {
        window.gc()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return performance.memory.usedJSHeapSize
    }
    const before = await heap()
    const elements = Array.from({ length: 200 }, () => document.createElement('identity-verification'))
    document.body.append(...elements)
    await Promise.all(elements.map((element) => element.updateComplete))
    return ((await heap()) - before) / elements.length
  })
  rows.push(['heap per element on the page (200 of them)', `${(each / 1000).toFixed(1)} kB`])
  rows.push(['heap after 100 mounts and unmounts', `${(grown / 1000).toFixed(0)} kB more, aim under 1000`])
  await tab.close()
}

for (const [name, value] of rows) console.log(`${name.padEnd(74)}${value}`)
console.log(`chunks: ${readdirSync(`${dist}chunks`).filter((name) => name.endsWith('.js')).length}`)
await browser.close()
server.close()
server.closeAllConnections()
