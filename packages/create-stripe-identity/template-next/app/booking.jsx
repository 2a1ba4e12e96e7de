'use client'

import { useMemo } from 'react'
import { IdentityVerification } from 'stripe-identity-widget/react'

export function Booking({ sandbox }) {
  const stripe = useMemo(() => (sandbox === null ? undefined : () => loadStripeFrom(sandbox)), [sandbox])
  return (
    <form action="/book" method="post">
      <IdentityVerification
        name="identity"
        required
        stripe={stripe && (async (...args) => (await stripe())(...args))}
      />
      <button type="submit">Book the cabin</button>
    </form>
  )
}

/** Loads the sandbox's Stripe.js in place of Stripe's, on first use. */
function loadStripeFrom(sandbox) {
  globalThis.sandboxStripe ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `${sandbox}/v3/`
    script.onload = () => resolve(window.Stripe)
    script.onerror = () => reject(new Error('The sandbox could not be reached.'))
    document.head.append(script)
  })
  return globalThis.sandboxStripe
}
