import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'

export { launchChromium as launch } from '../../../scripts/lib/browser.mjs'

/** A visitor with a separate browser context on a page of the demo. Errors in the console fail the test. */
export class Visitor {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[] = []
  /** All requests of the browser, as `METHOD url`. */
  readonly requests: string[] = []
  /** The last posted body per path. */
  readonly posted: Record<string, string | null> = {}

  private constructor(context: BrowserContext, page: Page) {
    this.context = context
    this.page = page
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('request', (request) => {
      this.requests.push(`${request.method()} ${request.url()}`)
      if (request.method() === 'POST') this.posted[new URL(request.url()).pathname] = request.postData()
    })
  }

  static async arrive(browser: Browser | BrowserContext, url: string): Promise<Visitor> {
    const context = 'newContext' in browser ? await browser.newContext() : browser
    context.setDefaultTimeout(60_000)
    const visitor = new Visitor(context, await context.newPage())
    await visitor.page.goto(url)
    return visitor
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true })
  }

  get modal(): FrameLocator {
    return this.page.frameLocator('iframe[title="Stripe Identity sandbox"]')
  }

  /** Chooses an outcome in the sandbox's modal, by its accessible name. */
  async choose(outcome: string): Promise<void> {
    await this.modal.getByRole('button', { name: outcome, exact: true }).click()
  }

  async reaches(state: string): Promise<void> {
    await this.page.locator(`identity-verification[state=${state}]`).waitFor({ timeout: 60_000 })
  }

  /**
   * Waits for the return from the hosted page to a page of this address, and for the status at its server. The page is
   * then loaded again, because a webhook may arrive after the page's first request.
   */
  async comesBack(url: string, status: string): Promise<void> {
    await this.page.waitForURL(({ href }) => href.startsWith(url))
    await expect.poll(async () => (await this.session())?.status).toBe(status)
    await this.page.reload()
    await this.reaches(status)
  }

  /** The text of the element's shadow tree. */
  async text(): Promise<string> {
    return this.page.locator('identity-verification').evaluate((element) => {
      return element.shadowRoot?.textContent ?? ''
    })
  }

  async session(): Promise<{ id: string; status: string; version: number } | null> {
    return this.page.evaluate(async () => {
      const answer = await fetch('/identity/sessions/current')
      return answer.status === 204 ? null : answer.json()
    })
  }
}
