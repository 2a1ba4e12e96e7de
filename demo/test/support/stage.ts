import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch, Visitor } from './browser.js'

/** A running server with the booking page, and the sandbox behind it. */
export interface Site {
  url: string
  sandboxUrl: string | null
  close(): Promise<void>
}

/** What the tests of one `describe` play on: a browser for all of them, and for each a server of its own. */
export class Stage<S extends Site = Site> {
  browser!: Browser
  site!: S
  readonly #visitors: Visitor[] = []

  /** Call it inside `describe`. A complaint in any visitor's console fails the test. */
  constructor(start: () => Promise<S>) {
    beforeAll(async () => {
      this.browser = await launch()
    })
    afterAll(() => this.browser.close())
    beforeEach(async () => {
      this.site = await start()
    })
    afterEach(async () => {
      const visitors = this.#visitors.splice(0)
      for (const { context } of visitors) await context.close()
      await this.site.close()
      expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
    })
  }

  async arrive(path: string, where: Browser | BrowserContext = this.browser): Promise<Visitor> {
    const visitor = await Visitor.arrive(where, this.site.url + path)
    this.#visitors.push(visitor)
    return visitor
  }

  /** A call of the sandbox's control routes. */
  async control(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${this.site.sandboxUrl}/_sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return answer.json() as Promise<{ data: { method: string; path: string }[] }>
  }

  /** Stops the sandbox's clock: what takes time there happens when the test says so, by `pass`. */
  async stopClock(): Promise<void> {
    await this.control('POST', 'clock', { freeze: true })
  }

  /** Lets time pass at the sandbox; resolves when what fell due has happened there. */
  async pass(milliseconds: number): Promise<void> {
    await this.control('POST', 'clock', { advance_ms: milliseconds })
  }

  /** How many sessions were asked for at Stripe. */
  async creates(): Promise<number> {
    const { data } = await this.control('GET', 'requests')
    return data.filter(
      ({ method, path }) => method === 'POST' && path === '/v1/identity/verification_sessions',
    ).length
  }
}
