'use client'

import { useState } from 'react'
import { IdentityVerification } from 'stripe-identity-widget/react'

export function BookingForm() {
  const [verified, setVerified] = useState(false)

  return (
    <form action="/book" method="post">
      <IdentityVerification
        name="identity"
        required
        returnUrl="/next"
        onStatus={(event) => setVerified(event.detail.state === 'verified')}
      />
      {verified && <p className="ready">All set: the cabin is yours to book.</p>}
      <button type="submit" className="book">
        Book the cabin
      </button>
    </form>
  )
}
