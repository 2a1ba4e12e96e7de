import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { completeVerification } from '../../src/testing/playwright.js'
import { type BrowserPage, servePage } from '../../src/validate/browser.js'
import { controlledHands, NO_HANDS } from '../../src/validate/hands.js'
import { type Findings, validate } from '../../src/validate/run.js'
import { launch } from '../pages/browser.js'

let browser: Browser
let stripe: Sandbox
let own: Sandbox
beforeAll(async () => {
  browser = await launch()
  stripe = await createSandbox()
  own = await createSandbox()
})
afterAll(async () => {
  await browser?.close()
  await stripe?.close()
  await own?.close()
})

const stripeJsOf = ({ url, publishableKey }: Sandbox, byItself: boolean, stripeJs = `${url}/v3/`) => ({
  stripeJs,
  publishableKey,
  byItself,
  hosts: { 'script-src': [new URL(stripeJs).host], 'frame-src': [new URL(url).host] },
})

async function findings(page: BrowserPage, stripeJs?: string): Promise<Findings> {
  return validate(
    {
      base: stripe.url,
      key: stripe.secretKey,
      // The page is open, but the Dashboard is not available.
      hands: { ...NO_HANDS, refused: () => false, pauseMs: 100 },
      stripeJs: stripeJsOf(stripe, false, stripeJs),
    },
    { base: own.url, key: own.secretKey, hands: controlledHands(own.url), stripeJs: stripeJsOf(own, true) },
    {
      mark: `validate${crypto.randomUUID().slice(0, 8)}`,
      eventsWithinMs: 2000,
      say: () => {},
      signal: new AbortController().signal,
      page,
      only: 'verifyIdentity',
    },
  )
}

/** A person who opens the page and follows its instructions. */
async function follow(url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url)
  for (const [instruction, act] of [
    ['close the modal', 'close'],
    ['choose "Decline consent"', 'decline'],
    ['choose "Verification success"', 'verified'],
  ] as const) {
    await page.getByText(`Press "Go on", then: ${instruction}`).waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
    await completeVerification(page, act)
  }
  return page
}

it('compares the results of verifyIdentity: a person clicks for Stripe, the sandbox acts by itself', async () => {
  const served = await servePage()
  const [found, page] = await Promise.all([findings(served), follow(served.url)])
  expect(found.compared).toEqual([
    'verifyIdentity: a second call while a modal is open',
    'verifyIdentity: a closed modal',
    'verifyIdentity: declined consent',
    'verifyIdentity: a submission',
    'verifyIdentity: a used secret',
    'verifyIdentity: an invalid secret',
    'verifyIdentity: hosts beyond the documented ones',
  ])
  expect(found.differences).toEqual([])
  expect(found.left).toEqual([])
  await page.close()
  await served.close()
})

it('finds another error code for a closed modal', async () => {
  stripe.setModal({ error: { code: 'canceled' } })
  const served = await servePage()
  const page = await browser.newPage()
  const person = async () => {
    await page.goto(served.url)
    await page.getByRole('button', { name: 'Go on' }).click()
    for (const act of ['decline', 'verified'] as const) {
      await page.getByRole('button', { name: 'Go on' }).click()
      await completeVerification(page, act)
    }
  }
  const [found] = await Promise.all([findings(served), person()])
  expect(found.differences).toContainEqual(
    expect.objectContaining({
      step: 'verifyIdentity: a closed modal',
      field: 'body.error.code',
      theirs: 'canceled',
      ours: 'session_cancelled',
    }),
  )
  await page.close()
  await served.close()
})

it('finds another result of a second call, and an undocumented host', async () => {
  const script = http.createServer(async (_req, res) => {
    const text = await (await fetch(`${stripe.url}/v3/`)).text()
    res.end(
      `${text.replaceAll('modal_already_open', 'busy')};fetch('http://telemetry.test/').catch(() => {})`,
    )
  })
  await new Promise<void>((resolve) => script.listen(0, '127.0.0.1', resolve))
  const served = await servePage()
  const stripeJs = `http://127.0.0.1:${(script.address() as AddressInfo).port}/stripe.js`
  const [found, page] = await Promise.all([findings(served, stripeJs), follow(served.url)])
  expect(found.differences).toEqual([
    {
      step: 'verifyIdentity: a second call while a modal is open',
      field: 'body.error.code',
      theirs: 'busy',
      ours: 'modal_already_open',
    },
    {
      step: 'verifyIdentity: hosts beyond the documented ones',
      field: 'body.connect-src telemetry.test',
      theirs: true,
      ours: undefined,
    },
  ])
  await page.close()
  await served.close()
  script.close()
})
