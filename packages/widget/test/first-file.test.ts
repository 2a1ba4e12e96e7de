import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { ERRORS } from 'stripe-identity-contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CARD, CHECK } from '../src/icons.js'
import { messages as first } from '../src/locales/en.js'
import { messages as rest } from '../src/locales/en.rest.js'
import type { FakeServer, FakeStripe } from '../src/testing.js'
import { launch, type Site, serve } from './pages.js'

const dist = new URL('../dist/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8')
const FIRST_FILE = read('identity-verification.js')

/** Two elements with one server; the query sets the server's state and `preload`. */
const script = `
  import { fakeServer, fakeStripe, sessionView } from '/testing.js'
  const query = new URLSearchParams(location.search)
  const status = query.get('status')
  const server = fakeServer(status ? sessionView({ status }) : null)
  if (query.has('fail')) server.fail(Number(query.get('fail')))
  const stripe = fakeStripe()
  const told = []
  const [one, two] = ['one', 'two'].map((id) => {
    const element = document.createElement('identity-verification')
    Object.assign(element, { id, fetch: server.fetch, stripe, preload: query.get('preload') ?? 'none' })
    for (const type of ['start', 'status', 'verified', 'dismiss', 'error'])
      element.addEventListener('identity-' + type, ({ detail }) =>
        told.push([id, type, detail.state ?? detail.code, detail.initial && 'initial'].filter(Boolean).join(' ')))
    document.querySelector('main').append(element)
    return element
  })
  Object.assign(window, { one, two, server, stripe, told })
  import('/identity-verification.js')
`

interface Globals {
  one: HTMLElement & { start(): Promise<{ outcome: string }>; reset(): void; state: string }
  two: Globals['one']
  server: FakeServer
  stripe: FakeStripe
  told: string[]
  outcome: string
}

describe('the first file', () => {
  it('contains no text of a failure or an error, except for a failed load', () => {
    expect(FIRST_FILE).toContain(first.verified.title)
    expect(FIRST_FILE).toContain(first.unavailable.title)
    const texts = Object.values(rest).flatMap((text) =>
      typeof text === 'string' ? [text] : [text.title, ...(text.detail ? [text.detail] : [])],
    )
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.filter((text) => FIRST_FILE.includes(text))).toEqual([])
  })

  it('contains no error code of the server', () => {
    const sent = Object.entries(ERRORS).flatMap(([code, status]) => (status ? [code] : []))
    expect(sent.filter((code) => new RegExp(`["'\`]${code}["'\`]`).test(FIRST_FILE))).toEqual([])
  })

  it('contains no part of Stripe.js', () => {
    expect(FIRST_FILE).not.toContain('js.stripe.com')
  })
})

