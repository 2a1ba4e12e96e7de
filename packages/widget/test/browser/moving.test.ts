import type { SessionView } from 'stripe-identity-contract'
import { createVerification } from '../../src/controller.js'
import { fakeServer, fakeStripe, sessionView } from '../../src/testing.js'
import { expect, IdentityVerification, type Scene, scene, seen, until } from './helpers.js'

async function open({ element, stripe }: Scene) {
  const started = element.start()
  await until(() => stripe.isOpen)
  return started
}

/** The person submits in the modal, and the server receives the result from Stripe later. */
async function submit({ server, stripe }: Scene, element: IdentityVerification) {
  stripe.submit()
  await until(() => element.state === 'processing')
  await until(() => server.held === 1)
  server.update({ status: 'verified' })
  await until(() => element.state === 'verified')
}

describe('while Stripe’s modal is open', () => {
  async function opened() {
    const here = await scene()
    const started = here.element.start()
    await until(() => here.stripe.isOpen)
    return { here, started }
  }

  it('an element that is removed and put back shows the submission', async () => {
    const { here, started } = await opened()
    here.element.remove()
    expect(await started).to.deep.equal({ outcome: 'aborted' })
    document.body.append(here.element)
    await submit(here, here.element)
  })

  it('an element that is put back after the submission is processing', async () => {
    const { here, started } = await opened()
    here.element.remove()
    await started
    here.stripe.submit()
    await new Promise((resolve) => setTimeout(resolve))
    expect(here.element.state).to.equal('idle')
    document.body.append(here.element)
    await until(() => here.element.state === 'processing')
    await until(() => here.server.held === 1)
    here.server.update({ status: 'verified' })
    await until(() => here.element.state === 'verified')
  })

  it('reset() ends the run; a submission after it still counts', async () => {
    const { here, started } = await opened()
    here.element.reset()
    expect(await started).to.deep.equal({ outcome: 'aborted' })
    expect(here.element.state).to.equal('idle')
    await submit(here, here.element)
  })

  it('another route’s element replaces the first, and shows its submission', async () => {
    const { here, started } = await opened()
    here.element.remove()
    await started
    const next = document.createElement('identity-verification')
    next.fetch = here.server.fetch
    document.body.append(next)
    await until(() => next.session)
    await submit(here, next)
    next.remove()
  })

  it('a modal that is closed late changes nothing', async () => {
    const { here } = await opened()
    here.element.reset()
    here.stripe.close()
    await until(() => here.server.requests.at(-1)!.path === '/sessions/current')
    await here.element.updateComplete
    expect(here.element.state).to.equal('idle')
  })
})

describe('an element that was removed', () => {
  it('makes one request for refresh(), and does not poll', async () => {
    const { element, server } = await scene(sessionView({ status: 'processing' }))
    await until(() => server.held === 1)
    element.remove()
    await until(() => server.held === 0)
    const before = server.requests.length
    await element.refresh()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(server.requests.slice(before).map(({ path }) => path)).to.deep.equal(['/sessions/current'])
    expect(server.held).to.equal(0)
  })

  it('makes no request to another endpoint before it is put back', async () => {
    const { element } = await scene()
    element.remove()
    await new Promise((resolve) => setTimeout(resolve))
    const other = fakeServer(sessionView({ id: 'vs_other', status: 'verified' }), '/other')
    element.fetch = other.fetch
    element.endpoint = '/other'
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(other.requests).to.deep.equal([])
    document.body.append(element)
    await until(() => element.state === 'verified')
  })

  it('disconnects its observer, whether or not it was visible', async () => {
    let observed = 0
    const Original = window.IntersectionObserver
    window.IntersectionObserver = class extends Original {
      override observe(target: Element) {
        observed += 1
        super.observe(target)
      }
      override disconnect() {
        observed -= 1
        super.disconnect()
      }
    }
    const { element } = await scene(null, (element) => {
      element.style.marginTop = '5000px'
      element.preload = 'visible'
    })
    expect(observed).to.equal(1)
    element.remove()
    expect(observed).to.equal(0)
    document.body.append(element)
    await element.updateComplete
    expect(observed).to.equal(1)
    element.preload = 'none'
    await element.updateComplete
    expect(observed).to.equal(0)
    window.IntersectionObserver = Original
  })
})

