import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScene, type Scene, TOKEN } from './scene.js'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Violation {
  id: string
  nodes: { target: string[]; html: string }[]
}

/** The violations of WCAG 2.2 AA found by axe, which runs outside the page's CSP, like an extension. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await readFile(AXE, 'utf8'))
  const found = await page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as {
      run(context: Document, options: object): Promise<{ violations: Violation[] }>
    }
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return (await axe.run(document, { runOnly: { type: 'tag', values } })).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 120)}`),
  )
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('the console', () => {
  let scene: Scene
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    scene = await createScene({ limits: { maxAttempts: 1 }, onStatusChange: () => {} })
    ids.verified = await scene.make('verified@example.com', 'verified')
    ids.failed = await scene.make('failed', 'failed', 'document_expired')
    ids.processing = await scene.make('processing', 'processing')
    ids.canceled = await scene.make('canceled', 'canceled')
    ids.redacted = await scene.make('redacted', 'redacted')
    ids.notStarted = await scene.make('not-started', 'not_started')
  })
  afterAll(() => scene.close())

  const rows = (page: Page) => page.locator('tbody tr')
  const PERSON = () => `#/person/${ids.failed}`

  it('signs in with the token, keeps no secret readable by scripts, and signs out', async () => {
    const page = await scene.open('', { signedIn: false })
    await page.getByLabel('Operator token').fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('This is not the operator token.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Operator token').fill(TOKEN)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Search' }).waitFor()
    const readable = await page.evaluate(() =>
      JSON.stringify([
        document.cookie,
        { ...localStorage },
        { ...sessionStorage },
        document.documentElement.outerHTML,
      ]),
    )
    expect(readable).not.toContain(TOKEN)
    expect(readable).not.toContain('identity_operator')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Operator token').waitFor()
    await page.goto(scene.url)
    await page.getByLabel('Operator token').waitFor()
    await page.context().close()
  })

  it('searches by one box, with filters in a URL that can be shared', async () => {
    const page = await scene.open()
    await expect.poll(() => rows(page).count()).toBe(6)
    const box = page.getByLabel('User, session or event')
    await box.fill('failed')
    await box.press('Enter')
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(await rows(page).textContent()).toContain('Attempts used up')
    expect(page.url()).toContain('#/?q=failed')
    await box.fill(String(ids.verified))
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'verified@example.com' }).waitFor()
    await box.fill('')
    await box.press('Enter')
    await page.getByLabel('Status').selectOption('processing')
    await expect.poll(() => rows(page).count()).toBe(1)
    const sent = page.url()
    await page.goto('about:blank')
    await page.goto(sent)
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(await page.getByLabel('Status').inputValue()).toBe('processing')
    await page.getByRole('link', { name: 'Clear filters' }).click()
    await page.getByLabel('Needs attention').check()
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.goBack()
    await expect.poll(() => rows(page).count()).toBe(6)
    await page.context().close()
  })

  it('answers in one sentence, and updates live', async () => {
    const id = await scene.make('live', 'not_started')
    const page = await scene.open(`#/person/${id}`)
    await page.getByText(/^Not verified: nothing was tried yet, 1 attempt left$/).waitFor()
    await scene.world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await page
      .getByText(/^Verified /)
      .first()
      .waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Host told by onStatusChange' }).first().waitFor()
    await page.getByText('document', { exact: true }).first().waitFor()
    const link = page.getByRole('link', { name: /Dashboard/ })
    expect(await link.getAttribute('href')).toBe(
      `https://dashboard.stripe.com/test/identity/verification-sessions/${id}`,
    )
    expect(await link.getAttribute('rel')).toContain('noreferrer')
    await page.context().close()
  })

  it('shows verified data only on request, records the access in the history, and drops the data on leaving', async () => {
    const page = await scene.open(`#/person/${ids.verified}`)
    await page.getByRole('button', { name: 'Read it now' }).waitFor()
    expect(await page.getByText('first name').count()).toBe(0)
    await page.getByLabel('Date of birth').check()
    await page.getByRole('button', { name: 'Read it now' }).click()
    await page.getByText('first name').waitFor()
    await page.getByText('dob.year').waitFor()
    await page.getByText('Verified data was read').waitFor()
    await page.getByRole('link', { name: 'Search' }).first().click()
    await page.getByRole('link', { name: 'verified@example.com' }).click()
    await page.getByRole('button', { name: 'Read it now' }).waitFor()
    expect(await page.getByText('first name').count()).toBe(0)
    await page.context().close()
  })

  it('grants attempts, cancels and resends to the host, each after a confirmation and recorded in the history', async () => {
    const id = await scene.make('acted-on', 'failed')
    const page = await scene.open(`#/person/${id}`)
    const act = async (name: string) => {
      await page.getByRole('group', { name: 'Acts' }).getByRole('button', { name }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(/cannot be undone/).waitFor()
      await dialog.getByRole('button', { name, exact: true }).click()
      await dialog.getByText('1 done').waitFor()
      await dialog.getByRole('button', { name: 'Close' }).click()
    }
    await page.getByText(/no attempts left/).waitFor()
    await act('New attempts')
    await page.getByText(/1 attempt left/).waitFor()
    await act('Tell host again')
    await page.getByText('Host told again').waitFor()
    await act('Cancel')
    await page.getByText('Not verified: canceled by an operator').waitFor()
    expect(await page.getByText('by operator').count()).toBeGreaterThan(2)
    await page.context().close()
  })

  it('shows the current status when an action is refused', async () => {
    const page = await scene.open(`#/person/${ids.processing}`)
    await page.getByRole('button', { name: 'Redact' }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: 'Redact', exact: true })
    expect(await confirm.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill('processin')
    expect(await confirm.isDisabled()).toBe(true)
    await dialog.getByRole('textbox').fill('processing')
    await confirm.click()
    await dialog.getByText('0 done, 1 not done').waitFor()
    await dialog.getByText(/processing cannot be redacted now\. Now: Checking\./).waitFor()
    await page.context().close()
  })

  it('counts the funnel, with bars that link to their lists', async () => {
    const page = await scene.open('#/funnel')
    const bar = page.getByRole('link', { name: /^Verified/ })
    await bar.waitFor()
    const count = Number(/\d+/.exec((await bar.textContent()) ?? '')?.[0])
    await bar.click()
    await expect.poll(() => rows(page).count()).toBe(count)
    await page.goBack()
    await page.getByText('As a table').click()
    const today = new Date().toISOString().slice(0, 10)
    await page.getByRole('row').filter({ hasText: today }).getByRole('link').click()
    await expect.poll(() => rows(page).count()).toBeGreaterThan(count)
    await page.goBack()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as CSV' }).click()
    const file = await (await download).path()
    const csv = await readFile(file, 'utf8')
    expect(csv.split('\r\n')[0]).toBe('\uFEFF"day","created","started","submitted","verified"')
    expect(csv).toContain(`"${today}"`)
    await page.context().close()
  })

  /** The appearances of the page: colour schemes, widths, and right-to-left text. */
  const LOOKS: Record<string, (page: Page) => Promise<void>> = {
    light: (page) => page.emulateMedia({ colorScheme: 'light' }),
    dark: (page) => page.emulateMedia({ colorScheme: 'dark' }),
    'forced colours': (page) => page.emulateMedia({ forcedColors: 'active' }),
    'right to left': async (page) => {
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl'
      })
    },
    '320 px': (page) => page.setViewportSize({ width: 320, height: 640 }),
    '320 px, left to right': (page) =>
      page.evaluate(() => {
        document.documentElement.dir = 'ltr'
      }),
    'very wide': (page) => page.setViewportSize({ width: 2560, height: 1300 }),
  }
  async function suitsAll(page: Page): Promise<void> {
    for (const [look, put] of Object.entries(LOOKS)) {
      await put(page)
      expect([look, await violations(page)]).toEqual([look, []])
      expect([look, await overflow(page)]).toEqual([look, 0])
    }
  }

  it.each(['', PERSON, '#/funnel', '#/person/vs_nowhere'])(
    'has no axe violation and no overflow in all appearances of view %#',
    async (view) => {
      const page = await scene.open(typeof view === 'string' ? view : view())
      await page.getByRole('main').getByRole('link').first().waitFor()
      await suitsAll(page)
      await page.context().close()
    },
  )

  it('has none with an open dialog or selected sessions either', async () => {
    const person = await scene.open(PERSON())
    await person.getByRole('button', { name: 'Redact' }).click()
    await person.getByRole('dialog').waitFor()
    await suitsAll(person)
    await person.context().close()
    const list = await scene.open()
    await list.getByLabel('Choose all of this page').check()
    await suitsAll(list)
    await list.context().close()
  })

  it('can be operated by keyboard alone', async () => {
    const page = await scene.open()
    const hasFocus = (of: Locator) => of.evaluate((it) => it.matches(':focus'))
    const reach = async (of: Locator) => {
      for (let tabs = 0; tabs < 60 && !(await hasFocus(of)); tabs++) await page.keyboard.press('Tab')
      expect(await hasFocus(of)).toBe(true)
    }
    const link = page.getByRole('link', { name: 'canceled' })
    await link.waitFor()
    await reach(page.getByLabel('User, session or event'))
    await page.keyboard.type('canceled')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page).count()).toBe(1)
    await reach(link)
    await page.keyboard.press('Enter')
    await page.getByText('Not verified: canceled by the user').waitFor()
    const redact = page.getByRole('button', { name: 'Redact' })
    await reach(redact)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(await hasFocus(redact)).toBe(true)

    await reach(page.getByRole('navigation').getByRole('link', { name: 'Search' }))
    await page.keyboard.press('Enter')
    await link.waitFor()
    const every = page.getByLabel('Choose all of this page')
    await reach(every)
    await page.keyboard.press('Space')
    await reach(page.getByRole('region', { name: 'Chosen sessions' }).getByRole('button', { name: 'Cancel' }))
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await reach(page.getByRole('dialog').getByRole('button', { name: 'Cancel' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Cancel: \d+ sessions$/ }).waitFor()
    expect(await hasFocus(page.getByRole('main'))).toBe(true)
    await page.context().close()
  })
})