describe('the later files', () => {
  let browser: Browser
  let site: Site
  let page: Page
  let loaded: string[]

  beforeAll(async () => {
    const chunks = readdirSync(new URL('chunks/', dist)).map((name): [string, string] => [
      `/chunks/${name}`,
      read(`chunks/${name}`),
    ])
    site = await serve({
      '/': '<!doctype html><html lang="en"><body><main></main><script type="module" src="/page.js"></script>',
      '/page.js': script,
      '/testing.js': read('testing.js'),
      '/identity-verification.js': FIRST_FILE,
      ...Object.fromEntries(chunks),
    })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  afterEach(() => page?.close())

  async function open(query = ''): Promise<void> {
    page = await browser.newPage()
    loaded = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.goto(`${site.url}/${query}`)
    await expect.poll(() => page.evaluate(() => (window as never as Globals).told?.length)).toBeGreaterThan(0)
  }

  const told = () => page.evaluate(() => (window as never as Globals).told)
  const states = () =>
    page.evaluate(() => {
      const { one, two } = window as never as Globals
      return [one.state, two.state]
    })
  const requests = () =>
    page.evaluate(() =>
      (window as never as Globals).server.requests.map(({ method, path }) => `${method} ${path}`),
    )
  const press = (id: string) => page.locator(`#${id}`).getByRole('button').click()
  const chunks = () => loaded.filter((path) => path.startsWith('/chunks/'))

  /** Delays the file of the store until the returned function is called, which lets it load or fail. */
  async function holdStore(): Promise<(comes: boolean) => Promise<void>> {
    let release!: (comes: boolean) => void
    const released = new Promise<boolean>((resolve) => {
      release = resolve
    })
    await page.route('**/chunks/controller.js', async (route) => {
      if (await released) await route.continue()
      else await route.abort()
    })
    return async (comes) => {
      release(comes)
      await page.unrouteAll({ behavior: 'wait' })
    }
  }

  for (const [status, needed] of [
    ['', []],
    ['?status=verified', ['/chunks/first-state.js']],
  ] as const)
    it(`are ${needed.join() || 'not loaded'} before intent, with ${status || 'no session'}`, async () => {
      await open(status)
      await page
        .locator('#two')
        .getByText(/Identity verification|identity is verified/)
        .waitFor()
      expect(chunks()).toEqual(needed)
      expect(await requests()).toEqual(['GET /sessions/current'])
    })

  it('are not needed for icons: each state has one, and the privacy link keeps its space', async () => {
    const sign = () => page.locator('#one svg > path').getAttribute('d')
    await open()
    const privacy = page.locator('#one p[part=privacy]')
    expect(await privacy.evaluate((node) => node.textContent)).toBe(`${first.privacy} `)
    expect(await sign()).toBe(CARD)
    await page.evaluate("server.update({ status: 'verified' }); one.refresh()")
    await page.locator('#one[state=verified]').waitFor()
    await expect.poll(sign).toBe(CHECK)
  })

  it('load on hover, without changing what is shown', async () => {
    await open('?preload=intent')
    await page.locator('#one').hover()
    await expect.poll(chunks).toEqual(expect.arrayContaining(['/chunks/controller.js', '/chunks/run.js']))
    await expect.poll(chunks).toContain('/chunks/en.rest.js')
    expect(await told()).toEqual(['one status idle initial', 'two status idle initial'])
    expect(await requests()).toEqual(['GET /sessions/current'])
    await press('one')
    await page.locator('#two[state=open]').waitFor()
  })

  it('load on a click, which shows at once on all elements', async () => {
    await open()
    const release = await holdStore()
    await press('one')
    expect(await states()).toEqual(['starting', 'starting'])
    expect(await page.locator('#one').getByRole('button').getAttribute('aria-disabled')).toBe('true')
    // A second start joins the first.
    await page.evaluate(() => void (window as never as Globals).two.start())
    await release(true)
    await page.locator('#two[state=open]').waitFor()
    expect((await told()).slice(2)).toEqual([
      'one start',
      'one status starting',
      'two status starting',
      'one status open',
      'two status open',
    ])
    expect(await requests()).toEqual(['GET /sessions/current', 'POST /sessions'])
    expect(await page.evaluate(() => (window as never as Globals).stripe.opened)).toBe(1)
  })

  for (const [what, act, state] of [
    ['a removal', 'one.remove(); two.remove()', 'idle'],
    ['a reset', 'one.reset()', 'idle'],
  ] as const)
    it(`are not used after ${what}`, async () => {
      await open()
      const release = await holdStore()
      await page.evaluate(() => {
        const all = window as never as Globals
        void all.one.start().then(({ outcome }) => {
          all.outcome = outcome
        })
      })
      await page.evaluate(act)
      await expect.poll(() => page.evaluate(() => (window as never as Globals).outcome)).toBe('aborted')
      await release(true)
      await expect.poll(chunks).toContain('/chunks/controller.js')
      await page.waitForLoadState('networkidle')
      expect((await states())[0]).toBe(state)
      expect(await requests()).toEqual(['GET /sessions/current'])
    })

  it('are not loaded for a start that a listener prevents', async () => {
    await open()
    const outcome = await page.evaluate(async () => {
      const { one } = window as never as Globals
      one.addEventListener('identity-start', (event) => event.preventDefault())
      return (await one.start()).outcome
    })
    expect(outcome).toBe('prevented')
    expect(chunks()).toEqual([])
  })

  it('that fail to load cause an error with a retry, which loads them', async () => {
    await open()
    await page.route('**/chunks/*', (route) => route.abort())
    await press('one')
    await page.locator('#one').getByText(first.unavailable.title).waitFor()
    await page.locator('#two').getByText(first.unavailable.title).waitFor()
    expect((await told()).slice(-4)).toEqual([
      'one status error',
      'two status error',
      'one error widget_load_failed',
      'two error widget_load_failed',
    ])
    await page.unrouteAll()
    await page.locator('#one').getByRole('button', { name: 'Try again' }).click()
    await page.locator('#two[state=open]').waitFor()
  })

  it('that fail to load do not change a result', async () => {
    await open('?status=verified')
    await page.route('**/chunks/*', (route) => route.abort())
    await page.evaluate('one.refresh()')
    expect((await told()).slice(4)).toEqual(['one error widget_load_failed'])
    expect(await states()).toEqual(['verified', 'verified'])
    await page.unrouteAll()
    await page.evaluate(() => {
      void (window as never as Globals).server.update({ status: 'requires_input' })
      window.dispatchEvent(new Event('online'))
    })
    // The `online` event alone caused the request; Stripe overrode "verified".
    await page.locator('#two').getByText(rest.taken_back.title).waitFor()
  })

  it('determine the error of an answer without a second request', async () => {
    await open('?fail=401')
    await page.locator('#two').getByText(rest.unauthenticated.title).waitFor()
    expect(await states()).toEqual(['error', 'error'])
    expect(await requests()).toEqual(['GET /sessions/current'])
  })

  it('are replaced by a spinner until a failure can be shown completely', async () => {
    let release!: () => void
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    page = await browser.newPage()
    await page.route('**/chunks/later.js', async (route) => {
      await released
      await route.continue()
    })
    await page.goto(`${site.url}/?status=canceled`)
    const element = page.locator('#one[state=canceled]')
    await element.waitFor()
    await element.locator('svg.turn').waitFor()
    expect(await element.getByRole('button').count()).toBe(0)
    expect(await element.locator('p').count()).toBe(0)
    release()
    await element.getByText(rest.canceled.title).waitFor()
    expect(await element.locator('svg.turn').count()).toBe(0)
    expect(await element.getByRole('button').count()).toBe(1)
  })

  it('that parse a session cause an error if they fail to load, and a retry', async () => {
    page = await browser.newPage()
    await page.route('**/chunks/*', (route) => route.abort())
    await page.goto(`${site.url}/?status=verified`)
    await page.locator('#one').getByText(first.unavailable.title).waitFor()
    expect((await told()).slice(-2)).toEqual(['one error widget_load_failed', 'two error widget_load_failed'])
    await page.unrouteAll()
    await page.locator('#one').getByRole('button', { name: 'Try again' }).click()
    await page.locator('#two[state=verified]').waitFor()
  })

  it('keep the focus inside, even if they load after the change', async () => {
    let release!: () => void
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await open()
    await page.route('**/chunks/keep-focus.js', async (route) => {
      await released
      await route.continue()
    })
    await page.locator('#one').getByRole('button').focus()
    await page.evaluate("server.update({ status: 'verified' }); void one.refresh()")
    await page.locator('#one[state=verified]').getByText(first.verified.title).waitFor()
    release()
    await expect
      .poll(() => page.evaluate("one.shadowRoot.activeElement?.getAttribute('part')"))
      .toBe('status')
  })

  it('request the session with another `fetch` of the host', async () => {
    await open('?status=verified')
    await page.evaluate(`
      Object.assign(window, { renewed: [] })
      one.fetch = (...args) => { renewed.push(String(args[0])); return server.fetch(...args) }
    `)
    await expect.poll(() => page.evaluate('renewed')).toEqual(['/identity/sessions/current'])
    expect(await states()).toEqual(['verified', 'verified'])
    expect((await told()).slice(4)).toEqual([])
  })

  it('suggest leaving after ten seconds of checking', async () => {
    page = await browser.newPage()
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(1000)
    await page.goto(`${site.url}/?status=processing`)
    const element = page.locator('#one')
    // The page's clock advances only here; the ten seconds begin with the poll.
    while ((await page.evaluate('window.server?.held')) !== 1) await page.clock.runFor(1)
    await page.clock.runFor(8000)
    expect(await element.getByText(first.processing.title).isVisible()).toBe(true)
    await page.clock.runFor(3000)
    await element.getByText(rest.processing_long.title).waitFor()
    expect(await element.getByText(rest.processing_long.detail).isVisible()).toBe(true)
    await page.evaluate("server.update({ status: 'verified' })")
    await element.getByText(first.verified.title).waitFor()
  })
})
