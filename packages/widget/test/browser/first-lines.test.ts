import { createVerification } from '../../src/controller.js'
import { fakeServer, fakeStripe, sessionView } from '../../src/testing.js'
import { button, expect, scene, seen, show, until } from './helpers.js'

/** A form around a required element; counts its actual submissions. */
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

describe('typical first code of a host', () => {
  afterEach(() => document.querySelector('form')?.remove())

  it('submits its form when the user is verified', async () => {
    const { element, form, server, sent } = await booking()
    element.addEventListener('identity-verified', () => form.requestSubmit())
    server.update({ status: 'verified' })
    await element.refresh()
    expect(sent).to.deep.equal(['vs_test'])
  })

  it('reads a consistent attribute, custom state, value and validity in every handler', async () => {
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

  it('gets the new state from a store inside the listener of its event', async () => {
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

  it('changes `required` with immediate effect', async () => {
    const { element, form } = await booking()
    element.required = false
    expect(form.checkValidity()).to.equal(true)
    element.setAttribute('required', '')
    expect(form.checkValidity()).to.equal(false)
  })
})

describe('a `fetch` set after the element was connected', () => {
  it('replaces a first request that failed without it', async () => {
    const element = document.createElement('identity-verification')
    document.body.append(element)
    // The test page has no such route.
    await until(() => element.state === 'error')
    const server = fakeServer(sessionView({ status: 'verified' }))
    const initial: boolean[] = []
    element.addEventListener('identity-status', ({ detail }) => initial.push(detail.initial))
    element.fetch = server.fetch
    await until(() => element.state === 'verified')
    expect(initial).to.deep.equal([true])
    element.remove()
  })

  it('replaces a first request in progress', async () => {
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

  it('requests the session again, because the user may have changed', async () => {
    const { element } = await scene(sessionView({ status: 'verified' }))
    const other = fakeServer(sessionView({ id: 'vs_other' }))
    element.fetch = other.fetch
    await until(() => element.session?.id === 'vs_other')
    expect(element.state).to.equal('idle')
  })

  it('does not cause endless requests if it changes with every rendering', async () => {
    const { element, server } = await scene(sessionView())
    for (let turn = 0; turn < 50; turn++) {
      element.fetch = (...args) => server.fetch(...args)
      await element.updateComplete
      await new Promise((resolve) => setTimeout(resolve))
    }
    expect(server.requests.length).to.be.at.most(4)
  })
})

describe('a rejection of the host’s `fetch`', () => {
  for (const code of ['ERR_NETWORK', 'unauthenticated', 'auth/network-request-failed'])
    it(`with the error code ${code} is a network error, and recovers`, async () => {
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
    it(`reaches the server even if ${what} follows at once`, async () => {
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

  it('before the first answer cancels the session of that answer', async () => {
    const server = fakeServer(sessionView())
    const store = createVerification({ fetch: server.fetch, stripe: fakeStripe() })
    const leave = store.subscribe(() => {})
    await store.cancel()
    expect(store.getState().state).to.equal('canceled')
    leave()
  })

  it('that is refused dispatches identity-error and keeps the state', async () => {
    const { element, events, server } = await scene(sessionView({ status: 'processing' }))
    const canceled = element.cancel()
    window.dispatchEvent(new Event('online'))
    await canceled
    expect(events).to.include('identity-error')
    expect(element.state).to.equal('processing')
    await until(() => server.held === 1)
  })
})

describe('the validation message', () => {
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
