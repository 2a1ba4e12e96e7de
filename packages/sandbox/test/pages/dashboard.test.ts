import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { call, createSession, retrieve, SESSIONS, until } from '../support/api.js'
import { type Host, launch, serveHost } from './browser.js'

let browser: Browser
let receiver: Host
let sandbox: Sandbox
let page: Page

beforeAll(async () => {
  browser = await launch()
  receiver = await serveHost({ '/webhook': 'ok' })
})
afterAll(async () => {
  await browser?.close()
  await receiver?.close()
})
beforeEach(async () => {
  sandbox = await createSandbox({ port: 0, forwardTo: `${receiver.url}/webhook` })
  page = await browser.newPage({ viewport: { width: 1300, height: 900 } })
})
afterEach(async () => {
  await page.close()
  await sandbox.close()
})

const list = () => page.locator('sandbox-sessions')
const detail = () => page.locator('sandbox-session')
const events = () => page.locator('main > sandbox-events')

test('shows new sessions, events and deliveries without a reload', async () => {
  await page.goto(sandbox.url)
  await page.getByText('Live', { exact: true }).waitFor()
  await list().getByText('None yet.').waitFor()
  let loads = 0
  page.on('load', () => loads++)

  const { id } = await createSession(sandbox, { client_reference_id: 'user-7' })
  await list().getByText(id).waitFor()
  await list().getByText('user-7').waitFor()
  await events().getByText('created', { exact: true }).waitFor()
  await events().getByText('200', { exact: true }).waitFor()
  await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
  await list().getByText('verified', { exact: true }).waitFor()
  await events().getByText('verified', { exact: true }).waitFor()
  expect(loads).toBe(0)
})

test.each([
  ['Verification success', 'verified', null],
  ['Verification failure', 'requires_input', 'document_unverified_other'],
  ['Verification success async', 'verified', null],
  ['Verification failure async', 'requires_input', 'document_unverified_other'],
  ['Decline consent', 'requires_input', 'consent_declined'],
])('its button %s completes the selected session', async (button, status, code) => {
  sandbox.freeze()
  onTestFinished(() => sandbox.freeze(false))
  const { id } = await createSession(sandbox)
  await page.goto(sandbox.url)
  await detail().getByRole('button', { name: button, exact: true }).click()
  if (button !== 'Decline consent') {
    await detail().getByText('Its result is on the way.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sandbox-dashboard')
  }
  await sandbox.advance(button.endsWith('async') ? 5_000 : 500)
  const session = await until(
    sandbox,
    id,
    (session) => session.status === status && session.last_error?.code === (code ?? undefined),
  )
  expect(session.status).toBe(status)
  await detail().locator('.badge', { hasText: status }).waitFor()
})

test('a reviewer overrides a verified session there, and verifies it again', async () => {
  const { id } = await createSession(sandbox)
  await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
  await page.goto(sandbox.url)
  await detail().getByLabel('Error code of the override').selectOption('document_expired')
  await detail().getByRole('button', { name: 'Override to requires_input' }).click()
  await detail().locator('.badge', { hasText: 'requires_input' }).waitFor()
  await detail().locator('dl').getByText('document_expired').waitFor()
  await detail().getByRole('button', { name: 'Verification success', exact: true }).waitFor()
  await detail().getByRole('button', { name: 'Override to verified' }).click()
  await detail().locator('.badge', { hasText: 'verified' }).waitFor()
  await events().getByText('verified', { exact: true }).first().waitFor()
})

test('a newer session does not replace the selected one', async () => {
  const first = await createSession(sandbox)
  await page.goto(sandbox.url)
  await detail().getByRole('heading', { name: first.id }).waitFor()
  const second = await createSession(sandbox)
  await list().getByText(second.id).waitFor()
  await detail().getByRole('heading', { name: first.id }).waitFor()
  await list().getByRole('button', { name: second.id }).click()
  await detail().getByRole('heading', { name: second.id }).waitFor()
})

test('resends an event', async () => {
  await createSession(sandbox)
  await page.goto(sandbox.url)
  await events().getByText('attempt 1').waitFor()
  await events()
    .getByRole('button', { name: /^Resend created/ })
    .click()
  await events().getByText('attempt 2').waitFor()
})

test('shows why an action failed', async () => {
  const without = await createSandbox({ port: 0 })
  await createSession(without)
  await page.goto(without.url)
  await events()
    .getByRole('button', { name: /^Resend created/ })
    .click()
  await page.getByText('No webhook endpoint takes events of this type.').waitFor()
  await without.close()
  await page.getByText('Not connected').waitFor()
})

