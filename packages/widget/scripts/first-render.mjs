import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// Measures the first render of the single file in Chromium.

const PAGES = 25
const THROTTLE = 4
const file = new URL('../dist/identity-verification.js', import.meta.url)

// Takes the time from the definition of the element until it is rendered and laid out.
const page = `<!doctype html><html lang="en"><body>
<identity-verification></identity-verification>
<script>
const define = customElements.define
customElements.define = function (...args) {
  const element = document.querySelector('identity-verification')
  const began = performance.now()
  define.apply(this, args)
  element.updateComplete.then(() => {
    element.getBoundingClientRect()
    window.took = performance.now() - began
  })
}
</script>`

/** The milliseconds of each first render, by the clock on a slow processor, and as the page's thread was at work. */
export async function firstRender(browser) {
  const server = createServer(({ url }, response) => {
    const isFile = url === '/identity-verification.js'
    response.setHeader('content-type', isFile ? 'text/javascript' : 'text/html')
    if (url === '/identity/sessions/current') response.writeHead(204)
    response.end(isFile ? readFileSync(file) : page)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${server.address().port}/`
  const clock = []
  const thread = []
  for (let turn = 0; turn < PAGES; turn++) {
    clock.push((await renderOnce(browser, url, THROTTLE)).clock)
    thread.push((await renderOnce(browser, url, 1)).thread * THROTTLE)
  }
  server.close()
  server.closeAllConnections()
  return { clock, thread }
}

async function renderOnce(browser, url, rate) {
  const tab = await browser.newPage()
  await tab.goto(url)
  const client = await tab.context().newCDPSession(tab)
  await client.send('Emulation.setCPUThrottlingRate', { rate })
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  const script = async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000
  }
  const before = await script()
  await tab.evaluate("void import('/identity-verification.js')")
  await tab.waitForFunction('window.took')
  const figures = { clock: await tab.evaluate('window.took'), thread: (await script()) - before }
  await tab.close()
  return figures
}

const percentile = (numbers, share) =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length * share) / 100)]

export const median = (numbers) => percentile(numbers, 50)

export const spread = (numbers) =>
  `${median(numbers).toFixed(1)} ms, p95 ${percentile(numbers, 95).toFixed(1)} ms`
