import type { SessionView } from 'stripe-identity-contract'
import { LANGUAGE_TAGS } from '../../src/languages.js'
import { isModalOpen } from '../../src/modal.js'
import { fakeServer, sessionView } from '../../src/testing.js'
import { axeViolations } from './axe.js'
import { button, expect, type IdentityVerification, scene, seen, until } from './helpers.js'

const failed = (code: string, more: Partial<SessionView> = {}) =>
  sessionView({ last_error: { code, reason: null }, ...more })

/** Every state in every variant. */
const STATES: [string, SessionView | null | number][] = [
  ['idle', null],
  ['processing', sessionView({ status: 'processing' })],
  ['verified', sessionView({ status: 'verified' })],
  ['requires_input', failed('document_expired', { attempts_left: 2 })],
  ['requires_input', failed('consent_declined')],
  ['requires_input', failed('document_expired', { attempts_left: 0 })],
  ['requires_input', failed('under_supported_age')],
  ['canceled', sessionView({ status: 'canceled' })],
  ['redacted', sessionView({ status: 'canceled', redaction: { status: 'redacted' } })],
  ['error', 401],
  ['error', 429],
  ['error', 500],
]

/** The states that a click leads to. */
const UNDER_WAY: typeof STATES = [
  ['starting', null],
  ['open', null],
]

async function shown(
  known: SessionView | null | number,
  setup: (element: IdentityVerification) => void = () => {},
) {
  return scene(typeof known === 'number' ? null : known, (element) => {
    if (typeof known === 'number') {
      const server = fakeServer()
      server.fail(known)
      element.fetch = server.fetch
    }
    setup(element)
  })
}

