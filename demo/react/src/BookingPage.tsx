import { useState } from 'react'
import { IdentityVerification } from 'stripe-identity-widget/react'

export function BookingPage() {
  const [verified, setVerified] = useState(false)

  return (
    <main>
      <h1>Cabin by the lake</h1>
      <p>Two nights, 4 to 6 December. The owner asks guests to verify their identity before they book.</p>
      <form action="/book" method="post">
        <IdentityVerification
          name="identity"
          required
          returnUrl="/react"
          onStatus={(event) => setVerified(event.detail.state === 'verified')}
        />
        {verified && <p className="ready">All set: the cabin is yours to book.</p>}
        <button type="submit" className="book">
          Book the cabin
        </button>
      </form>
    </main>
  )
}
