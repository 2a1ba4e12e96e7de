// The time from click to modal in a real browser, on several networks, beside the two ways to write it by hand.
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, ensureChromium } from '../scripts/lib/chromium.mjs'
import { startPage } from './lib/page.mjs'
import { line, report } from './lib/report.mjs'

const MODAL = 'iframe[title="Stripe Identity sandbox"]'
const OURS = "document.querySelector('identity-verification').start()"
/** Creates a session, then opens Stripe's modal. `byHand` of the opened page decides how Stripe.js loads. */
const SESSION = `fetch('/identity/sessions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })
  .then((answer) => answer.json())`
const IN_HEAD = `${SESSION}.then((session) => Stripe(session.publishable_key).verifyIdentity(session.client_secret))`
const AT_ONCE = `Promise.all([${SESSION}, new Promise((resolve) => {
  const script = Object.assign(document.createElement('script'), { src: window.stripeJs, onload: resolve })
  document.head.append(script)
})]).then(([session]) => Stripe(session.publishable_key).verifyIdentity(session.client_secret))`

/** The presets of Chromium's developer tools and Lighthouse: bits per second, and milliseconds added to each request. */
const NETWORKS = {
  'no limit': null,
  '4G (9 Mbit/s, 60 ms)': { kbps: 9_000, latency: 60 },
  'slow 3G (400 kbit/s, 400 ms)': { kbps: 400, latency: 400 },
}
const ROUNDS = { 'no limit': 9, '4G (9 Mbit/s, 60 ms)': 7, 'slow 3G (400 kbit/s, 400 ms)': 3 }
const CPU_SLOWDOWN = 4

const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
const site = await startPage()
const PLACES = {
  element: `${site.url}/`,
  inHead: `${site.url}/stripe-in-head`,
  byHand: `${site.url}/by-hand`,
}

try {
  for (const [network, limits] of Object.entries(NETWORKS)) {
    const times = { cold: [], hovered: [], again: [], inHead: [], inHeadAgain: [], atOnce: [] }
    for (let round = 0; round < ROUNDS[network]; round++) {
      times.cold.push((await visit(PLACES.element, limits, (page) => clickTwice(page, OURS)))[0])
      const inHead = await visit(PLACES.inHead, limits, (page) => clickTwice(page, IN_HEAD))
      times.inHead.push(inHead[0])
      times.inHeadAgain.push(inHead[1])
      const hovered = await visit(PLACES.element, limits, async (page) => {
        const loaded = page.waitForResponse(/\/chunks\/run\.js$/)
        await page.getByRole('button', { name: 'Verify your identity' }).hover()
        await (await loaded).finished()
        return clickTwice(page, OURS)
      })
      times.hovered.push(hovered[0])
      times.again.push(hovered[1])
      times.atOnce.push((await visit(PLACES.byHand, limits, (page) => clickTwice(page, AT_ONCE)))[0])
    }
    const [head, once] = [
      'Stripe.js in the head, fetch, verifyIdentity',
      'by hand, fetch and Stripe.js begun at once',
    ]
    const row = (what, ours, against, peer) => line({ what, unit: 'ms', ours, against, peer })
    report(`Click to modal, network: ${network}, processor ${CPU_SLOWDOWN} times slower`, [
      row('cold: a click by a script', times.cold, head, times.inHead),
      row('cold: a click by a script', times.cold, once, times.atOnce),
      row('after hover, as people click', times.hovered, head, times.inHead),
      row('after hover, as people click', times.hovered, once, times.atOnce),
      row('the second time on one page', times.again, head, times.inHeadAgain),
    ])
  }
} finally {
  await browser.close()
  await site.close()
}

/** A visitor with an empty cache and no cookies. */
async function visit(url, limits, work) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  // This response sets the visitor's cookie; the page by hand requests it too.
  await page.waitForFunction(() => window.ready === true)
  await slowDown(context, page, limits)
  try {
    return await work(page)
  } finally {
    await context.close()
  }
}

async function slowDown(context, page, limits) {
  const devTools = await context.newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  if (limits === null) return
  const bytesPerSecond = (limits.kbps * 1000) / 8
  const { latency } = limits
  const throughput = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond }
  await devTools.send('Network.enable')
  await devTools.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput })
}

/** Milliseconds from the click to the modal, and, after it was closed, from the second click. */
async function clickTwice(page, act) {
  const first = await untilModal(page, act)
  await page.frameLocator(MODAL).getByRole('button', { name: 'Close', exact: true }).click()
  await page.locator(MODAL).waitFor({ state: 'detached' })
  return [first, await untilModal(page, act)]
}

/** Milliseconds from `act` until the page contains Stripe's iframe. */
function untilModal(page, act) {
  return page.evaluate(
    ([selector, source]) =>
      new Promise((resolve) => {
        const started = performance.now()
        new MutationObserver((_, observer) => {
          if (document.querySelector(selector) === null) return
          observer.disconnect()
          resolve(performance.now() - started)
        }).observe(document, { childList: true, subtree: true })
        new Function(source)()
      }),
    [MODAL, act],
  )
}
