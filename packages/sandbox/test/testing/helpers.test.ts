import type { Page as TestPage } from '@playwright/test'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import type { Sandbox } from '../../src/index.js'
import { completeVerification as completeInCypress } from '../../src/testing/cypress.js'
import { type Completion, completeVerification, type PlaywrightPage } from '../../src/testing/playwright.js'
import { type Host, useHostPage, verify } from '../pages/browser.js'
import { createSession, type Json, retrieve } from '../support/api.js'

let sandbox: Sandbox
let host: Host
let page: Page
useHostPage((setting) => ({ sandbox, host, page } = setting), { sandbox: { clock: 'frozen' } })

const COMPLETIONS: [Completion, result: object, after: number, session: object][] = [
  ['verified', { verificationSession: {} }, 500, { status: 'verified' }],
  ['unverified', { verificationSession: {} }, 500, { last_error: { code: 'document_unverified_other' } }],
  [{ outcome: 'verified', async: true, person: 'other_country' }, {}, 5000, { status: 'verified' }],
  [
    { outcome: 'unverified', error_code: 'document_expired' },
    { verificationSession: {} },
    500,
    { last_error: { code: 'document_expired' } },
  ],
  ['decline', { error: { code: 'consent_declined' } }, 0, { last_error: { code: 'consent_declined' } }],
  ['close', { error: { code: 'session_cancelled' } }, 0, { status: 'requires_input', last_error: null }],
]

describe('completeVerification for Playwright', () => {
  test.each(COMPLETIONS)('%j in the modal', async (completion, result, after, expected) => {
    const { id, client_secret } = await createSession(sandbox)
    const verifying = verify(page, client_secret)
    await completeVerification(page, completion)
    expect(await verifying).toMatchObject(result)
    await sandbox.advance(after)
    expect(await retrieve(sandbox, id)).toMatchObject(expected)
  })

  test('uses the given person', async () => {
    const { id, client_secret } = await createSession(sandbox)
    const verifying = verify(page, client_secret)
    await completeVerification(page, { outcome: 'verified', person: 'other_country' })
    await verifying
    await sandbox.advance(500)
    const { verified_outputs } = await retrieve(sandbox, id, 'expand[]=verified_outputs')
    expect(verified_outputs.address.country).not.toBe('US')
  })

  test('works on the hosted page of a session, which then redirects', async () => {
    const { id, url } = await createSession(sandbox, `type=document&return_url=${host.url}/`)
    await page.goto(url)
    await completeVerification(page, 'unverified')
    await page.waitForURL(`${host.url}/`)
    await sandbox.advance(500)
    expect((await retrieve(sandbox, id)).last_error.code).toBe('document_unverified_other')
  })

  test('accepts the pages of each of Playwright’s packages', () => {
    expectTypeOf<Page>().toExtend<PlaywrightPage>()
    expectTypeOf<TestPage>().toExtend<PlaywrightPage>()
  })
})

describe('completeVerification for Cypress', () => {
  const asked: Promise<Response>[] = []
  let variables: Json = {}
  beforeEach(() => {
    // Stand-ins for Cypress's globals whose requests reach the sandbox.
    Object.assign(globalThis, {
      Cypress: { env: (name: string) => variables[name] },
      cy: {
        request: (method: string, url: string, body: object) =>
          asked.push(fetch(url, { method, body: JSON.stringify(body) })),
      },
    })
  })
  afterEach(() => {
    asked.length = 0
    for (const name of ['Cypress', 'cy']) Reflect.deleteProperty(globalThis, name)
  })

  test.each([
    ['a given sandbox', () => ({}), () => ({ sandbox: sandbox.url })],
    ['the sandbox of SANDBOX_URL', () => ({ SANDBOX_URL: sandbox.url }), () => ({})],
  ])('scripts the next modals of %s', async (_name, env, options) => {
    variables = env()
    completeInCypress(['close', { error: { code: 'odd' } }, 'verified'], options())
    expect((await asked[0]!).status).toBe(200)
    const { id, client_secret } = await createSession(sandbox)
    expect(await verify(page, client_secret)).toMatchObject({ error: { code: 'session_cancelled' } })
    expect(await verify(page, client_secret)).toMatchObject({ error: { code: 'odd' } })
    expect(await verify(page, client_secret)).toEqual({ verificationSession: { id } })
  })

  test('uses the default address if none is given', () => {
    variables = {}
    let url = ''
    Object.assign(globalThis, { cy: { request: (_method: string, to: string) => (url = to) } })
    completeInCypress('verified')
    expect(url).toBe('http://localhost:12111/_sandbox/modal')
  })
})
