import { expect } from '@open-wc/testing'
import type { SessionView } from 'stripe-identity-contract'
import { IdentityVerification } from '../../src/define.js'
import { type FakeServer, type FakeStripe, fakeServer, fakeStripe } from '../../src/testing.js'
import type { VerificationEventMap } from '../../src/verification.js'

export interface Scene {
  element: IdentityVerification
  server: FakeServer
  stripe: FakeStripe
  /** Every event of the element, as `type` or `type:state`. */
  events: string[]
  details: unknown[]
}

const NAMES: (keyof VerificationEventMap)[] = [
  'identity-start',
  'identity-status',
  'identity-verified',
  'identity-dismiss',
  'identity-error',
]

const scenes: Scene[] = []

// The files that load on intent are preloaded, except in tests of their loading.
before(async () => {
  await Promise.all([
    import('../../src/later.js'),
    import('../../src/run.js'),
    import('../../src/locales/en.rest.js'),
  ])
})

/** An element in the page with a scripted server and Stripe, after its first answer and texts have loaded. */
export async function scene(
  session: SessionView | null = null,
  setup: (element: IdentityVerification) => void = () => {},
): Promise<Scene> {
  const element = document.createElement('identity-verification')
  const server = fakeServer(session)
  const stripe = fakeStripe()
  element.fetch = server.fetch
  element.stripe = stripe
  const events: string[] = []
  const details: unknown[] = []
  for (const name of NAMES)
    element.addEventListener(name, (event) => {
      const { detail } = event as CustomEvent
      details.push(detail)
      events.push(name === 'identity-status' ? `${name}:${detail.state}` : name)
    })
  const here: Scene = { element, server, stripe, events, details }
  scenes.push(here)
  setup(element)
  document.body.append(element)
  await until(() => events.length > 0)
  await until(() => element.shadowRoot!.querySelector('[part=message]'))
  await element.updateComplete
  return here
}

afterEach(async () => {
  for (const { element, stripe } of scenes.splice(0)) {
    element.remove()
    // A load that the element has begun must not add Stripe's script to the page of the next test.
    element.stripe = stripe
    // The page's modal lock is held until Stripe settles.
    if (stripe.isOpen) stripe.close()
  }
  await new Promise((resolve) => setTimeout(resolve))
})

let hidden = false
// Test pages run in parallel, so at most one is actually visible.
Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })

/** Simulates that the tab becomes visible or hidden. */
export function show(visible: boolean): void {
  hidden = !visible
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

/** Waits for a condition; fails with its source. */
export async function until(fact: () => unknown, what = String(fact)): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (fact()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`did not come true: ${what}`)
}

/** The visible text of the element. */
export function seen(element: IdentityVerification): string {
  const root = element.shadowRoot!
  return [...root.querySelectorAll('p, button')].map((node) => node.textContent!.trim()).join(' / ')
}

export function button(element: IdentityVerification): HTMLButtonElement | null {
  return element.shadowRoot!.querySelector('button')
}

export { expect, IdentityVerification }
