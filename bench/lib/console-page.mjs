import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/lib/chromium.mjs'
import { OPERATOR_TOKEN, startOperatorScene } from '../../scripts/lib/operator-scene.mjs'

const POLL_MS = 5_000
const POLLS_A_MINUTE = 12

/** The compressed size of all downloads before the first search, in bytes. */
export function firstLoad() {
  const dist = new URL('.', import.meta.resolve('stripe-identity-console'))
  const sizes = ['identity-console.js', 'page.css'].map(
    (name) => gzipSync(readFileSync(fileURLToPath(new URL(name, dist))), { level: 9 }).length,
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/**
 * Leaves the search open for an hour of the page's and the sandbox's clock: each minute adds a session, and every poll is
 * real. Resolves to the page's heap, after a collection, at the beginning and at the end of the hour.
 */
export async function anHourOfRows() {
  const scene = await startOperatorScene()
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(`${scene.url}/console`)
    await page.getByLabel('Operator token').fill(OPERATOR_TOKEN)
    await page.clock.install()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Search' }).waitFor()
    const session = await page.context().newCDPSession(page)
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    }
    const minute = async (number) => {
      const id = await scene.open(`user-${number}`)
      await scene.tries(`user-${number}`, id, 'verified')
      await scene.sandbox.advance(60_000)
      for (let poll = 0; poll < POLLS_A_MINUTE; poll++) {
        const answered = page.waitForResponse(/\/operator\/search/).then((response) => response.finished())
        await page.clock.runFor(POLL_MS)
        await answered
      }
    }
    // The page has a full list first.
    for (let number = -30; number < 0; number++) await scene.open(`user${number}`)
    await minute(0)
    const before = await heap()
    for (let number = 1; number <= 60; number++) await minute(number)
    await page.getByRole('link', { name: 'user-60' }).waitFor()
    return { before, after: await heap() }
  } finally {
    await browser.close()
    await scene.close()
  }
}