describe('batches in the console', () => {
  it('redact fifty sessions despite faults, with the actual result in each row', async () => {
    const scene = await createScene({ limits: { maxSessionsPerDay: 0 }, reconcileIntervalMs: 200 })
    const all: string[] = []
    for (let number = 0; number < 50; number++) {
      all.push(await scene.make(`user-${number}`, 'not_started'))
      // Each is created in its own second, so that the rows are in the order of creation.
      await scene.world.sandbox.advance(1_000)
    }
    const fault = (id: string | undefined, more: object) =>
      scene.world.control('POST', 'faults', {
        ...{ method: 'POST', path: `/v1/identity/verification_sessions/${id}/redact`, ...more },
      })
    // For some Stripe is unavailable, for others its response is lost, and some are processing.
    for (const id of all.slice(0, 5)) await fault(id, { when: 'before', status: 503, times: 9 })
    for (const id of all.slice(5, 10)) await fault(id, { when: 'after', reset: true, times: 1 })
    for (const id of all.slice(10, 13))
      await scene.world.sandbox.submit(id, { outcome: 'verified', processing_ms: 86_400_000 })
    const page = await scene.open()
    await page.getByRole('link', { name: 'user-49' }).waitFor()
    const redactPage = async () => {
      await page.getByLabel('Choose all of this page').check()
      const chosen = page.getByRole('region', { name: 'Chosen sessions' })
      await chosen.getByRole('button', { name: 'Redact' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('25')
      await dialog.getByRole('button', { name: 'Redact', exact: true }).click()
      await page.getByRole('heading', { name: 'Redact: 25 sessions' }).waitFor()
    }
    const results = async (of: Page) => {
      await of.locator('[data-state]').nth(24).waitFor()
      const unfinished = of.locator('[data-state=waiting], [data-state=kept]')
      await expect.poll(() => unfinished.count(), { timeout: 90_000 }).toBe(0)
      return of.locator('[data-state=refused]').allInnerTexts()
    }
    // Two pages of 25. The page with the newest stays open during the redaction.
    await redactPage()
    expect(await results(page)).toEqual([])
    expect(await violations(page)).toEqual([])
    // The page with the oldest is closed at once, while Stripe is unavailable; its URL is opened again later.
    await page.goto(scene.url)
    await page.getByRole('link', { name: 'Older' }).click()
    await page.getByRole('link', { name: 'user-0', exact: true }).waitFor()
    await redactPage()
    const address = page.url()
    await page.context().close()
    await scene.world.control('DELETE', 'faults')
    const later = await scene.open(address.slice(scene.url.length))
    const refused = await results(later)
    expect(refused.map((text) => /user-\d+/.exec(text)?.[0]).toSorted()).toEqual([
      'user-10',
      'user-11',
      'user-12',
    ])
    for (const text of refused) expect(text).toContain('Now: Checking.')
    expect(await violations(later)).toEqual([])
    const atStripe = new Map(
      (
        (await (
          await fetch(`${scene.world.sandbox.url}/v1/identity/verification_sessions?limit=100`, {
            headers: { Authorization: `Bearer ${scene.world.sandbox.secretKey}` },
          })
        ).json()) as { data: { id: string; redaction: object | null }[] }
      ).data.map(({ id, redaction }) => [id, redaction !== null]),
    )
    expect(all.filter((id) => !atStripe.get(id))).toEqual(all.slice(10, 13))
    await scene.close()
  }, 300_000)
})

describe('the console for a read-only operator', () => {
  it('shows no action, and sends none', async () => {
    const scene = await createScene({
      operator: { authorize: () => ({ id: 'rita', readonly: true }) },
      onStatusChange: () => {},
    })
    const id = await scene.make('ada', 'verified')
    const page = await scene.open(`#/person/${id}`, { signedIn: false })
    await page
      .getByText(/^Verified /)
      .first()
      .waitFor()
    await page.getByText('Read only').waitFor()
    for (const name of ['Cancel', 'Redact', 'New attempts', 'Tell host again', 'Read it now', 'Sign out'])
      expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0])
    await page.getByRole('link', { name: 'Search' }).first().click()
    await page.getByRole('link', { name: 'ada' }).waitFor()
    expect(await page.getByRole('main').getByRole('checkbox').count()).toBe(1)
    await scene.close()
  })
})
