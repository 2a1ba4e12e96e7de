import { sessionView } from '../../src/testing.js'
import { button, expect, scene, seen, until } from './helpers.js'

describe('from click to verified', () => {
  it('requests the session once, then shows the required documents', async () => {
    const { element, server, events, details } = await scene()
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'GET /sessions/current',
    ])
    expect(events).to.deep.equal(['identity-status:idle'])
    expect(details[0]).to.deep.equal({ state: 'idle', previous: 'idle', session: null, initial: true })
    expect(seen(element)).to.match(/ID.*camera.*two minutes.*Verify your identity.*Stripe/)
  })

  it('moves from idle to verified only by answers of the server', async () => {
    const { element, server, stripe, events } = await scene()
    button(element)!.click()
    expect(element.state).to.equal('starting')
    await until(() => stripe.isOpen)
    expect(element.state).to.equal('open')
    expect(server.requests[1]).to.deep.equal({ method: 'POST', path: '/sessions', body: {} })
    stripe.submit()
    await until(() => element.state === 'processing')
    await until(() => server.held === 1)
    expect(server.requests.at(-1)!.path).to.equal('/sessions/vs_test?after=1&wait=25')
    server.update({ status: 'processing' })
    await until(() => server.requests.at(-1)!.path.includes('after=2'))
    expect(element.state).to.equal('processing')
    server.update({ status: 'verified' })
    await until(() => element.state === 'verified')
    await element.updateComplete
    expect(seen(element)).to.equal('Your identity is verified')
    expect(element.matches(':state(verified)')).to.equal(true)
    expect(element.getAttribute('state')).to.equal('verified')
    expect(events).to.deep.equal([
      'identity-status:idle',
      'identity-start',
      'identity-status:starting',
      'identity-status:open',
      'identity-status:processing',
      'identity-status:verified',
      'identity-verified',
    ])
  })

  it('shows the failure and retries on the same session with a new secret', async () => {
    const { element, server, stripe } = await scene(
      sessionView({
        last_error: { code: 'document_expired', reason: 'The document is expired.' },
        attempts_left: 2,
      }),
    )
    expect(element.state).to.equal('requires_input')
    await until(() => seen(element).includes('document'))
    expect(seen(element)).to.equal(
      'Your document has expired / Use one that’s still valid. / Attempts left: 2 / Try again',
    )
    button(element)!.click()
    await until(() => stripe.isOpen)
    expect(server.session!.id).to.equal('vs_test')
  })

  it('shows no remaining attempts where a retry would not help', async () => {
    const { element } = await scene(
      sessionView({ last_error: { code: 'under_supported_age', reason: null }, attempts_left: 2 }),
    )
    await until(() => seen(element).includes('age'))
    expect(seen(element)).to.equal('You’re below the minimum age / Contact us for another way to verify.')
  })

  it('returns to the state of the session when the modal is closed', async () => {
    const { element, stripe, events } = await scene()
    const started = element.start()
    await until(() => stripe.isOpen)
    stripe.close()
    expect(await started).to.deep.equal({ outcome: 'dismissed' })
    expect(element.state).to.equal('idle')
    expect(events.at(-1)).to.equal('identity-dismiss')
  })

  it("renders once at first, because Lit warns about a second update in every developer's console", async () => {
    const element = document.createElement('identity-verification')
    document.body.append(element)
    expect(await element.updateComplete).to.equal(true)
    element.remove()
  })
})
