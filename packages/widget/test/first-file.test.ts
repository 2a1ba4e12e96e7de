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

/** Two elements of one server; the query says what the server knows, and what is loaded ahead. */
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
  it('holds no text of a failure or an error, but the one for texts that cannot be loaded', () => {
    expect(FIRST_FILE).toContain(first.verified.title)
    expect(FIRST_FILE).toContain(first.unavailable.title)
    const texts = Object.values(rest).flatMap((text) =>
      typeof text === 'string' ? [text] : [text.title, ...(text.detail ? [text.detail] : [])],
    )
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.filter((text) => FIRST_FILE.includes(text))).toEqual([])
  })

  it('holds no code of an error that a server sends', () => {
    const sent = Object.entries(ERRORS).flatMap(([code, status]) => (status ? [code] : []))
    expect(sent.filter((code) => new RegExp(`["'\`]${code}["'\`]`).test(FIRST_FILE))).toEqual([])
  })

  it('holds no word of Stripe.js', () => {
    expect(FIRST_FILE).not.toContain('js.stripe.com')
  })
})

describe('what loads later', () => {
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

  /** Holds the store back until the answer is called, with which it comes or fails. */
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
    it(`is ${needed.join() || 'nothing'} before intent, with ${status || 'nothing known'}`, async () => {
      await open(status)
      await page
        .locator('#two')
        .getByText(/Identity verification|identity is verified/)
        .waitFor()
      expect(chunks()).toEqual(needed)
      expect(await requests()).toEqual(['GET /sessions/current'])
    })

  it('shows a sign for each state, and the space before the link to the privacy policy', async () => {
    const sign = () => page.locator('#one svg > path').getAttribute('d')
    await open()
    const privacy = page.locator('#one p[part=privacy]')
    expect(await privacy.evaluate((node) => node.textContent)).toBe(`${first.privacy} `)
    expect(await sign()).toBe(CARD)
    await page.evaluate("server.update({ status: 'verified' }); one.refresh()")
    await page.locator('#one[state=verified]').waitFor()
    await expect.poll(sign).toBe(CHECK)
  })

  it('comes with the pointer, and leaves what is shown as it is', async () => {
    await open('?preload=intent')
    await page.locator('#one').hover()
    await expect.poll(chunks).toEqual(expect.arrayContaining(['/chunks/controller.js', '/chunks/run.js']))
    await expect.poll(chunks).toContain('/chunks/en.rest.js')
    expect(await told()).toEqual(['one status idle initial', 'two status idle initial'])
    expect(await requests()).toEqual(['GET /sessions/current'])
    await press('one')
    await page.locator('#two[state=open]').waitFor()
  })

  it('is waited for by a click, which shows at once on all elements', async () => {
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
    it(`is not gone on with after ${what}`, async () => {
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

  it('is not loaded for a start that a listener prevents', async () => {
    await open()
    const outcome = await page.evaluate(async () => {
      const { one } = window as never as Globals
      one.addEventListener('identity-start', (event) => event.preventDefault())
      return (await one.start()).outcome
    })
    expect(outcome).toBe('prevented')
    expect(chunks()).toEqual([])
  })

  it('that fails is an error with a retry, and the retry loads it', async () => {
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

  it('that fails leaves a result as it is', async () => {
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
    // Nothing but the network's return was needed; "verified" is taken back.
    await page.locator('#two').getByText(rest.taken_back.title).waitFor()
  })

  it('finds out what is wrong with an answer, and asks no second time', async () => {
    await open('?fail=401')
    await page.locator('#two').getByText(rest.unauthenticated.title).waitFor()
    expect(await states()).toEqual(['error', 'error'])
    expect(await requests()).toEqual(['GET /sessions/current'])
  })

  it('is a spinner in the place of a failure, until all of it can be shown', async () => {
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

  it('that reads a session is an error where it is lost, and is tried again', async () => {
    page = await browser.newPage()
    await page.route('**/chunks/*', (route) => route.abort())
    await page.goto(`${site.url}/?status=verified`)
    await page.locator('#one').getByText(first.unavailable.title).waitFor()
    expect((await told()).slice(-2)).toEqual(['one error widget_load_failed', 'two error widget_load_failed'])
    await page.unrouteAll()
    await page.locator('#one').getByRole('button', { name: 'Try again' }).click()
    await page.locator('#two[state=verified]').waitFor()
  })

  it('keeps the focus inside, although what keeps it comes after the change', async () => {
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

  it('asks with another `fetch` of the host', async () => {
    await open('?status=verified')
    await page.evaluate(`
      Object.assign(window, { renewed: [] })
      one.fetch = (...args) => { renewed.push(String(args[0])); return server.fetch(...args) }
    `)
    await expect.poll(() => page.evaluate('renewed')).toEqual(['/identity/sessions/current'])
    expect(await states()).toEqual(['verified', 'verified'])
    expect((await told()).slice(4)).toEqual([])
  })

  it('says after ten seconds of checking that the page may be left', async () => {
    page = await browser.newPage()
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(1000)
    await page.goto(`${site.url}/?status=processing`)
    const element = page.locator('#one')
    // The page's time passes only here; the ten seconds begin with the poll.
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
