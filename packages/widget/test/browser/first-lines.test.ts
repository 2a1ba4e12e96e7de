import { createVerification } from '../../src/controller.js'
import { fakeServer, fakeStripe, sessionView } from '../../src/testing.js'
import { button, expect, scene, seen, show, until } from './helpers.js'

/** A form around a required element; counts how often it was really sent. */
async function booking(session = sessionView()) {
  const form = document.createElement('form')
  document.body.append(form)
  const here = await scene(session, (element) => {
    element.name = 'identity'
    element.required = true
  })
  form.append(here.element)
  const sent: (FormDataEntryValue | null)[] = []
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    sent.push(new FormData(form).get('identity'))
  })
  return { ...here, form, sent }
}

describe('what a host writes first', () => {
  afterEach(() => document.querySelector('form')?.remove())

  it('sends its form when the user is verified', async () => {
    const { element, form, server, sent } = await booking()
    element.addEventListener('identity-verified', () => form.requestSubmit())
    server.update({ status: 'verified' })
    await element.refresh()
    expect(sent).to.deep.equal(['vs_test'])
  })

  it('finds attribute, custom state, value and validity right in every handler', async () => {
    const { element, form, server, stripe } = await booking()
    const found: unknown[] = []
    element.addEventListener('identity-status', ({ detail: { state } }) => {
      found.push({
        state,
        attribute: element.getAttribute('state') === state,
        custom: element.matches(`:state(${state})`),
        value: new FormData(form).get('identity') === (element.session?.id ?? null),
        valid: form.checkValidity() === (state === 'verified'),
      })
    })
    const started = element.start()
    await until(() => stripe.isOpen)
    stripe.submit()
    await started
    server.update({ status: 'verified' })
    await until(() => element.state === 'verified')
    server.update({ status: 'requires_input', last_error: { code: 'document_expired', reason: null } })
    await element.refresh()
    const right = { attribute: true, custom: true, value: true, valid: true }
    const states = ['starting', 'open', 'processing', 'verified', 'requires_input']
    expect(found).to.deep.equal(states.map((state) => ({ state, ...right })))
  })

  it('shows the new state of a change before any listener of a store is called with its event', async () => {
    const server = fakeServer(sessionView({ status: 'verified' }))
    const store = createVerification({ fetch: server.fetch })
    const found: string[] = []
    const leave = store.subscribe((event) => {
      if (event?.type === 'identity-status') found.push(`${event.detail.state} ${store.getState().state}`)
    })
    await until(() => found.length > 0)
    expect(found).to.deep.equal(['verified verified'])
    leave()
  })

  it('is required, or not, at once', async () => {
    const { element, form } = await booking()
    element.required = false
    expect(form.checkValidity()).to.equal(true)
    element.setAttribute('required', '')
    expect(form.checkValidity()).to.equal(false)
  })
})

describe('a `fetch` that is set after the element is there', () => {
  it('is asked with, where the first question went without it and failed', async () => {
    const element = document.createElement('identity-verification')
    document.body.append(element)
    // The page of the test has no such route.
    await until(() => element.state === 'error')
    const server = fakeServer(sessionView({ status: 'verified' }))
    const initial: boolean[] = []
    element.addEventListener('identity-status', ({ detail }) => initial.push(detail.initial))
    element.fetch = server.fetch
    await until(() => element.state === 'verified')
    expect(initial).to.deep.equal([true])
    element.remove()
  })

  it('takes the place of a first question that is under way', async () => {
    const element = document.createElement('identity-verification')
    const codes: string[] = []
    element.addEventListener('identity-error', ({ detail }) => codes.push(detail.code))
    document.body.append(element)
    await element.updateComplete
    const server = fakeServer(sessionView())
    element.fetch = server.fetch
    await until(() => element.session)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(codes).to.deep.equal([])
    expect(element.state).to.equal('idle')
    element.remove()
  })

  it('is another user’s, perhaps: the server is asked again', async () => {
    const { element } = await scene(sessionView({ status: 'verified' }))
    const other = fakeServer(sessionView({ id: 'vs_other' }))
    element.fetch = other.fetch
    await until(() => element.session?.id === 'vs_other')
    expect(element.state).to.equal('idle')
  })

  it('does not ask without end where it is another with every rendering', async () => {
    const { element, server } = await scene(sessionView())
    for (let turn = 0; turn < 50; turn++) {
      element.fetch = (...args) => server.fetch(...args)
      await element.updateComplete
      await new Promise((resolve) => setTimeout(resolve))
    }
    expect(server.requests.length).to.be.at.most(4)
  })
})

describe('a `fetch` of the host’s own that rejects', () => {
  for (const code of ['ERR_NETWORK', 'unauthenticated', 'auth/network-request-failed'])
    it(`with an error whose code is ${code} is a lost connection, and heals`, async () => {
      const server = fakeServer(sessionView())
      let isDown = true
      const cause = Object.assign(new Error('Network Error'), { name: 'AxiosError', code })
      const { element, details } = await scene(null, (element) => {
        element.fetch = (...args) => (isDown ? Promise.reject(cause) : server.fetch(...args))
      })
      expect(element.error!.code).to.equal('network_error')
      expect(details.at(-1)).to.deep.equal({ code: 'network_error', cause })
      await until(() => button(element))
      isDown = false
      window.dispatchEvent(new Event('online'))
      await until(() => element.state === 'idle')
    })
})

describe('cancel()', () => {
  const followers: [string, (element: HTMLElement & { start(): unknown }) => void][] = [
    ['start()', (element) => void element.start()],
    ['the network', () => void window.dispatchEvent(new Event('online'))],
    [
      'another tab',
      () => {
        show(false)
        show(true)
      },
    ],
    ['a removal', (element) => element.remove()],
  ]
  for (const [what, follow] of followers)
    it(`reaches the server although ${what} follows at once`, async () => {
      const { element, server, stripe } = await scene(sessionView())
      const canceled = element.cancel()
      follow(element)
      await canceled
      expect(server.requests.map(({ path }) => path)).to.include('/sessions/vs_test/cancel')
      if (what === 'start()') {
        await until(() => stripe.isOpen)
        expect(element.session!.id).not.to.equal('vs_test')
      } else if (what !== 'a removal') expect(element.state).to.equal('canceled')
    })

  it('before the first answer cancels the session that the answer brings', async () => {
    const server = fakeServer(sessionView())
    const store = createVerification({ fetch: server.fetch, stripe: fakeStripe() })
    const leave = store.subscribe(() => {})
    await store.cancel()
    expect(store.getState().state).to.equal('canceled')
    leave()
  })

  it('is refused with an event, and shows the reason', async () => {
    const { element, events, server } = await scene(sessionView({ status: 'processing' }))
    const canceled = element.cancel()
    window.dispatchEvent(new Event('online'))
    await canceled
    expect(events).to.include('identity-error')
    expect(element.state).to.equal('processing')
    await until(() => server.held === 1)
  })
})

describe('the browser’s own message', () => {
  for (const [status, more, message] of [
    ['requires_input', {}, 'Verify your identity'],
    ['processing', {}, 'Checking your documents'],
    ['requires_input', { attempts_left: 0 }, 'You have no attempts left'],
    ['canceled', { attempts_left: 0 }, 'You have no attempts left'],
  ] as const)
    it(`is "${message}" in ${status} ${JSON.stringify(more)}`, async () => {
      const { element } = await booking(sessionView({ status, ...more }))
      if (status === 'processing') {
        await until(() => seen(element).length > 0)
        expect(element.validationMessage).to.equal(seen(element).split(' / ')[0])
      } else await until(() => element.validationMessage === message)
    })
})
