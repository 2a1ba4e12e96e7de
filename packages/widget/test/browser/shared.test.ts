import { createVerification } from '../../src/controller.js'
import { fakeServer, fakeStripe, sessionView } from '../../src/testing.js'
import { button, expect, type IdentityVerification, seen, until } from './helpers.js'

const added: HTMLElement[] = []

/** Elements in the page that share one server, with the events of each. */
function elements(count: number, setup: (element: IdentityVerification, index: number) => void) {
  return Array.from({ length: count }, (_, index) => {
    const element = document.createElement('identity-verification')
    const events: string[] = []
    for (const type of [
      'identity-start',
      'identity-status',
      'identity-verified',
      'identity-dismiss',
      'identity-error',
    ])
      element.addEventListener(type, (event) => {
        const { state = '', initial = '' } = (event as CustomEvent).detail
        events.push(`${type}:${state}:${initial}`)
      })
    setup(element, index)
    document.body.append(element)
    added.push(element)
    return { element, events }
  })
}

describe('elements on one page', () => {
  afterEach(async () => {
    for (const element of added.splice(0)) element.remove()
    await new Promise((resolve) => setTimeout(resolve))
  })

  it('make one request and one poll for fifty of them', async () => {
    const server = fakeServer(sessionView({ status: 'processing' }))
    const all = elements(50, (element) => {
      element.fetch = server.fetch
    })
    await until(() => all.every(({ element }) => element.state === 'processing'))
    await until(() => server.held === 1)
    expect(server.requests).to.have.length(2)
    server.update({ status: 'verified' })
    await until(() => all[0]!.element.state === 'verified')
    expect(all.every(({ element }) => element.getAttribute('state') === 'verified')).to.equal(true)
    for (const { events } of all)
      expect(events).to.deep.equal([
        'identity-status:processing:true',
        'identity-status:verified:false',
        'identity-verified:verified:false',
      ])
  })

  it('update a badge and a form at the same moment', async () => {
    const server = fakeServer(sessionView())
    const [badge, form] = elements(2, (element) => {
      element.fetch = server.fetch
    })
    await until(() => form!.element.session)
    const seenByHandlers: string[] = []
    for (const { element } of [badge!, form!])
      element.addEventListener('identity-verified', () =>
        seenByHandlers.push(`${badge!.element.getAttribute('state')} ${form!.element.getAttribute('state')}`),
      )
    server.update({ status: 'verified' })
    await badge!.element.refresh()
    expect(seenByHandlers).to.deep.equal(['verified verified', 'verified verified'])
  })

  it('keep their own language, and events of their own start', async () => {
    const server = fakeServer()
    const stripe = fakeStripe()
    const [english, german] = elements(2, (element, index) => {
      element.fetch = server.fetch
      element.stripe = stripe
      element.locale = index ? 'de' : 'en'
    })
    await until(() => button(english!.element) && button(german!.element))
    expect(button(english!.element)!.textContent).to.contain('Verify')
    expect(button(german!.element)!.textContent).to.contain('Identität')
    button(german!.element)!.click()
    await until(() => stripe.isOpen)
    expect(english!.element.state).to.equal('open')
    stripe.close()
    await until(() => english!.element.state === 'idle')
    expect(german!.events).to.include.members(['identity-start::', 'identity-dismiss::'])
    expect(english!.events.filter((event) => /^identity-(start|dismiss):/.test(event))).to.deep.equal([])
  })

  it('join the run at a second start(), on whichever element', async () => {
    const server = fakeServer()
    const stripe = fakeStripe()
    const [one, two] = elements(2, (element) => {
      element.fetch = server.fetch
      element.stripe = stripe
    })
    await until(() => two!.events.length)
    const started = [one!.element.start(), two!.element.start()]
    await until(() => stripe.isOpen)
    stripe.submit()
    expect(await Promise.all(started)).to.deep.equal([{ outcome: 'submitted' }, { outcome: 'submitted' }])
    expect(stripe.opened).to.equal(1)
    expect(server.requests.filter(({ path }) => path === '/sessions')).to.have.length(1)
  })

  it('end a run with the element that started it, while a submission still counts for the others', async () => {
    const server = fakeServer()
    const stripe = fakeStripe()
    const [one, two] = elements(2, (element) => {
      element.fetch = server.fetch
      element.stripe = stripe
    })
    await until(() => two!.events.length)
    const started = one!.element.start()
    await until(() => stripe.isOpen)
    one!.element.remove()
    expect(await started).to.deep.equal({ outcome: 'aborted' })
    expect(two!.element.state).to.equal('idle')
    stripe.submit()
    await until(() => two!.element.state === 'processing')
  })

  it('share the session with a store', async () => {
    const server = fakeServer(sessionView())
    const [first] = elements(1, (element) => {
      element.fetch = server.fetch
    })
    await until(() => first!.element.session)
    const store = createVerification({ fetch: server.fetch })
    const told: unknown[] = []
    const leave = store.subscribe((event) => event && told.push(event.type, event.detail))
    await until(() => told.length)
    expect(told[1]).to.deep.include({ state: 'idle', previous: 'idle', initial: true })
    expect(store.getState().session).to.deep.equal(first!.element.session)
    expect(server.requests).to.have.length(1)
    leave()
  })

  it('show the known state at once if they are added later', async () => {
    const server = fakeServer(sessionView({ status: 'verified' }))
    const [first] = elements(1, (element) => {
      element.fetch = server.fetch
    })
    await until(() => first!.element.state === 'verified')
    const [second] = elements(1, (element) => {
      element.fetch = server.fetch
    })
    expect(second!.element.state).to.equal('verified')
    expect(second!.element.getAttribute('state')).to.equal('verified')
    await until(() => seen(second!.element).includes('verified'))
    expect(second!.events).to.deep.equal(['identity-status:verified:true', 'identity-verified:verified:true'])
    expect(server.requests).to.have.length(1)
  })

  it('do not share with another endpoint', async () => {
    const server = fakeServer(sessionView({ status: 'verified' }))
    const other = fakeServer(sessionView({ id: 'vs_other' }), '/other')
    const both: typeof fetch = (input, init) =>
      (String(input).includes('/other') ? other : server).fetch(input, init)
    const [one, two] = elements(2, (element, index) => {
      element.fetch = both
      if (index) element.endpoint = '/other'
    })
    await until(() => one!.element.session && two!.element.session)
    expect([one!.element.state, two!.element.state]).to.deep.equal(['verified', 'idle'])
    two!.element.endpoint = `${location.origin}/identity/`
    await until(() => two!.element.state === 'verified')
    expect(other.requests).to.have.length(1)
    expect(server.requests).to.have.length(1)
  })

  it('do not show data of a former user', async () => {
    const server = fakeServer(sessionView({ status: 'verified' }))
    const [first] = elements(1, (element) => {
      element.fetch = server.fetch
    })
    await until(() => first!.element.state === 'verified')
    first!.element.remove()
    await new Promise((resolve) => setTimeout(resolve))
    server.session = null
    const [second] = elements(1, (element) => {
      element.fetch = server.fetch
    })
    expect(second!.element.state).to.equal('idle')
    expect(second!.element.session).to.equal(null)
  })

  it("dispatch a handler's change after the change that it handles", async () => {
    const server = fakeServer(sessionView({ status: 'verified' }))
    const [one, two] = elements(2, (element) => {
      element.fetch = server.fetch
    })
    one!.element.addEventListener('identity-verified', () => one!.element.reset(), { once: true })
    await until(() => two!.events.length === 3)
    expect(two!.events).to.deep.equal([
      'identity-status:verified:true',
      'identity-verified:verified:true',
      'identity-status:idle:false',
    ])
  })

  it('all show and report an error', async () => {
    const server = fakeServer()
    server.fail(500)
    const all = elements(3, (element) => {
      element.fetch = server.fetch
    })
    await until(() => all.every(({ events }) => events.includes('identity-error::')))
    expect(all.map(({ element }) => element.state)).to.deep.equal(['error', 'error', 'error'])
    expect(server.requests).to.have.length(1)
  })
})