test('opens the hosted page', async () => {
  const { id } = await createSession(sandbox)
  await page.goto(sandbox.url)
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: /Open the hosted page/ }).click(),
  ])
  await tab.getByText(id).waitFor()
  expect(new URL(tab.url()).pathname).toMatch(/^\/start\//)
  await tab.getByRole('button', { name: 'Verification success', exact: true }).click()
  await detail().locator('.badge', { hasText: 'verified' }).waitFor()
})

test('shows the clock and moves it', async () => {
  await page.goto(sandbox.url)
  await page.getByLabel('Time to advance').selectOption('2 days')
  await page.getByRole('button', { name: 'Advance clock' }).click()
  await page.getByText('(2 d ahead)').waitFor()
  const session = (await createSession(sandbox)) as unknown as { created: number }
  expect(session.created).toBeGreaterThan(Date.now() / 1000 + 2 * 86_400 - 60)
  sandbox.advance(3_600_000)
  await page.getByText('(2 d 1 h ahead)').waitFor()
})

test('lists the calls with their parameters, each with a working curl command', async () => {
  const { id } = await createSession(sandbox, { 'metadata[note]': "it's 1 & 2" })
  const missing = await fetch(`${sandbox.url}/v1/identity/verification_sessions/vs_x`, {
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
  })
  const { error } = (await missing.json()) as { error: { request_log_url: string } }
  await page.goto(error.request_log_url)
  const calls = page.locator('sandbox-requests')
  // The link of an error opens its call.
  await calls.locator('details[open]').getByText('vs_x').waitFor()
  await calls.getByText('POST').click()
  await calls.getByText('"note": "it\'s 1 & 2"').waitFor()
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await calls.locator('li', { hasText: 'POST' }).getByRole('button', { name: 'Copy as curl' }).click()
  const command = await calls.getByText(/^curl /).textContent()
  // Asynchronous, because the sandbox runs in this process.
  const { stdout } = await promisify(execFile)('sh', ['-c', `${command!.trim()} --silent --max-time 20`])
  const again = JSON.parse(stdout)
  expect(again).toMatchObject({ object: 'identity.verification_session', metadata: { note: "it's 1 & 2" } })
  expect(again.id).not.toBe(id)
})

test('shows the JSON of an event and of a report', async () => {
  const { id } = await createSession(sandbox)
  await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
  const { last_verification_report: report } = await until(sandbox, id, ({ status }) => status === 'verified')
  const event = sandbox.events().find(({ type }) => String(type).endsWith('.verified'))!
  const calls = sandbox.requests().length
  await page.goto(sandbox.url)
  await events().getByText(`JSON of ${event.id}`).click()
  const shown = events().getByLabel(`JSON of ${event.id}`)
  // The delivery may end between the two reads.
  const known = { ...event, pending_webhooks: expect.any(Number) }
  await expect.poll(async () => JSON.parse((await shown.textContent()) ?? '')).toEqual(known)
  await detail().getByText('JSON of the report').click()
  const json = detail().getByLabel('JSON of the report')
  await expect
    .poll(async () => JSON.parse((await json.textContent()) ?? ''))
    .toMatchObject({ id: report, object: 'identity.verification_report', verification_session: id })
  // Reading them is not recorded as an API call.
  expect(sandbox.requests()).toHaveLength(calls)
})

test('freezes and unfreezes the clock', async () => {
  const { id } = await createSession(sandbox)
  await page.goto(sandbox.url)
  await page.getByRole('button', { name: 'Freeze clock' }).click()
  await page.getByText('(frozen)').waitFor()
  await detail().getByRole('button', { name: 'Verification success', exact: true }).click()
  await detail().getByText('Its result is on the way.').waitFor()
  const before = sandbox.now()
  await page.getByRole('button', { name: 'Advance clock' }).click()
  await detail().locator('.badge', { hasText: 'verified' }).waitFor()
  expect(sandbox.now()).toBe(before + 60_000)
  await page.getByRole('button', { name: 'Let clock run' }).click()
  await page.getByRole('button', { name: 'Freeze clock' }).waitFor()
  expect((await retrieve(sandbox, id)).status).toBe('verified')
})

test('stays fast with a thousand sessions: shows the newest, and more on request', async () => {
  sandbox.setState({ sessions: Array.from({ length: 1000 }, (_, at) => ({ id: `vs_${at}` })) })
  await page.goto(sandbox.url)
  await list().getByText('1,000').waitFor()
  expect(await list().getByRole('listitem').count()).toBe(50)
  await list().getByRole('button', { name: 'More sessions' }).click()
  await expect.poll(() => list().getByRole('listitem').count()).toBe(100)

  const { id } = await createSession(sandbox)
  await list().getByText(id).waitFor()
})

