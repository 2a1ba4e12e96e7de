import { fakeServer, sessionView } from '../../src/testing.js'
import { button, expect, scene, seen, until } from './helpers.js'

describe("the page's language", () => {
  afterEach(() => {
    document.documentElement.lang = 'en'
  })

  it('is followed when it changes, by Stripe’s modal too', async () => {
    const locales: string[] = []
    const { element, stripe } = await scene(null, (element) => {
      const { stripe } = element
      element.stripe = (_key, { locale }) => {
        locales.push(locale)
        return stripe as never
      }
    })
    await until(() => button(element)?.textContent?.includes('Verify'))
    document.documentElement.lang = 'ar'
    await until(() => element.shadowRoot!.querySelector('[dir=rtl][lang=ar]'))
    void element.start()
    await until(() => stripe.isOpen)
    expect(locales).to.deep.equal(['ar'])
  })

  it('changes when the element is moved', async () => {
    const { element } = await scene()
    const box = document.createElement('div')
    box.lang = 'de'
    document.body.append(box)
    box.append(element)
    await until(() => seen(element).includes('Identität'))
    box.lang = 'fr'
    await until(() => seen(element).includes('identité'))
    box.remove()
  })

  it('is found outside a shadow root', async () => {
    const { element } = await scene()
    const box = document.createElement('div')
    document.body.append(box)
    box.attachShadow({ mode: 'open' }).append(element)
    await until(() => button(element)?.textContent?.includes('Verify'))
    box.lang = 'de'
    await until(() => seen(element).includes('Identität'))
    box.remove()
  })
})

describe('on a slow connection in German, a verified element', () => {
  it('shows nothing that it replaces later, and its live region is silent until the first change', async () => {
    const server = fakeServer(sessionView({ status: 'verified' }))
    const element = document.createElement('identity-verification')
    element.locale = 'de'
    element.fetch = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      return server.fetch(...args)
    }
    const shown = new Set<string>()
    const live: string[] = []
    document.body.append(element)
    await element.updateComplete
    const look = () => {
      const visible = [...element.shadowRoot!.querySelectorAll<HTMLElement>('p, button')].filter((node) =>
        node.checkVisibility({ visibilityProperty: true }),
      )
      const text = visible.map((node) => node.textContent!.trim()).join(' / ')
      if (text) shown.add(text)
      const region = element.shadowRoot!.querySelector('[role=status]')!
      if (!text) live.push(region.getAttribute('aria-live') ?? 'polite')
    }
    look()
    const until500 = Date.now() + 700
    while (Date.now() < until500) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      look()
    }
    expect(shown.size, [...shown].join(' | ')).to.equal(1)
    expect([...shown][0]).to.contain('bestätigt')
    expect(new Set(live)).to.deep.equal(new Set(['off']))
    const region = element.shadowRoot!.querySelector('[role=status]')!
    await until(() => !region.hasAttribute('aria-live'))
    server.update({ status: 'canceled' })
    await element.refresh()
    await until(() => !seen(element).includes('bestätigt'))
    expect(region.hasAttribute('aria-live')).to.equal(false)
    element.remove()
  })

  it('keeps its place in the meantime', async () => {
    const server = fakeServer()
    const element = document.createElement('identity-verification')
    element.locale = 'en'
    let answer!: () => void
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    element.fetch = async (...args) => {
      await held
      return server.fetch(...args)
    }
    document.body.append(element)
    await element.updateComplete
    const before = element.getBoundingClientRect().height
    expect(button(element)!.checkVisibility({ visibilityProperty: true })).to.equal(false)
    answer()
    await until(() => button(element)!.checkVisibility({ visibilityProperty: true }))
    expect(element.getBoundingClientRect().height).to.equal(before)
    element.remove()
  })
})