describe('accessibility and texts', () => {
  afterEach(() => {
    document.documentElement.style.colorScheme = ''
    document.documentElement.dir = ''
  })

  it('axe inspects the shadow tree', async () => {
    const { element } = await shown(null, (element) => {
      element.messages = { start: ' ' }
    })
    await until(() => button(element)?.textContent.trim() === '')
    expect((await axeViolations(element)).map((found) => found.split(':')[0])).to.include('button-name')
  })

  for (const [index, [state, known]] of STATES.entries())
    for (const scheme of ['light', 'dark'])
      it(`axe finds no violation in ${state} (${index}), ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme
        const { element } = await shown(known)
        expect(element.state).to.equal(state)
        await element.updateComplete
        expect(await axeViolations(element)).to.deep.equal([])
      })

  for (const state of ['starting', 'open'] as const)
    for (const scheme of ['light', 'dark'])
      it(`axe finds no violation in ${state}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme
        const here = await scene()
        void here.element.start()
        if (state === 'open') await until(() => here.stripe.isOpen)
        await here.element.updateComplete
        expect(here.element.state).to.equal(state)
        expect(await axeViolations(here.element)).to.deep.equal([])
      })

  for (const locale of ['en', ...LANGUAGE_TAGS])
    it(`nothing overflows at 320 px, in ${locale}`, async () => {
      const box = document.createElement('div')
      box.style.width = '320px'
      document.body.append(box)
      for (const [state, known] of [...STATES, ...UNDER_WAY]) {
        const { element, stripe } = await shown(known, (element) => {
          element.locale = locale
        })
        box.append(element)
        if (state === 'starting') element.stripe = new Promise<never>(() => {})
        if (state === 'starting' || state === 'open') {
          void element.start()
          await until(() => element.state === state && (state === 'starting' || stripe.isOpen))
        }
        expect(element.state).to.equal(state)
        await element.updateComplete
        await until(() => element.shadowRoot!.querySelector(`[lang=${locale}]`))
        for (const node of element.shadowRoot!.querySelectorAll<HTMLElement>('div, button, p'))
          expect(node.scrollWidth, `${state}: ${node.textContent}`).to.be.at.most(node.clientWidth)
        const { left, right } = element.getBoundingClientRect()
        expect(right - left).to.be.at.most(320)
        element.remove()
        if (stripe.isOpen) stripe.close()
        await until(() => !isModalOpen())
      }
      box.remove()
    })

  it("right-to-left languages have their direction, regardless of the page's", async () => {
    const { element } = await shown(null, (element) => {
      element.locale = 'ar'
    })
    await until(() => element.shadowRoot!.querySelector('[dir=rtl]'))
    const icon = element.shadowRoot!.querySelector('[part=icon]')!.getBoundingClientRect()
    const status = element.shadowRoot!.querySelector('[part=status]')!.getBoundingClientRect()
    expect(icon.left).to.be.greaterThan(status.left)
  })

  it('targets are at least 44 px high', async () => {
    const { element } = await scene()
    expect(button(element)!.getBoundingClientRect().height).to.be.at.least(44)
    expect(button(element)!.getBoundingClientRect().width).to.be.at.least(44)
  })

  it('one polite live region exists from the start and announces each state once', async () => {
    const { element, stripe, server } = await scene()
    const regions = element.shadowRoot!.querySelectorAll('[role=status], [aria-live]')
    expect(regions.length).to.equal(1)
    const region = regions[0]!
    const said: string[] = []
    const observer = new MutationObserver(() => said.push(element.state))
    observer.observe(region, { childList: true, characterData: true, subtree: true })
    void element.start()
    await until(() => stripe.isOpen)
    await element.updateComplete
    stripe.submit()
    await until(() => server.held === 1)
    server.update({ status: 'processing' })
    await until(() => server.requests.at(-1)!.path.includes('after=2'))
    server.update({ status: 'verified' })
    await until(() => seen(element).includes('verified'))
    await new Promise((resolve) => setTimeout(resolve))
    expect(element.shadowRoot!.querySelector('[role=status]')).to.equal(region)
    expect(said).to.deep.equal([...new Set(said)])
    expect(said.at(-1)).to.equal('verified')
    observer.disconnect()
  })

  it('the keyboard alone reaches the button, and the focus returns after the modal', async () => {
    const { element, stripe } = await scene()
    element.focus()
    expect(element.shadowRoot!.activeElement).to.equal(button(element))
    const modal = document.createElement('button')
    document.body.append(modal)
    const started = element.start()
    await until(() => stripe.isOpen)
    modal.focus()
    modal.remove()
    stripe.close()
    await started
    await until(() => document.activeElement === element)
    expect(element.shadowRoot!.activeElement).to.equal(button(element))
  })

  it('focus that moved elsewhere stays there', async () => {
    const { element, stripe } = await scene()
    const other = document.createElement('input')
    document.body.append(other)
    const started = element.start()
    await until(() => stripe.isOpen)
    other.focus()
    stripe.submit()
    await started
    await element.updateComplete
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(document.activeElement).to.equal(other)
    other.remove()
  })

  it('the page’s language is used, else its nearest, else the browser’s', async () => {
    const outer = document.createElement('div')
    outer.lang = 'de-CH'
    const root = outer.attachShadow({ mode: 'open' })
    document.body.append(outer)
    const { element } = await scene()
    root.append(element)
    element.locale = ''
    await until(() => seen(element).includes('Identität'))
    element.locale = 'en-GB'
    await until(() => seen(element).includes('Verify your identity'))
    outer.remove()
  })

  it("Stripe's reason for an unknown code is shown in English only", async () => {
    const { element } = await shown(
      sessionView({ last_error: { code: 'of_tomorrow', reason: 'The document is torn.' } }),
    )
    expect(seen(element)).to.equal(
      'The document is torn. / Try again, or use a different document. / Try again',
    )
    element.locale = 'de'
    await until(() => seen(element).startsWith('Ihre Identität konnte nicht bestätigt werden / '))
    expect(seen(element)).not.to.contain('torn')
  })

  it('host texts are set by key, by code, and by slot', async () => {
    const { element } = await shown(failed('document_expired'), (element) => {
      element.messages = {
        document_expired: { title: 'Oh no', detail: 'Look at the date.' },
        retry: 'Once more',
      }
    })
    expect(seen(element)).to.equal('Oh no / Look at the date. / Once more')
    const own = document.createElement('p')
    own.slot = 'requires_input'
    element.append(own)
    expect(own.assignedSlot!.name).to.equal('requires_input')
  })

  it('a slot replaces the texts of its state, and of no other', async () => {
    for (const [state, known] of STATES) {
      const { element } = await shown(known)
      for (const slot of [state, state === 'idle' ? 'verified' : 'idle']) {
        const own = document.createElement('strong')
        own.slot = slot
        own.textContent = `ours for ${slot}`
        element.append(own)
      }
      const [own, others] = element.children as unknown as [HTMLElement, HTMLElement]
      expect(own.getBoundingClientRect().height, state).to.be.greaterThan(0)
      expect(others.getBoundingClientRect().height, state).to.equal(0)
      const texts = [...element.shadowRoot!.querySelectorAll('[part=status] p')]
      expect(texts.some((text) => text.checkVisibility())).to.equal(false)
      element.remove()
    }
  })

  it('help is offered with declined consent, exhausted attempts and errors, and nowhere else', async () => {
    const helped: boolean[] = []
    for (const [, known] of STATES) {
      const { element } = await shown(known)
      helped.push(element.shadowRoot!.querySelector('slot[name=help]') !== null)
    }
    expect(helped).to.deep.equal([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('a user without attempts is not prompted to start again, however the session ended', async () => {
    for (const ended of [{}, { redaction: { status: 'redacted' } }] as const) {
      const { element } = await shown(sessionView({ status: 'canceled', attempts_left: 0, ...ended }))
      expect(button(element)).to.equal(null)
      expect(seen(element)).to.contain('You have no attempts left').and.not.to.contain('when you are ready')
      expect(element.shadowRoot!.querySelector('slot[name=help]')).not.to.equal(null)
    }
  })

  it('help is below, as wide as the button, without narrowing the texts', async () => {
    const { element } = await shown(failed('under_supported_age'))
    const status = element.shadowRoot!.querySelector('[part=status]')!
    const before = status.getBoundingClientRect()
    const help = document.createElement('a')
    help.slot = 'help'
    help.href = '/desk'
    help.textContent = 'Another way, told in quite a few words of the host’s own'
    element.append(help)
    expect(status.getBoundingClientRect().width).to.equal(before.width)
    expect(help.getBoundingClientRect().top).to.be.at.least(before.bottom)
    expect(help.getBoundingClientRect().width).to.be.greaterThan(before.width)
  })

  it('the button is aria-disabled while it is busy, and keeps the focus', async () => {
    const { element, stripe } = await scene()
    element.focus()
    button(element)!.click()
    await element.updateComplete
    expect(button(element)!.getAttribute('aria-disabled')).to.equal('true')
    await until(() => stripe.isOpen)
    expect(element.shadowRoot!.activeElement).to.equal(button(element))
    stripe.close()
    await until(() => button(element)!.getAttribute('aria-disabled') === 'false')
  })

  it('parts and states can be styled from outside', async () => {
    const { element } = await shown(failed('document_expired'))
    const parts = [...element.shadowRoot!.querySelectorAll('[part]')].flatMap((node) => [...node.part])
    expect(new Set(parts)).to.deep.equal(
      new Set(['base', 'icon', 'status', 'message', 'detail', 'button', 'label', 'retry']),
    )
    expect(element.matches(':state(requires_input)')).to.equal(true)
  })

  it('a brand needs a few custom properties, and the button’s label stays legible on the accent', async () => {
    const { element } = await scene()
    for (const [accent, text] of [
      ['#ffe14d', 0],
      ['#14213d', 255],
    ] as const) {
      element.style.setProperty('--identity-accent', accent)
      const { r } = rgb(getComputedStyle(button(element)!.querySelector('[part=label]')!).color)
      expect(Math.round(r)).to.equal(text)
    }
    element.style.setProperty('--identity-radius', '20px')
    element.style.setProperty('--identity-font', '20px/2 serif')
    const base = getComputedStyle(element.shadowRoot!.querySelector('[part=base]')!)
    expect(base.borderRadius).to.equal('20px')
    expect(getComputedStyle(button(element)!).borderRadius).to.equal('14px')
    expect(getComputedStyle(button(element)!).font).to.match(/20px.*serif/)
  })
})

function rgb(color: string): { r: number } {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  return { r: canvas.getImageData(0, 0, 1, 1).data[0]! }
}
