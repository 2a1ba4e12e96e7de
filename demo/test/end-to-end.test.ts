import { describe, expect, it } from 'vitest'
import { startDemo } from '../src/demo.js'
import { booksOnlyVerifiedGuests, START } from './support/booking.js'
import { Stage } from './support/stage.js'

const start = () => startDemo({ port: 0, sandboxPort: 0, env: {} })

describe('the booking page', () => {
  booksOnlyVerifiedGuests(new Stage(start), '/html')
})

describe('from click to verified', () => {
  const stage = new Stage(start)

  it('returns to the state of the session when the modal is closed, and resumes it', async () => {
    const ada = await stage.arrive('/html')
    await ada.button(START).click()
    await ada.choose('Close')
    await ada.reaches('idle')
    const { id } = (await ada.session()) as { id: string }
    await ada.page.getByRole('button', { name: /verif/i }).first().click()
    await ada.choose('Verification failure')
    await ada.reaches('requires_input')
    await ada.button('Try again').click()
    await ada.choose('Close')
    await ada.reaches('requires_input')
    expect((await ada.session())?.id).toBe(id)
  })

  it('shows a separate message for declined consent', async () => {
    const ada = await stage.arrive('/html')
    await ada.button(START).click()
    await ada.choose('Decline consent')
    await ada.reaches('requires_input')
    expect(await ada.text()).toMatch(/consent|agree|declined/i)
    await ada.button('Try again').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
  })

  it("shows the server's state in a second tab and in a reopened browser", async () => {
    await stage.stopClock()
    const ada = await stage.arrive('/html')
    await ada.button(START).click()
    await ada.choose('Verification success async')
    await ada.reaches('processing')
    const second = await stage.arrive('/html', ada.context)
    await second.reaches('processing')
    await stage.pass(5_000)
    await ada.reaches('verified')
    await second.reaches('verified')
    const cookies = await ada.context.storageState()
    expect(
      cookies.cookies.every(({ httpOnly, expires }) => httpOnly && expires > Date.now() / 1000 + 86_400),
    ).toBe(true)
    const reopened = await stage.browser.newContext({ storageState: cookies })
    await (await stage.arrive('/html', reopened)).reaches('verified')
    const bob = await stage.arrive('/html')
    await bob.reaches('idle')
    expect(await bob.session()).toBeNull()
  })

  it('cannot be made to show verified by anything in the browser', async () => {
    const ada = await stage.arrive('/html?status=verified&state=verified&redirect_status=succeeded')
    await ada.reaches('idle')
    const forged = await ada.page.evaluate(async () => {
      const json = { 'Content-Type': 'application/json' }
      const post = (path: string, body: object) =>
        fetch(path, { method: 'POST', headers: json, body: JSON.stringify(body) }).then(
          (answer) => answer.status,
        )
      const made = await post('/identity/sessions', {})
      const { id } = await (await fetch('/identity/sessions/current')).json()
      const event = {
        ...{ id: 'evt_1', object: 'event', type: 'identity.verification_session.verified', livemode: false },
        ...{
          created: 2_000_000_000,
          data: { object: { id, object: 'identity.verification_session', status: 'verified' } },
        },
      }
      return {
        made,
        claimed: await post('/identity/sessions', { status: 'verified' }),
        webhook: await post('/identity/webhook', event),
        booked: await post('/book', {}),
      }
    })
    expect(forged).toEqual({ made: 201, claimed: 400, webhook: 400, booked: 403 })
    ada.complaints.length = 0 // the browser reports the refusals just asked for
    await ada.page.reload()
    await ada.reaches('idle')
    expect(await ada.session()).toMatchObject({ status: 'requires_input' })
  })

  it('shows the status within seconds without webhooks', async () => {
    const ada = await stage.arrive('/html')
    await stage.control('PUT', 'deliveries/policy', { drop: true })
    await ada.button(START).click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
  })

  it('makes one session for a double click, for Enter with a click, and for two tabs at once', async () => {
    const ada = await stage.arrive('/html')
    const second = await stage.arrive('/html', ada.context)
    await Promise.all([ada.button(START).dblclick({ noWaitAfter: true }), second.button(START).click()])
    await ada.modal.getByRole('button', { name: 'Close', exact: true }).waitFor()
    await second.modal.getByRole('button', { name: 'Close', exact: true }).waitFor()
    expect(await stage.creates()).toBe(1)
    const bob = await stage.arrive('/html')
    await bob.button(START).focus()
    await Promise.all([bob.page.keyboard.press('Enter'), bob.button(START).dispatchEvent('click')])
    await bob.modal.getByRole('button', { name: 'Close', exact: true }).waitFor()
    expect(await stage.creates()).toBe(2)
    expect(await bob.page.locator('iframe').count()).toBe(1)
  })

  it('makes one request to its own server before intent, and none to others', async () => {
    const ada = await stage.arrive('/html')
    await ada.reaches('idle')
    await ada.page.waitForLoadState('networkidle')
    expect(ada.requests.filter((request) => request.includes('/identity/'))).toEqual([
      `GET ${stage.site.url}/identity/sessions/current`,
    ])
    expect(ada.requests.filter((request) => !request.includes(stage.site.url))).toEqual([])
    await Promise.all([ada.page.waitForRequest(`${stage.site.sandboxUrl}/v3/`), ada.button(START).focus()])
  })

  it('uses the Stripe.js that a page already has', async () => {
    const context = await stage.browser.newContext()
    await context.route('**/sandbox.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    )
    await context.addInitScript(() => {
      const calls: string[] = []
      const stripe = { verifyIdentity: async () => ({ error: { code: 'session_cancelled' } }) }
      Object.assign(window, {
        calls,
        Stripe: Object.assign(
          (key: string) => {
            calls.push(key)
            return stripe
          },
          { version: 'endive' },
        ),
      })
    })
    const visitor = await stage.arrive('/html', context)
    await visitor.button(START).click()
    await expect
      .poll(() => visitor.page.evaluate(() => Reflect.get(window, 'calls') as string[]))
      .toHaveLength(1)
    expect(visitor.requests.filter((request) => request.includes('js.stripe.com'))).toEqual([])
  })

  it("shows the server's state after the hosted page", async () => {
    const ada = await stage.arrive('/html')
    await ada.page
      .locator('identity-verification')
      .evaluate((element) => element.setAttribute('flow', 'redirect'))
    await ada.button(START).click()
    await ada.page.waitForURL(`${stage.site.sandboxUrl}/start/**`)
    await ada.page.getByRole('button', { name: 'Verification success', exact: true }).click()
    await ada.comesBack(`${stage.site.url}/html`, 'verified')
  })
})

describe("with Stripe's keys", () => {
  it('contains nothing of the sandbox', async () => {
    const env = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1' }
    const demo = await startDemo({ port: 0, sandboxPort: 0, env })
    try {
      expect(demo.sandboxUrl).toBeNull()
      const page = await fetch(`${demo.url}/html`)
      expect(await page.text()).not.toContain('sandbox')
      expect(page.headers.get('content-security-policy')).toContain('https://js.stripe.com')
      expect((await fetch(`${demo.url}/sandbox.js`)).status).toBe(404)
    } finally {
      await demo.close()
    }
  })

  it('refuses a live key', async () => {
    const env = { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }
    await expect(startDemo({ port: 0, sandboxPort: 0, env })).rejects.toThrow('live key')
  })
})
