import { createVerification } from '../../src/controller.js'
import { fakeServer, fakeStripe, sessionView } from '../../src/testing.js'
import { button, expect, IdentityVerification, type Scene, scene, seen, show, until } from './helpers.js'

async function open(here: Scene) {
  const started = here.element.start()
  await until(() => here.stripe.isOpen)
  return { started }
}

async function processing(here: Scene) {
  const { started } = await open(here)
  here.stripe.submit()
  await started
  await until(() => here.server.held === 1)
}

describe('under stress', () => {
  it('a double click, and Enter besides, makes one session and one modal', async () => {
    const here = await scene()
    button(here.element)!.click()
    button(here.element)!.click()
    button(here.element)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    void here.element.start()
    await until(() => here.stripe.isOpen)
    expect(here.stripe.opened).to.equal(1)
    expect(here.server.requests.filter(({ method }) => method === 'POST')).to.have.length(1)
  })

  it('removal while the modal is open aborts, and a late result changes nothing', async () => {
    const here = await scene()
    const { started } = await open(here)
    here.element.remove()
    expect(await started).to.deep.equal({ outcome: 'aborted' })
    here.stripe.submit()
    await here.element.updateComplete
    expect(here.element.state).to.equal('idle')
    expect(await here.element.start()).to.deep.equal({ outcome: 'aborted' })
  })

  it('removal while processing ends the held poll; reinsertion polls again', async () => {
    const here = await scene()
    await processing(here)
    here.element.remove()
    await until(() => here.server.held === 0)
    document.body.append(here.element)
    await until(() => here.server.held === 1)
    expect(here.element.state).to.equal('processing')
    here.server.update({ status: 'verified' })
    await until(() => here.element.state === 'verified')
  })

  it('a move in the document interrupts nothing', async () => {
    const here = await scene()
    const { started } = await open(here)
    const box = document.createElement('div')
    document.body.append(box)
    box.append(here.element)
    here.stripe.submit()
    expect(await started).to.deep.equal({ outcome: 'submitted' })
    expect(here.server.requests.filter(({ path }) => path === '/sessions/current')).to.have.length(1)
    box.remove()
  })

  it('another endpoint during a run aborts it and requests that endpoint', async () => {
    const here = await scene()
    const { started } = await open(here)
    const other = fakeServer(sessionView({ id: 'vs_other', status: 'verified' }), '/other')
    here.element.fetch = other.fetch
    here.element.endpoint = '/other'
    expect(await started).to.deep.equal({ outcome: 'aborted' })
    await until(() => here.element.state === 'verified')
    expect(other.requests.map(({ path }) => path)).to.deep.equal(['/sessions/current'])
  })

  for (const none of [undefined, null, ''])
    it(`an endpoint set late, after ${JSON.stringify(none)}, is requested`, async () => {
      const here = await scene(null, (element) => Object.assign(element, { endpoint: none }))
      expect(here.server.requests.map(({ path }) => path)).to.deep.equal(['/sessions/current'])
      const other = fakeServer(sessionView({ id: 'vs_other', status: 'verified' }), '/other')
      here.element.fetch = other.fetch
      here.element.endpoint = '/other'
      await until(() => here.element.state === 'verified')
    })

  it('a store listener that throws affects neither the others nor the flow, and is reported', async () => {
    const server = fakeServer()
    const stripe = fakeStripe()
    const store = createVerification({ fetch: server.fetch, stripe })
    const mistakes: unknown[] = []
    const catchIt = (event: PromiseRejectionEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      mistakes.push(event.reason)
    }
    window.addEventListener('unhandledrejection', catchIt, { capture: true })
    const leave = store.subscribe(() => {
      throw 'a mistake'
    })
    const states: string[] = []
    const leaveToo = store.subscribe(() => states.push(store.getState().state))
    const started = store.start()
    await until(() => stripe.isOpen)
    stripe.close()
    expect(await started).to.deep.equal({ outcome: 'dismissed' })
    expect(states).to.include.members(['starting', 'open', 'idle'])
    await until(() => mistakes.length >= 3)
    expect(mistakes[0]).to.equal('a mistake')
    leave()
    leaveToo()
    window.removeEventListener('unhandledrejection', catchIt, { capture: true })
  })

  it('another locale during a run changes only the texts', async () => {
    const here = await scene()
    const { started } = await open(here)
    here.element.locale = 'de-AT'
    await until(() => seen(here.element).includes('Fenster'))
    here.stripe.submit()
    expect(await started).to.deep.equal({ outcome: 'submitted' })
    await until(() => seen(here.element).includes('geprüft'))
    expect(here.element.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal('de')
  })

  it('two elements take turns', async () => {
    const one = await scene()
    const two = await scene()
    await open(one)
    expect(await two.element.start()).to.deep.equal({ outcome: 'failed' })
    expect(two.element.error!.code).to.equal('modal_already_open')
    one.stripe.close()
    await until(() => one.element.state === 'idle')
    await open(two)
  })

  it('two copies of the package share the page', async () => {
    const path = '/packages/widget/dist/identity-verification.js'
    const copy = (await import(path)) as { IdentityVerification: typeof IdentityVerification }
    expect(copy.IdentityVerification).not.to.equal(IdentityVerification)
    expect(customElements.get('identity-verification')).to.equal(IdentityVerification)
    if (!customElements.get('second-copy'))
      customElements.define('second-copy', class extends copy.IdentityVerification {})
    const one = await scene()
    await open(one)
    const second = document.createElement('second-copy') as IdentityVerification
    second.fetch = fakeServer().fetch
    second.stripe = one.stripe
    document.body.append(second)
    expect(await second.start()).to.deep.equal({ outcome: 'failed' })
    expect(second.error!.code).to.equal('modal_already_open')
    second.remove()
  })

  it('a hidden tab holds no connection, and requests the session when it is visible again', async () => {
    const here = await scene()
    await processing(here)
    show(false)
    await until(() => here.server.held === 0)
    here.server.update({ status: 'verified' })
    const before = here.server.requests.length
    show(true)
    await until(() => here.element.state === 'verified')
    expect(here.server.requests.slice(before).map(({ path }) => path)).to.deep.equal(['/sessions/current'])
  })

  it('a tab hidden behind the modal, because a phone takes over, keeps its run', async () => {
    const here = await scene()
    const { started } = await open(here)
    show(false)
    show(true)
    here.stripe.submit()
    expect(await started).to.deep.equal({ outcome: 'submitted' })
  })

  it('a page from the back-forward cache requests the session, an ordinary pageshow does not', async () => {
    const here = await scene()
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    here.server.session = sessionView({ status: 'verified' })
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await until(() => here.element.state === 'verified')
    expect(here.server.requests).to.have.length(2)
  })

  it('offline at first is shown, and recovers when the network is back', async () => {
    const here = await scene(null, (element) => {
      const { fetch } = element
      let offline = true
      element.fetch = (...args) =>
        offline ? Promise.reject(new TypeError('Failed to fetch')) : fetch!(...args)
      window.addEventListener(
        'online',
        () => {
          offline = false
        },
        { once: true, capture: true },
      )
    })
    expect(here.element.error!.code).to.equal('network_error')
    window.dispatchEvent(new Event('online'))
    await until(() => here.element.state === 'idle')
  })

  it('a laptop that slept for a day gets a new secret silently', async () => {
    const here = await scene()
    const { started } = await open(here)
    here.stripe.refuse({ type: 'invalid_request_error', message: 'expired' })
    await until(() => here.stripe.opened === 2)
    expect(here.element.state).to.equal('open')
    here.stripe.submit()
    expect(await started).to.deep.equal({ outcome: 'submitted' })
  })

  it('only the server makes the element verified, whatever the URL contains', async () => {
    const address = location.href
    history.replaceState(null, '', '?status=verified&verification_session=vs_1')
    const here = await scene(sessionView())
    expect(here.element.state).to.equal('idle')
    history.replaceState(null, '', address)
  })

  it('assigning state or session has no effect', async () => {
    const { element } = await scene()
    element.setAttribute('state', 'verified')
    expect(() => {
      ;(element as { state: string }).state = 'verified'
    }).to.throw(TypeError)
    expect(element.state).to.equal('idle')
  })

  it('the secret is in no attribute, event, storage or text', async () => {
    const spoken: unknown[] = []
    const methods = ['log', 'warn', 'error', 'info', 'debug'] as const
    const originals = methods.map((method) => console[method])
    for (const method of methods) console[method] = (...args: unknown[]) => spoken.push(args)
    const here = await scene()
    const { started } = await open(here)
    here.stripe.refuse({ type: 'api_error', message: 'No such secret: vs_test_secret_test_1' })
    await started
    await here.element.updateComplete
    methods.forEach((method, index) => {
      console[method] = originals[index]!
    })
    const all = [
      here.element.outerHTML,
      here.element.shadowRoot!.innerHTML,
      JSON.stringify([here.details, here.element.session, here.element.error, spoken]),
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      document.documentElement.outerHTML,
    ].join('\n')
    expect(all).not.to.contain('_secret_')
  })

  it('removal removes every listener from the page, during a run too', async () => {
    const added: AbortSignal[] = []
    for (const target of [window, document])
      target.addEventListener = (type: string, listener: never, options?: AddEventListenerOptions) => {
        added.push(options?.signal ?? AbortSignal.abort('never'))
        EventTarget.prototype.addEventListener.call(target, type, listener, options)
      }
    const here = await scene()
    await open(here)
    for (const target of [window, document]) Reflect.deleteProperty(target, 'addEventListener')
    expect(added.map(({ aborted }) => aborted)).to.deep.equal([false, false, false, false])
    here.element.remove()
    await until(() => added.every(({ aborted }) => aborted))
  })

  it('a hundred mounts leave nothing behind', async () => {
    const server = fakeServer(sessionView({ status: 'processing' }))
    for (let turn = 0; turn < 100; turn++) {
      const element = document.createElement('identity-verification')
      element.fetch = server.fetch
      document.body.append(element)
      await element.updateComplete
      element.remove()
    }
    await until(() => server.held === 0)
    const requests = server.requests.length
    window.dispatchEvent(new Event('online'))
    show(true)
    await new Promise((resolve) => setTimeout(resolve))
    expect(server.requests).to.have.length(requests)
  })
})

describe('the hosted page', () => {
  const followed: string[] = []
  const stay = (event: NavigateEvent) => {
    followed.push(event.destination.url)
    event.preventDefault()
  }
  beforeEach(() => {
    followed.length = 0
    navigation.addEventListener('navigate', stay)
  })
  afterEach(() => navigation.removeEventListener('navigate', stay))

  it('is opened by flow="redirect", with the host’s return URL', async () => {
    const here = await scene(null, (element) => {
      element.flow = 'redirect'
      element.returnUrl = '/done?x=1'
    })
    here.server.url = 'https://verify.stripe.com/start/test_1'
    expect(await here.element.start()).to.deep.equal({ outcome: 'redirected' })
    expect(followed).to.deep.equal(['https://verify.stripe.com/start/test_1'])
    expect(here.server.requests.at(-1)!.body).to.deep.equal({ return_url: `${location.origin}/done?x=1` })
    here.server.update({ status: 'processing' })
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await until(() => here.element.state === 'processing')
  })

  it('returns to the state of the session if nothing was submitted', async () => {
    const here = await scene(null, (element) => {
      element.flow = 'redirect'
    })
    here.server.url = 'https://verify.stripe.com/start/test_1'
    await here.element.start()
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await until(() => here.element.state === 'idle')
  })

  for (const where of ['dialog', 'popover', 'shadow root in a dialog'])
    it(`replaces the modal inside a top-layer ${where}`, async () => {
      const box = document.createElement(where === 'popover' ? 'div' : 'dialog') as HTMLDialogElement
      if (where === 'popover') box.popover = 'auto'
      document.body.append(box)
      const host = where.startsWith('shadow') ? document.createElement('div') : box
      const parent = host === box ? box : host.attachShadow({ mode: 'open' })
      if (host !== box) box.append(host)
      where === 'popover' ? box.showPopover() : box.showModal()
      const here = await scene()
      parent.append(here.element)
      here.server.url = 'http://localhost:12111/start/1'
      expect(await here.element.start()).to.deep.equal({ outcome: 'redirected' })
      expect(here.stripe.opened).to.equal(0)
      box.remove()
    })
})
