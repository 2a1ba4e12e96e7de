// From click to modal, from webhook to page: what a person waits for that is ours, in a real browser.
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, ensureChromium } from '../scripts/lib/chromium.mjs'
import { median, printTable } from './lib/figures.mjs'
import { startPage } from './lib/page.mjs'

const ROUNDS = 15
const MODAL = 'iframe[title="Stripe Identity sandbox"]'
const START = "document.querySelector('identity-verification').start()"

const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
const site = await startPage()
const pointed = []
const cold = []
const bare = []
const toPage = []

async function visit(work) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url)
  await page.locator('identity-verification[state=idle]').waitFor()
  try {
    return await work(page)
  } finally {
    await context.close()
  }
}

/** Milliseconds from `act` until Stripe's iframe stands in the page. */
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

for (let round = 0; round < ROUNDS; round++) {
  pointed.push(
    await visit(async (page) => {
      const loaded = page.waitForResponse(/\/chunks\/run\.js$/)
      await page.getByRole('button', { name: 'Verify your identity' }).hover()
      await (await loaded).finished()
      return untilModal(page, START)
    }),
  )
  cold.push(await visit((page) => untilModal(page, START)))
  bare.push(
    await visit((page) =>
      untilModal(
        page,
        `fetch('/identity/sessions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })
           .then((answer) => answer.json())
           .then((session) => Stripe(session.publishable_key).verifyIdentity(session.client_secret))`,
      ),
    ),
  )
  toPage.push(
    await visit(async (page) => {
      const verified = page.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('identity-verified', () => resolve(Date.now()))
          }),
      )
      await untilModal(page, START)
      await page
        .frameLocator(MODAL)
        .getByRole('button', { name: 'Verification success', exact: true })
        .click()
      return (await verified) - site.webhookAt
    }),
  )
}
await browser.close()
await site.close()

printTable('From click to verified (median)', [
  {
    figure: 'click to modal, as people click: the pointer or the focus came first',
    value: median(pointed),
    unit: 'ms',
    peer: `fetch and verifyIdentity by hand: ${Math.round(median(bare))} ms`,
    ratio: median(pointed) / median(bare),
  },
  {
    figure: 'click to modal, by a script and out of nowhere',
    value: median(cold),
    unit: 'ms',
    peer: 'the same, with nothing else to load',
    ratio: median(cold) / median(bare),
  },
  { figure: 'webhook answered to DOM changed', value: median(toPage), unit: 'ms' },
])