describe('in the same task', () => {
  it('another endpoint and start() use that endpoint', async () => {
    const { element, server, stripe } = await scene()
    const other = fakeServer(null, '/other')
    element.fetch = other.fetch
    element.endpoint = '/other'
    const started = element.start()
    await until(() => stripe.isOpen)
    stripe.close()
    expect(await started).to.deep.equal({ outcome: 'dismissed' })
    expect(other.requests.some(({ method }) => method === 'POST')).to.equal(true)
    expect(server.requests.some(({ method }) => method === 'POST')).to.equal(false)
  })
})

describe('the first answer', () => {
  it('is initial, even after a failed request', async () => {
    const server = fakeServer(sessionView({ status: 'verified' }))
    server.fail(500)
    const { element, details } = await scene(null, (element) => {
      element.fetch = server.fetch
    })
    expect(element.state).to.equal('error')
    await element.refresh()
    const verified = details.filter((detail) => (detail as { state?: string }).state === 'verified')
    expect(verified.map((detail) => (detail as { initial: boolean }).initial)).to.deep.equal([true, true])
  })

  it("is not initial after a start: the run's own events precede it", async () => {
    const here = await scene()
    await Promise.all([open(here), until(() => here.stripe.isOpen).then(() => here.stripe.close())])
    const initial = here.details.map((detail) => (detail as { initial?: boolean }).initial)
    expect(initial.filter(Boolean)).to.have.length(1)
  })
})

describe('refresh()', () => {
  it('reports an error, also when it joins a request in progress', async () => {
    const { element, server, events, details } = await scene(sessionView())
    server.fail(500)
    window.dispatchEvent(new Event('online'))
    await element.refresh()
    expect(events.at(-1)).to.equal('identity-error')
    expect((details.at(-1) as { code: string }).code).to.equal('server_error')
  })
})

describe('a network error', () => {
  it('during a run is shown, and cleared once the network is back', async () => {
    const here = await scene(sessionView({ attempts: 1 }))
    here.server.fail(0)
    expect(await here.element.start()).to.deep.equal({ outcome: 'failed' })
    expect(here.element.error!.code).to.equal('network_error')
    window.dispatchEvent(new Event('online'))
    await until(() => here.element.state === 'idle')
    expect(here.element.error).to.equal(null)
  })

  it('differs from a blocked Stripe.js, whose error stays', async () => {
    const here = await scene(sessionView(), (element) => {
      element.flow = 'modal'
      element.stripe = () => Promise.reject(new Error('blocked'))
    })
    await here.element.start()
    window.dispatchEvent(new Event('online'))
    await until(() => here.server.requests.at(-1)!.path === '/sessions/current')
    await here.element.updateComplete
    expect(here.element.error!.code).to.equal('stripe_load_failed')
  })
})

describe('Stripe.js', () => {
  const tags = () => document.querySelectorAll('script[src^="https://js.stripe.com/"]').length

  const NOTHING_TO_BEGIN: [string, SessionView, ((element: IdentityVerification) => void)?][] = [
    ['verified', sessionView({ status: 'verified' })],
    ['processing', sessionView({ status: 'processing' })],
    ['exhausted', sessionView({ attempts_left: 0, last_error: { code: 'document_expired', reason: null } })],
    [
      'disabled',
      sessionView(),
      (element) => {
        element.disabled = true
      },
    ],
  ]
  for (const [what, session, setup] of NOTHING_TO_BEGIN)
    for (const preload of ['intent', 'eager'] as const)
      it(`is not fetched with preload="${preload}" for an element that is ${what}`, async () => {
        const { element } = await scene(session, (element) => {
          element.stripe = undefined
          element.preload = preload
          setup?.(element)
        })
        for (const type of ['pointerenter', 'focusin', 'touchstart']) element.dispatchEvent(new Event(type))
        const { preload: load } = await import('../../src/run.js')
        expect(load).to.be.a('function')
        await new Promise((resolve) => setTimeout(resolve, 50))
        expect(tags()).to.equal(0)
      })

  it('is fetched at once if `preload` was set before the element was defined', async () => {
    const element = document.createElement('defined-late') as IdentityVerification
    Object.assign(element, { preload: 'eager', fetch: fakeServer().fetch })
    document.body.append(element)
    customElements.define('defined-late', class extends IdentityVerification {})
    await until(() => tags() === 1)
    element.remove()
    document.querySelector('script[src^="https://js.stripe.com/"]')!.remove()
  })
})

