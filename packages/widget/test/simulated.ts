import { expect, it } from 'vitest'
import { fakeServer, fakeStripe, sessionView } from '../src/testing.js'

/** A host's unit tests in a simulated browser, which has no or partial internals and no layout. */
export function testsInSimulatedBrowser(): void {
  it('the element works in a page that contains it', async () => {
    const { IdentityVerification } = await import('../src/define.js')
    const server = fakeServer(sessionView())
    const stripe = fakeStripe()
    const form = document.createElement('form')
    const element = document.createElement('identity-verification')
    element.setAttribute('name', 'identity')
    element.setAttribute('required', '')
    form.append(element)
    document.body.append(form)
    expect(element).toBeInstanceOf(IdentityVerification)
    Object.assign(element, { fetch: server.fetch, stripe })
    await expect.poll(() => element.session?.id).toBe('vs_test')
    expect(element.getAttribute('state')).toBe('idle')
    expect(element.form).toBe(form)
    expect(element.checkValidity()).toBe(false)
    expect(element.value).toBe('vs_test')

    const started = element.start()
    await expect.poll(() => stripe.isOpen).toBe(true)
    stripe.submit()
    expect(await started).toEqual({ outcome: 'submitted' })
    server.update({ status: 'verified' })
    await expect.poll(() => element.state).toBe('verified')
    expect(element.checkValidity()).toBe(true)
    element.preload = 'visible'
    await element.updateComplete
    element.remove()
  })

  it('the element works when React renders it', async () => {
    const { createElement } = await import('react')
    const { createRoot } = await import('react-dom/client')
    const { flushSync } = await import('react-dom')
    const { IdentityVerification } = await import('../src/react.js')
    const server = fakeServer(sessionView({ status: 'verified' }))
    const verified: string[] = []
    const place = document.createElement('main')
    document.body.append(place)
    const root = createRoot(place)
    flushSync(() =>
      root.render(
        createElement(IdentityVerification, {
          fetch: server.fetch,
          onVerified: ({ detail }) => verified.push(detail.session.id),
        }),
      ),
    )
    await expect.poll(() => verified).toEqual(['vs_test'])
    root.unmount()
  })
}
