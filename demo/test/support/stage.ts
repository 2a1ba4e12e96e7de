import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch, Visitor } from './browser.js'

/** A running server with the booking page, and the sandbox behind it. */
export interface Site {
  url: string
  sandboxUrl: string | null
  close(): Promise<void>
}

/** The fixtures of one `describe`: a browser for all its tests, and a server for each. */
export class Stage<S extends Site = Site> {
  browser!: Browser
  site!: S
  readonly #visitors: Visitor[] = []

  /** Call it inside `describe`. Errors in the console of a visitor fail the test. */
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

  /** Calls a control route of the sandbox. */
  async control(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${this.site.sandboxUrl}/_sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return answer.json() as Promise<{ data: { method: string; path: string }[] }>
  }

  /** Stops the sandbox's clock, so that `pass` decides when delayed actions happen. */
  async stopClock(): Promise<void> {
    await this.control('POST', 'clock', { freeze: true })
  }

  /** Advances the sandbox's clock; resolves after all due actions. */
  async pass(milliseconds: number): Promise<void> {
    await this.control('POST', 'clock', { advance_ms: milliseconds })
  }

  /** The number of creates at Stripe. */
  async creates(): Promise<number> {
    const { data } = await this.control('GET', 'requests')
    return data.filter(
      ({ method, path }) => method === 'POST' && path === '/v1/identity/verification_sessions',
    ).length
  }
}
