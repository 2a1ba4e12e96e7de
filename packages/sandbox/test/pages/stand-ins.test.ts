import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHostPage } from './browser.js'

let page: Page
useHostPage((setting) => ({ page } = setting))

/** The Stripe.js methods that apps with payments call. */
interface Payments {
  registerAppInfo(info: object): void
  elements(options?: object): {
    create(type: string): {
      mount(target: string): void
      on(event: string, handler: () => void): unknown
      unmount(): void
    }
    getElement(type: string): unknown
    submit(): Promise<{ error?: { message: string } }>
  }
  paymentRequest(options: object): { canMakePayment(): Promise<null> }
  confirmPayment(options: object): Promise<{ error: { code: string; message: string } }>
  initCheckout(options: object): Promise<unknown>
  verifyIdentity: unknown
  then: unknown
  nothingOfStripe: unknown
}

test('a page that also takes payments loads, and gets errors for everything that is not imitated', async () => {
  const seen = await page.evaluate(async () => {
    const stripe = (window as unknown as { Stripe(key: string): Payments }).Stripe('pk_test_1')
    stripe.registerAppInfo({ name: 'shop' })
    document.body.insertAdjacentHTML('beforeend', '<div id="card"></div>')
    const elements = stripe.elements({ clientSecret: 'pi_1_secret_2' })
    const element = elements.create('payment')
    const ready = new Promise<void>((resolve) => void element.on('ready', resolve))
    element.mount('#card')
    await ready
    const note = document.querySelector('#card')?.textContent
    element.unmount()
    return {
      note,
      gone: document.querySelector('#card')?.textContent,
      same: elements.getElement('payment') === element,
      submit: (await elements.submit()).error?.message,
      pays: await stripe.paymentRequest({}).canMakePayment(),
      confirm: (await stripe.confirmPayment({})).error,
      checkout: await stripe.initCheckout({}).catch((error: Error) => error.message),
      awaited: (await Promise.resolve(stripe)) === stripe,
      unknown: [typeof stripe.nothingOfStripe, typeof stripe.then, typeof stripe.verifyIdentity],
    }
  })
  expect(seen).toEqual({
    note: 'Stripe Identity sandbox: the payment element is not imitated.',
    gone: '',
    same: true,
    submit: expect.stringContaining('Stripe Identity sandbox'),
    pays: null,
    confirm: {
      type: 'invalid_request_error',
      code: 'not_in_sandbox',
      message: expect.stringContaining('stripe.confirmPayment() is not imitated'),
    },
    checkout: expect.stringContaining('stripe.initCheckout() is not imitated'),
    awaited: true,
    unknown: ['undefined', 'undefined', 'function'],
  })
})

test("Stripe's React bindings accept it as Stripe", async () => {
  const kinds = await page.evaluate(() => {
    const stripe = (window as unknown as { Stripe(key: string): Record<string, unknown> }).Stripe('pk_test_1')
    return ['elements', 'createToken', 'createPaymentMethod', 'confirmCardPayment'].map(
      (name) => typeof stripe[name],
    )
  })
  expect(kinds).toEqual(['function', 'function', 'function', 'function'])
})
