import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/index.js'
import { createSession, retrieve } from '../support/api.js'
import { modal, press, useHostPage, verify } from './browser.js'

let sandbox: Sandbox
let page: Page
useHostPage((setting) => ({ sandbox, page } = setting))

const submissions = [
  ['Verification success', 'verified', null],
  ['Verification failure', 'requires_input', 'document_unverified_other'],
] as const

describe('each outcome, by the label of its button', () => {
  beforeEach(() => sandbox.freeze())
  afterEach(() => sandbox.freeze(false))

  test.each(submissions)('%s', async (button, status, code) => {
    const { id, client_secret } = await createSession(sandbox)
    const result = verify(page, client_secret)
    await press(page, button)
    expect(await result).toEqual({ verificationSession: { id } })
    expect((await retrieve(sandbox, id)).status).toBe('processing')
    await sandbox.advance(500)
    const settled = await retrieve(sandbox, id)
    expect(settled.status).toBe(status)
    expect(settled.last_error?.code ?? null).toBe(code)
  })

  test.each(submissions)('%s async: five seconds by the sandbox’s clock', async (button, status, code) => {
    const { id, client_secret } = await createSession(sandbox)
    const result = verify(page, client_secret)
    await press(page, `${button} async`)
    expect(await result).toEqual({ verificationSession: { id } })
    await sandbox.advance(4_999)
    expect((await retrieve(sandbox, id)).status).toBe('processing')
    await sandbox.advance(1)
    const settled = await retrieve(sandbox, id)
    expect(settled.status).toBe(status)
    expect(settled.last_error?.code ?? null).toBe(code)
  })

  test('a failure has the selected error code', async () => {
    const { id, client_secret } = await createSession(sandbox)
    const result = verify(page, client_secret)
    const choice = modal(page).getByLabel('Error code of a failure')
    await choice.waitFor()
    expect(await choice.locator('option').count()).toBe(19)
    await choice.selectOption('document_expired')
    await press(page, 'Verification failure')
    await result
    await sandbox.advance(500)
    const settled = await retrieve(sandbox, id)
    expect(settled.last_error?.code).toBe('document_expired')
  })

  test('the person found by the checks can be selected', async () => {
    const { id, client_secret } = await createSession(sandbox)
    const result = verify(page, client_secret)
    await modal(page).getByLabel('Person that is found').selectOption('from another country')
    await press(page, 'Verification success')
    await result
    await sandbox.advance(500)
    expect(await retrieve(sandbox, id, 'expand[]=verified_outputs')).toMatchObject({
      verified_outputs: { first_name: 'Erika' },
    })
  })

  test('Decline consent is returned to the page and recorded in the session, which stays open', async () => {
    const { id, client_secret } = await createSession(sandbox)
    const result = verify(page, client_secret)
    await press(page, 'Decline consent')
    expect(await result).toMatchObject({ error: { code: 'consent_declined', message: expect.any(String) } })
    const session = await retrieve(sandbox, id)
    expect(session.status).toBe('requires_input')
    expect(session.last_error?.code).toBe('consent_declined')
  })

  test.each([
    ['consent_declined', 'consent_declined'],
    ['device_not_supported', 'device_unsupported'],
    ['under_supported_age', 'under_supported_age'],
    ['phone_verification_declined', 'phone_otp_declined'],
    ['email_verification_declined', 'email_verification_declined'],
    ['abandoned', 'session_cancelled'],
  ])(
    'a failure with %s is returned to the page as %s, and is already recorded at Stripe',
    async (code, client) => {
      const { id, client_secret } = await createSession(sandbox)
      const result = verify(page, client_secret)
      await modal(page).getByLabel('Error code of a failure').selectOption(code)
      await press(page, 'Verification failure')
      expect(await result).toMatchObject({ error: { code: client, message: expect.any(String) } })
      const session = await retrieve(sandbox, id)
      expect([session.status, session.last_error?.code]).toEqual(['requires_input', code])
    },
  )

  test.each(['Close', 'Escape'])('%s during a submission waits for its outcome', async (way) => {
    const { id, client_secret } = await createSession(sandbox)
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/_client/sessions/submit', (route) => held.then(() => route.continue()))
    const result = verify(page, client_secret)
    await press(page, 'Verification success')
    await modal(page).getByText('Submitting …').waitFor()
    if (way === 'Close')
      await modal(page).getByRole('button', { name: 'Close', exact: true }).click({ force: true })
    else {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      await page.keyboard.press('Escape')
    }
    goOn()
    expect(await result).toEqual({ verificationSession: { id } })
  })

  test.each(['Close', 'Escape'])('%s leaves the session unchanged and its secret valid', async (way) => {
    const { id, client_secret } = await createSession(sandbox)
    const result = verify(page, client_secret)
    await modal(page).getByRole('button', { name: 'Close', exact: true }).waitFor()
    if (way === 'Close') await press(page, 'Close')
    else await page.keyboard.press('Escape')
    expect(await result).toMatchObject({ error: { code: 'session_cancelled', message: expect.any(String) } })
    const session = await retrieve(sandbox, id)
    expect([session.status, session.last_error, session.last_verification_report]).toEqual([
      'requires_input',
      null,
      null,
    ])

    const again = verify(page, client_secret)
    await press(page, 'Verification success')
    expect(await again).toEqual({ verificationSession: { id } })
  })

  test('a failed session is retried with a new secret', async () => {
    const { id, client_secret } = await createSession(sandbox)
    const first = verify(page, client_secret)
    await press(page, 'Verification failure')
    await first
    await sandbox.advance(500)
    const failed = await retrieve(sandbox, id)
    expect(failed.status).toBe('requires_input')
    const second = verify(page, failed.client_secret)
    await press(page, 'Verification success')
    expect(await second).toEqual({ verificationSession: { id } })
    await sandbox.advance(500)
    expect((await retrieve(sandbox, id)).status).toBe('verified')
  })
})

test('the modal states that it is simulated, and can be operated by keyboard alone', async () => {
  const { id, client_secret } = await createSession(sandbox)
  const result = verify(page, client_secret)
  await modal(page).getByText('Sandbox: no real verification takes place').waitFor()
  await modal(page).getByRole('button', { name: 'Verification success', exact: true }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await result).toEqual({ verificationSession: { id } })
})

test('the client secret appears in no URL and nowhere in the page', async () => {
  const { client_secret } = await createSession(sandbox)
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  const result = verify(page, client_secret)
  await modal(page).getByRole('button', { name: 'Close', exact: true }).waitFor()
  const html = await Promise.all(page.frames().map((frame) => frame.content()))
  expect(addresses.length).toBeGreaterThan(2)
  expect(
    [...addresses, ...html].filter((text) => text.includes(client_secret.split('_secret_')[1]!)),
  ).toEqual([])
  await press(page, 'Close')
  await result
})