test('renders a burst of changes in few steps', async () => {
  await page.goto(sandbox.url)
  await list().getByText('None yet.').waitFor()
  await page.evaluate(() => {
    const counter = window as unknown as { steps: number }
    counter.steps = 0
    const root = document.querySelector('sandbox-dashboard')!.shadowRoot!.querySelector('sandbox-sessions')!
    new MutationObserver(() => counter.steps++).observe(root.shadowRoot!, { childList: true, subtree: true })
  })
  const began = Date.now()
  await Promise.all(Array.from({ length: 300 }, () => createSession(sandbox)))
  await list().getByText('300', { exact: true }).waitFor()
  const steps = await page.evaluate(() => (window as unknown as { steps: number }).steps)
  // At most ten per second, however long a busy machine takes.
  expect(steps).toBeLessThan(20 + (Date.now() - began) / 100)
})

test('reconnects to a restarted sandbox', async () => {
  const { id } = await createSession(sandbox)
  await page.goto(sandbox.url)
  await list().getByText(id).waitFor()
  await sandbox.close()
  await page.getByText('Not connected').waitFor()
  sandbox = await createSandbox({ port: sandbox.port })
  await page.getByText('Live', { exact: true }).waitFor()
  await list().getByText('None yet.').waitFor()
})

test('is empty after a reset of the sandbox', async () => {
  await createSession(sandbox)
  await page.goto(sandbox.url)
  await detail().getByRole('heading').first().waitFor()
  await sandbox.reset()
  await list().getByText('None yet.').waitFor()
  await detail().getByText('Choose a session').waitFor()
})

test('matches the API', async () => {
  const { id } = await createSession(sandbox)
  await page.goto(sandbox.url)
  await detail().getByRole('heading', { name: id }).waitFor()
  await call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`)
  await detail().locator('.badge', { hasText: 'canceled' }).waitFor()
  await detail().getByText('Nothing is left to decide.').waitFor()
})

describe('with several accounts', () => {
  let many: Sandbox
  beforeEach(async () => {
    many = await createSandbox({ accounts: true, forwardTo: `${receiver.url}/webhook` })
  })
  afterEach(() => many.close())

  const create = async (key: string, account?: string) => {
    const headers = account === undefined ? {} : { 'stripe-account': account }
    return (await call(many, 'POST', SESSIONS, 'type=document', { key, headers })).body.id as string
  }
  const accounts = () => page.getByLabel('Account')

  test('shows and controls the selected one, and keeps it across a reload', async () => {
    const own = await create(many.secretKey)
    const mine = await create('sk_test_alice_1')
    await page.goto(many.url)
    await detail().getByRole('heading', { name: own }).waitFor()
    await accounts().selectOption('acct_alice')
    await detail().getByRole('heading', { name: mine }).waitFor()
    await list().getByText(own).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Freeze clock' }).click()
    await page.getByText('(frozen)').waitFor()
    await detail().getByRole('button', { name: 'Verification success', exact: true }).click()
    await detail().getByText('Its result is on the way.').waitFor()
    await page.getByRole('button', { name: 'Advance clock' }).click()
    await detail().locator('.badge', { hasText: 'verified' }).waitFor()
    await events().getByText('JSON of evt').first().click()
    await events().getByText('"object": "event"').waitFor()

    await page.reload()
    await detail().getByRole('heading', { name: mine }).waitFor()
    expect(await accounts().inputValue()).toBe('acct_alice')
    expect((await retrieve(many, mine, '', 'sk_test_alice_1')).status).toBe('verified')
    expect(many.account('alice').now()).not.toBe(many.now())
  })

  test('shows a connected account too, also one that is created later, with working curl commands', async () => {
    await create(many.secretKey)
    await page.goto(many.url)
    await detail().getByRole('heading').first().waitFor()
    expect(await accounts().count()).toBe(0)
    const theirs = await create('sk_test_market_1', 'acct_shop')
    await accounts().selectOption('acct_market/acct_shop')
    await detail().getByRole('heading', { name: theirs }).waitFor()
    await detail().getByRole('button', { name: 'Decline consent' }).click()
    await detail().locator('dl').getByText('consent_declined').waitFor()
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    const calls = page.locator('sandbox-requests')
    await calls.getByText('POST').click()
    await calls.getByRole('button', { name: 'Copy as curl' }).click()
    const command = await calls.getByText(/^curl /).textContent()
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command!.trim()} --silent --max-time 20`])
    const again = JSON.parse(stdout).id
    await list().getByText(again).waitFor()
  })

  test('opens the account of the call by the link of an error', async () => {
    await create('sk_test_alice_1')
    const { body } = await call(many, 'GET', `${SESSIONS}/vs_x`, '', { key: 'sk_test_alice_1' })
    await page.goto(body.error.request_log_url)
    await page.locator('sandbox-requests details[open]').getByText('vs_x').waitFor()
    expect(await accounts().inputValue()).toBe('acct_alice')
  })
})
