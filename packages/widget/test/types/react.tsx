import { useRef } from 'react'
import 'stripe-identity-widget/types/jsx'
import type { IdentityVerification as Element } from 'stripe-identity-widget'
import { IdentityVerification, useIdentityVerification } from 'stripe-identity-widget/react'

export function Component() {
  const ref = useRef<Element>(null)
  return (
    <IdentityVerification
      ref={ref}
      endpoint="/identity"
      required
      onVerified={({ detail }) => detail.session.id}
      onError={({ detail }) => detail.code === 'network_error'}
    >
      <p slot="verified">Done</p>
    </IdentityVerification>
  )
}

export function Tag() {
  return (
    <identity-verification
      endpoint="/identity"
      flow="modal"
      required
      onidentity-verified={(event) => event.detail.session.id}
    />
  )
}

export function Hook() {
  const { state, start, session } = useIdentityVerification({ endpoint: '/identity' })
  return (
    <button type="button" disabled={state === 'processing'} onClick={() => void start()}>
      {session?.status}
    </button>
  )
}

// @ts-expect-error there is no such flow
export const wrong = <identity-verification flow="popup" />
// @ts-expect-error there is no such property
export const wrongComponent = <IdentityVerification onFinished={() => {}} />
