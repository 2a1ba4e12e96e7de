import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/index.js'
import { call, createSession, retrieve, SESSIONS, until } from '../support/api.js'
import { type Host, useHostPage } from './browser.js'

let sandbox: Sandbox
let host: Host
let page: Page
useHostPage((setting) => ({ sandbox, host, page } = setting), {
  files: { '/back': '<!doctype html><title>Back</title>' },
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

describe('redirects to the return_url after', () => {
  test.each([
    ['Verification success', 'verified', null],
    ['Verification failure', 'requires_input', 'document_unverified_other'],
    ['Verification success async', 'verified', null],
    ['Verification failure async', 'requires_input', 'document_unverified_other'],
    ['Decline consent', 'requires_input', 'consent_declined'],
    ['Close', 'requires_input', null],
  ])('%s', async (button, status, code) => {
    const { id, url } = await createSession(sandbox, { return_url: `${host.url}/back?booking=7` })
    expect(new URL(url).origin).toBe(sandbox.url)
    await page.goto(url)
    await press(button)
    await page.waitForURL(`${host.url}/back?booking=7`)
    if (button.endsWith('async')) {
      expect((await retrieve(sandbox, id)).status).toBe('processing')
      await sandbox.advance(5_000)
    }
    const session = await until(sandbox, id, (session) => session.status !== 'processing')
    expect(session.status).toBe(status)
    expect(session.last_error?.code ?? null).toBe(code)
  })
})

test('the session gets the selected error code', async () => {
  const { id, url } = await createSession(sandbox)
  await page.goto(url)
  await page.getByLabel('Error code of a failure').selectOption('selfie_face_mismatch')
  await press('Verification failure')
  await page.getByText('You may close this page').waitFor()
  const session = await until(sandbox, id, (session) => session.status !== 'processing')
  expect(session.last_error?.code).toBe('selfie_face_mismatch')
})

test('without a return_url it tells the person to close the page', async () => {
  const { url } = await createSession(sandbox)
  await page.goto(url)
  await page.getByText('Sandbox: no real verification takes place').waitFor()
  await press('Verification success')
  await page.getByRole('heading', { name: 'Your verification was submitted.' }).waitFor()
  await page.getByText('You may close this page').waitFor()
})

test('the URL stays valid after Close, but not after a submission', async () => {
  const { url } = await createSession(sandbox)
  await page.goto(url)
  await press('Close')
  await page.getByText('Nothing was submitted.').waitFor()
  expect((await page.reload())?.status()).toBe(200)
  await press('Verification failure')
  await page.getByText('Your verification was submitted.').waitFor()
  sandbox.advance(1000)
  expect((await page.reload())?.status()).toBe(410)
  await page.getByText('This link was used already').waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
})

test('a URL is valid for 48 hours', async () => {
  const { url } = await createSession(sandbox)
  sandbox.advance(48 * 3_600_000 - 60_000)
  expect((await page.goto(url))?.status()).toBe(200)
  await page.getByRole('button', { name: 'Close', exact: true }).waitFor()
  sandbox.advance(61_000)
  expect((await page.goto(url))?.status()).toBe(410)
  await page.getByText('This link has expired').waitFor()
})

test('an expired page that is still open refuses the submission with a message', async () => {
  const { id, url } = await createSession(sandbox)
  await page.goto(url)
  await page.getByRole('button', { name: 'Close', exact: true }).waitFor()
  sandbox.advance(49 * 3_600_000)
  await press('Verification success')
  await page.getByText('This link has expired').waitFor()
  expect((await retrieve(sandbox, id)).status).toBe('requires_input')
})

test('an unknown URL is a 404', async () => {
  expect((await page.goto(`${sandbox.url}/start/test_nothing`))?.status()).toBe(404)
  await page.getByText('There is no verification at this address').waitFor()
})

test('a canceled session shows its status', async () => {
  const { id, url } = await createSession(sandbox)
  await call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`)
  await page.goto(url)
  await page.getByText('status of "canceled"').waitFor()
})
