import type { IdentityVerification } from 'stripe-identity-widget'
import { type FakeStripe, fakeServer, fakeStripe, sessionView } from 'stripe-identity-widget/testing'
import type { Choices } from './choices'

let modal: FakeStripe | null = null

/**
 * Replaces the element with a new one in the chosen state. Server and Stripe are the package's fakes for tests, so
 * that each state is reached as in production: by the server's responses and the events of Stripe's modal.
 */
export function stage(place: HTMLElement, choices: Choices): IdentityVerification {
  if (modal?.isOpen) modal.close()
  modal = fakeStripe()
  const server = fakeServer(sessionFor(choices), choices.endpoint || undefined)
  if (choices.state === 'error') server.fail(choices.error === 'network_error' ? 0 : 500, choices.error)

  const element = document.createElement('identity-verification')
  element.stripe = modal
  element.fetch = (input, init) => {
    // An element in `starting` waits for the response to its POST.
    const waits = choices.state === 'starting' && init?.method === 'POST'
    return waits ? new Promise<never>(() => {}) : server.fetch(input, init)
  }
  place.replaceChildren(element)
  if (choices.state === 'starting' || choices.state === 'open') void element.start()
  return element
}

/** The session at the server for a state; null if there is none. */
function sessionFor({ state, failure, attempts }: Choices) {
  switch (state) {
    case 'processing':
    case 'verified':
    case 'canceled':
      return sessionView({ status: state })
    case 'redacted':
      return sessionView({ redaction: { status: 'redacted' } })
    case 'requires_input':
      return sessionView({
        last_error: { code: failure, reason: null },
        attempts: 1,
        attempts_left: attempts === '' ? null : Number(attempts),
      })
    default:
      return null
  }
}