describe('a hosted page that the browser did not navigate to', () => {
  it('ends the run, so that the button is back', async () => {
    const stay = (event: NavigateEvent) => event.preventDefault()
    globalThis.navigation?.addEventListener('navigate', stay)
    const here = await scene(null, (element) => {
      element.flow = 'redirect'
    })
    // Without the Navigation API a test cannot prevent the navigation.
    if (globalThis.navigation) {
      here.server.url = 'https://verify.stripe.com/start/test_1'
      expect(await here.element.start()).to.deep.equal({ outcome: 'redirected' })
      await until(() => here.element.state === 'idle')
    }
    globalThis.navigation?.removeEventListener('navigate', stay)
  })
})

describe('an element adopted by another document', () => {
  it('keeps its styles, there and back', async () => {
    const { element } = await scene()
    const frame = document.createElement('iframe')
    document.body.append(frame)
    await until(() => frame.contentDocument?.body)
    const isStyled = () => {
      const base = element.shadowRoot!.querySelector('[part=base]')!
      return element.ownerDocument.defaultView!.getComputedStyle(base).display === 'flex'
    }
    expect(isStyled()).to.equal(true)
    frame.contentDocument!.body.append(element)
    await until(isStyled)
    document.body.append(element)
    await until(isStyled)
    frame.remove()
  })
})

describe('a verification continued elsewhere', () => {
  it('on a phone, after closing the modal: the page updates by itself', async () => {
    const here = await scene()
    const started = here.element.start()
    await until(() => here.stripe.isOpen)
    here.stripe.close()
    await started
    await until(() => here.server.held === 1)
    // More changes follow the first one.
    here.server.update({ attempts: 1 })
    await until(() => here.server.requests.at(-1)!.path.includes('after=2'))
    await until(() => here.server.held === 1)
    here.server.update({ status: 'processing' })
    await until(() => here.element.state === 'processing')
    await until(() => here.server.held === 1)
    here.server.update({ status: 'verified' })
    await until(() => here.element.state === 'verified')
  })
})

describe('a poll', () => {
  for (const status of [400, 403, 405, 410])
    it(`that is answered with ${status} ends with an error`, async () => {
      const { element, server, events } = await scene(sessionView({ status: 'processing' }))
      await until(() => server.held === 1)
      server.fail(status)
      server.update({ attempts: 1 })
      await until(() => element.state === 'error')
      expect(events.at(-1)).to.equal('identity-error')
      const requests = server.requests.length
      await new Promise((resolve) => setTimeout(resolve, 1200))
      expect(server.requests).to.have.length(requests)
      await until(() => seen(element).length > 0)
    })
})

describe('a verification overridden by Stripe', () => {
  it('blocks the form again, with its own text', async () => {
    const form = document.createElement('form')
    document.body.append(form)
    const { element, server, details } = await scene(sessionView({ status: 'verified' }), (element) => {
      element.required = true
    })
    form.append(element)
    await element.updateComplete
    expect(form.checkValidity()).to.equal(true)
    server.update({ status: 'requires_input', last_error: null })
    await element.refresh()
    expect(element.state).to.equal('requires_input')
    expect(details.at(-1)).to.deep.include({ state: 'requires_input', previous: 'verified', initial: false })
    expect(form.checkValidity()).to.equal(false)
    await until(() => seen(element).includes('again'))
    form.remove()
  })

  it('is requested when a page showing "verified" becomes visible again', async () => {
    const { element, server } = await scene(sessionView({ status: 'verified' }))
    expect(server.held).to.equal(0)
    server.session = sessionView({ status: 'requires_input', version: 2 })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    await until(() => element.state === 'requires_input')
  })

  it('can be repeated: a new submission is checked like any other', async () => {
    const here = await scene(sessionView({ status: 'verified' }))
    here.server.update({ status: 'requires_input' })
    await here.element.refresh()
    const started = here.element.start()
    await until(() => here.stripe.isOpen)
    here.stripe.close()
    await started
    expect(here.element.state).to.equal('requires_input')
    const again = here.element.start()
    await until(() => here.stripe.isOpen)
    here.stripe.submit()
    await again
    await until(() => here.server.held === 1)
    here.server.update({ status: 'requires_input', last_error: { code: 'document_expired', reason: null } })
    await until(() => seen(here.element).includes('expired'))
  })
})

describe('a store without the element', () => {
  it('starts without a subscriber, and does not poll without one', async () => {
    const server = fakeServer()
    const stripe = fakeStripe()
    const store = createVerification({ fetch: server.fetch, stripe })
    const started = store.start()
    await until(() => stripe.isOpen)
    stripe.submit()
    expect(await started).to.deep.equal({ outcome: 'submitted' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(server.held).to.equal(0)
    server.update({ status: 'verified' })
    await store.refresh()
    expect(store.getState().state).to.equal('verified')
  })
})
