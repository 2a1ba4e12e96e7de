import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launch, Visitor } from './browser.js'
import { type ShippedDemo, startShippedDemo } from './shipped.js'

const START = 'Verify your identity'
const READY = 'All set: the cabin is yours to book.'

/**
 * Tests the demo with the packages as published: everything a guest can do on the pages of `whole`, one verification
 * and booking on those of `short`.
 */
export function shippedDemo({ whole, short = [] }: { whole: string[]; short?: string[] }): void {
  let browser: Browser
  let demo: ShippedDemo
  const visitors: Visitor[] = []
  beforeAll(async () => {
    demo = await startShippedDemo()
    browser = await launch()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) {
      await visitor.context.close()
      // Errors and warnings in the console, including violations of the Content-Security-Policy.
      expect(visitor.complaints).toEqual([])
    }
  })

  it('has a playground', async () => {
    const visitor = await Visitor.arrive(browser, `${demo.url}/playground`)
    visitors.push(visitor)
    await visitor.page.getByRole('radio', { name: 'verified' }).check()
    await visitor.reaches('verified')
  })

  describe.each([...whole, ...short])('/%s', (name) => {
    beforeAll(async () => {
      const built = await fetch(`${demo.url}/${name}`)
      expect(built.status, await built.text()).toBe(200)
    }, 300_000)

    const arrive = async () => {
      const visitor = await Visitor.arrive(browser, `${demo.url}/${name}`)
      visitors.push(visitor)
      await visitor.reaches('idle')
      return visitor
    }

    it('blocks the form until verified, and accepts the booking then', async () => {
      const ada = await arrive()
      await ada.button('Book the cabin').click()
      expect(await ada.page.locator('identity-verification').evaluate((it) => it.matches(':invalid'))).toBe(
        true,
      )
      expect(new URL(ada.page.url()).pathname).toBe(`/${name}`)
      expect(ada.requests.filter((request) => request.startsWith('POST'))).toEqual([])
      await ada.button(START).click()
      await ada.choose('Verification success')
      await ada.reaches('verified')
      await ada.page.getByText(READY).waitFor()
      await ada.button('Book the cabin').click()
      await ada.page.waitForURL('**/booked')
      const { id } = (await ada.session()) as { id: string }
      expect(ada.posted['/book']).toBe(`identity=${id}`)
    })

    if (short.includes(name)) return

    it('allows a retry after a failure, in the same session', async () => {
      const ada = await arrive()
      await ada.button(START).click()
      await ada.choose('Verification failure')
      await ada.reaches('requires_input')
      expect(await ada.page.getByText(READY).isVisible()).toBe(false)
      const { id } = (await ada.session()) as { id: string }
      await ada.button('Try again').click()
      await ada.choose('Verification success')
      await ada.reaches('verified')
      expect(await ada.session()).toMatchObject({ id, status: 'verified' })
    })

    it("shows the server's state after a reload", async () => {
      const ada = await arrive()
      await ada.button(START).click()
      await ada.choose('Verification failure')
      await ada.reaches('requires_input')
      await ada.page.reload()
      await ada.reaches('requires_input')
      await ada.button('Try again').click()
      await ada.choose('Verification success')
      await ada.reaches('verified')
      await ada.page.reload()
      await ada.reaches('verified')
      await ada.page.getByText(READY).waitFor()
    })

    it('is the return page of Stripe’s hosted page', async () => {
      const ada = await arrive()
      await ada.page
        .locator('identity-verification')
        .evaluate((element) => element.setAttribute('flow', 'redirect'))
      await ada.button(START).click()
      await ada.page.waitForURL(`${demo.sandboxUrl}/start/**`)
      await ada.page.getByRole('button', { name: 'Verification success', exact: true }).click()
      await ada.comesBack(`${demo.url}/${name}`, 'verified')
    })
  })
}
