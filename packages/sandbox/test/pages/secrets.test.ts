import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.js'
import { call, createSession, retrieve, SESSIONS } from '../support/api.js'
import { modal, press, useHostPage, verify } from './browser.js'

const DOCUMENTED = [
  'consent_declined',
  'device_unsupported',
  'under_supported_age',
  'phone_otp_declined',
  'email_verification_declined',
  'session_cancelled',
]

let sandbox: Sandbox
let other: Sandbox
let page: Page
let said: string[]
useHostPage((setting) => {
  ;({ sandbox, page } = setting)
  said = []
  page.on('console', (message) => {
    if (!message.location().url.endsWith('favicon.ico')) said.push(message.text())
  })
})
beforeAll(async () => {
  other = await createSandbox()
})
afterAll(() => other.close())

/** The error, after which the page contains no part of the modal. */
async function refusal(secret: unknown) {
  const result = await verify(page, secret)
  expect(await page.locator('iframe').count()).toBe(0)
  const { error } = result as { error: { type: string; code: string; message: string } }
  expect(error.type).toBe('invalid_request_error')
  expect(DOCUMENTED).not.toContain(error.code)
  expect(error.message.length).toBeGreaterThan(20)
  expect(error.message).not.toContain(String(secret).split('_secret_')[1] ?? '\0')
  expect(said).toEqual([])
  return error.code
}

async function submitted(secret: string) {
  const result = verify(page, secret)
  await press(page, 'Verification failure')
  await result
}

test('used', async () => {
  const { client_secret, id } = await createSession(sandbox)
  await submitted(client_secret)
  expect(await refusal(client_secret)).toBe('client_secret_used')
  sandbox.advance(1000)
  expect((await retrieve(sandbox, id)).status).toBe('requires_input')
  expect(await refusal(client_secret)).toBe('client_secret_used')
})

test('expired after 24 hours', async () => {
  const { client_secret } = await createSession(sandbox)
  sandbox.advance(24 * 3_600_000 - 60_000)
  const result = verify(page, client_secret)
  await press(page, 'Close')
  await result
  sandbox.advance(61_000)
  expect(await refusal(client_secret)).toBe('client_secret_expired')
})

test('of another sandbox, or forged', async () => {
  const { client_secret } = await createSession(other)
  expect(await refusal(client_secret)).toBe('client_secret_unknown')
  expect(await refusal('vs_123_secret_test_456')).toBe('client_secret_unknown')
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['an object', { client_secret: 'vs_1_secret_2' }],
  ['an empty string', ''],
  ['an id', 'vs_1QfAbCdEfGh'],
  ['a secret of a payment', 'pi_123_secret_456'],
])('malformed: %s', async (_, value) => {
  expect(await refusal(value)).toBe('client_secret_malformed')
})

test('of a canceled session', async () => {
  const { client_secret, id } = await createSession(sandbox)
  await call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`)
  expect(await refusal(client_secret)).toBe('verification_session_not_open')
})

test('canceled or submitted elsewhere while the modal is open', async () => {
  const { client_secret, id } = await createSession(sandbox)
  const result = verify(page, client_secret)
  await modal(page).getByRole('button', { name: 'Verification success', exact: true }).waitFor()
  await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
  await press(page, 'Verification success')
  expect(await result).toMatchObject({ error: { type: 'invalid_request_error' } })
})
