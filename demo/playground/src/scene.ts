import type { IdentityVerification } from 'stripe-identity-widget'
import { type FakeStripe, fakeServer, fakeStripe, sessionView } from 'stripe-identity-widget/testing'
import type { Choices } from './choices'

let modal: FakeStripe | null = null

/**
 * Puts a new element into the place, in the state asked for. Server and Stripe are the fakes that the package has for
 * tests, so that each state is reached as it is in truth: by what a server answers, and by what Stripe's modal does.
 */
export function stage(place: HTMLElement, choices: Choices): IdentityVerification {
  if (modal?.isOpen) modal.close()
  modal = fakeStripe()
  const server = fakeServer(sessionFor(choices), choices.endpoint || undefined)
  if (choices.state === 'error') server.fail(choices.error === 'network_error' ? 0 : 500, choices.error)

  const element = document.createElement('identity-verification')
  element.stripe = modal
  element.fetch = (input, init) => {
    // What is starting waits for the answer to its POST.
    const waits = choices.state === 'starting' && init?.method === 'POST'
    return waits ? new Promise<never>(() => {}) : server.fetch(input, init)
  }
  place.replaceChildren(element)
  if (choices.state === 'starting' || choices.state === 'open') void element.start()
  return element
}

/** What the server knows of the user in a state; null is nothing. */
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
