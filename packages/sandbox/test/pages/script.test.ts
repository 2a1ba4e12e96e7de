import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Sandbox } from '../../src/index.js'
import { createSession, until } from '../support/api.js'
import { type Host, modal, press, useHostPage, verify } from './browser.js'

let sandbox: Sandbox
let host: Host
let page: Page
useHostPage((setting) => ({ sandbox, host, page } = setting), { files: { '/back': 'back' } })
beforeEach(() => sandbox.reset())

test('the next modals complete by themselves, one step each, and are manual again afterwards', async () => {
  const { id, client_secret } = await createSession(sandbox)
  sandbox.setModal(['close', { error: { code: 'device_unsupported' } }, 'decline', 'verified'])
  expect(await verify(page, client_secret)).toMatchObject({ error: { code: 'session_cancelled' } })
  expect(await verify(page, client_secret)).toMatchObject({ error: { code: 'device_unsupported' } })
  expect(await until(sandbox, id, () => true)).toMatchObject({ status: 'requires_input', last_error: null })
  expect(await verify(page, client_secret)).toMatchObject({ error: { code: 'consent_declined' } })
  expect(await verify(page, client_secret)).toEqual({ verificationSession: { id } })
  expect((await until(sandbox, id, ({ status }) => status !== 'processing')).status).toBe('verified')

  const other = await createSession(sandbox)
  const result = verify(page, other.client_secret)
  await modal(page).getByRole('button', { name: 'Close', exact: true }).waitFor()
  await press(page, 'Close')
  await result
})

test('the hosted page does the same and redirects', async () => {
  const { id, url } = await createSession(sandbox, { return_url: `${host.url}/back` })
  sandbox.setModal({ outcome: 'unverified', error_code: 'document_expired' })
  await page.goto(url)
  await page.waitForURL(`${host.url}/back`)
  const session = await until(sandbox, id, ({ last_error }) => last_error !== null)
  expect(session.last_error?.code).toBe('document_expired')
})

test.each([
  { next: 'maybe' },
  { next: { outcome: 'verified', error_code: 'abandoned' } },
  {},
  { next: [{}] },
])('%j is refused', async (body) => {
  const answer = await fetch(`${sandbox.url}/_sandbox/modal`, { method: 'PUT', body: JSON.stringify(body) })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining('next') } })
})
