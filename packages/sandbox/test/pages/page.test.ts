import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Sandbox } from '../../src/index.js'
import { createSession } from '../support/api.js'
import { type Host, modal, press, useHostPage, verify } from './browser.js'

/** The effects of the modal on the page, and of the page on the modal. */

const BODY = `
  <style>iframe, div { display: none !important; position: static !important; z-index: 1 !important }</style>
  <button id="start">Start</button>
  <section><p>Text</p></section>
  <dialog id="dialog"><p>A dialog of the page</p><button>In the dialog</button></dialog>
  <p style="height: 4000px">Long</p>
  <script>
    customElements.define('outer-element', class extends HTMLElement {
      constructor() {
        super()
        this.attachShadow({ mode: 'open' }).append(document.createElement('inner-element'))
      }
    })
    customElements.define('inner-element', class extends HTMLElement {
      constructor() {
        super()
        const button = document.createElement('button')
        button.textContent = 'Inside'
        this.attachShadow({ mode: 'open' }).append(button)
      }
    })
    document.querySelector('section').append(document.createElement('outer-element'))
  </script>`

let sandbox: Sandbox
let host: Host
let page: Page
useHostPage((setting) => ({ sandbox, host, page } = setting), { body: BODY })

async function open() {
  const { id, client_secret } = await createSession(sandbox)
  const result = verify(page, client_secret)
  await modal(page).getByRole('button', { name: 'Close', exact: true }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME')
  return { id, client_secret, result }
}

const cancelledResult = { error: { code: 'session_cancelled' } }

test("covers the viewport in front of everything, regardless of the page's styles, and outside the top layer", async () => {
  const { result } = await open()
  const layer = page.locator('[data-stripe-identity-sandbox]')
  expect(await layer.boundingBox()).toEqual({ x: 0, y: 0, width: expect.any(Number), height: 700 })
  expect((await layer.boundingBox())!.width).toBeGreaterThanOrEqual(880)
  expect(
    await layer.evaluate((element) => [
      getComputedStyle(element).zIndex,
      element.matches(':modal, :popover-open'),
    ]),
  ).toEqual(['2147483647', false])
  await press(page, 'Close')
  expect(await result).toMatchObject(cancelledResult)
})

test('takes the focus, keeps it, and returns it', async () => {
  await page.focus('#start')
  const { result } = await open()
  for (const key of [...Array(12).fill('Tab'), ...Array(12).fill('Shift+Tab')]) {
    await page.keyboard.press(key)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  }
  await page.evaluate(() => document.querySelector<HTMLElement>('#start')!.focus())
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  await page.keyboard.press('Escape')
  await result
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('start')
})

test('Tab cycles inside, from the last control to the first, and back', async () => {
  const { result } = await open()
  const inside = () =>
    page.frames()[1]!.evaluate(() => {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      return element?.textContent?.trim()
    })
  await page.keyboard.press('Tab')
  expect(await inside()).toBe('Close')
  await page.keyboard.press('Shift+Tab')
  await expect.poll(inside).toBe('Decline consent')
  await page.keyboard.press('Tab')
  await expect.poll(inside).toBe('Close')
  await press(page, 'Close')
  await result
})

test('returns the focus inside nested shadow roots', async () => {
  await page.locator('inner-element button').focus()
  const { result } = await open()
  await press(page, 'Close')
  expect(await result).toMatchObject(cancelledResult)
  const deep = await page.evaluate(
    () => document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.textContent,
  )
  expect(deep).toBe('Inside')
})

test("locks the page's scrolling and restores its styles", async () => {
  await page.evaluate(() => {
    document.body.style.setProperty('overflow', 'scroll')
    window.scrollTo(0, 300)
  })
  const before = await page.evaluate(() => [
    document.body.style.cssText,
    document.documentElement.style.cssText,
    scrollY,
  ])
  const { result } = await open()
  expect(await page.evaluate(() => getComputedStyle(document.body).overflowY)).toBe('hidden')
  await page.mouse.move(10, 10)
  await page.mouse.wheel(0, 500)
  await press(page, 'Close')
  await result
  const after = await page.evaluate(() => [
    document.body.style.cssText,
    document.documentElement.style.cssText,
    scrollY,
  ])
  expect(after).toEqual(before)
})

test('Escape closes the modal also with the focus on the page', async () => {
  const { result } = await open()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Escape')
  expect(await result).toMatchObject(cancelledResult)
})

test('holding a key down on Close does not press the button of the page behind it', async () => {
  const { client_secret } = await createSession(sandbox)
  await page.evaluate((secret) => {
    const results: unknown[] = []
    Object.assign(window, { results })
    document.querySelector('#start')!.addEventListener('click', async () => {
      results.push(await window.Stripe!('pk_test_123').verifyIdentity(secret))
    })
  }, client_secret)
  const settled = () => page.evaluate(() => (window as unknown as { results: unknown[] }).results)
  await page.focus('#start')
  await page.keyboard.press('Enter')
  const close = modal(page).getByRole('button', { name: 'Close', exact: true })
  await close.focus()
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect.poll(settled).toHaveLength(1)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('start')
  expect(await page.locator('iframe').count()).toBe(0)
})

test.each([
  ['the layer', () => document.querySelector('[data-stripe-identity-sandbox]')!.remove()],
  ['the iframe', () => document.querySelector('iframe')!.remove()],
  ['the whole body', () => document.body.replaceWith(document.createElement('body'))],
])('a page that removes %s closes the modal', async (_, remove) => {
  const { client_secret, result } = await open()
  await page.evaluate(remove)
  expect(await result).toMatchObject(cancelledResult)
  expect(await page.locator('[data-stripe-identity-sandbox]').count()).toBe(0)
  const again = verify(page, client_secret)
  await press(page, 'Close')
  expect(await again).toMatchObject(cancelledResult)
})

test('a page that moves the layer reloads it, and it still works', async () => {
  const { id, result } = await open()
  await page.evaluate(() =>
    document.querySelector('section')!.append(document.querySelector('[data-stripe-identity-sandbox]')!),
  )
  await press(page, 'Verification success')
  expect(await result).toEqual({ verificationSession: { id } })
})

test('a second call is refused at once, on any instance, and the first continues', async () => {
  const { id, result } = await open()
  const other = await createSession(sandbox)
  expect(await verify(page, other.client_secret)).toMatchObject({
    error: { type: 'validation_error', code: 'modal_already_open' },
  })
  expect(await page.locator('iframe').count()).toBe(1)
  await press(page, 'Verification success')
  expect(await result).toEqual({ verificationSession: { id } })
  const next = verify(page, other.client_secret)
  await press(page, 'Verification success')
  expect(await next).toEqual({ verificationSession: { id: other.id } })
})

test('two pages with one session: the later submission is refused', async () => {
  const { id, client_secret, result } = await open()
  const second = await page.context().browser()!.newPage()
  await second.goto(host.url)
  const late = verify(second, client_secret)
  await modal(second).getByRole('button', { name: 'Verification failure', exact: true }).waitFor()
  await press(page, 'Verification success')
  expect(await result).toEqual({ verificationSession: { id } })
  await press(second, 'Verification failure')
  expect(await late).toMatchObject({ error: { type: 'invalid_request_error', code: 'client_secret_used' } })
  await second.close()
})

test('stays hidden behind a modal dialog, as Stripe’s does, warns about it, and leaves Escape to the dialog', async () => {
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  await page.evaluate(() => document.querySelector('dialog')!.showModal())
  const { client_secret } = await createSession(sandbox)
  const result = verify(page, client_secret)
  await modal(page).getByRole('button', { name: 'Close', exact: true }).waitFor()
  await expect.poll(() => warnings.join()).toContain('covered by another element')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.querySelector('dialog')!.open)).toBe(false)
  await press(page, 'Close')
  expect(await result).toMatchObject(cancelledResult)
})
