import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type {
  IdentityVerificationAttributes,
  IdentityVerificationListeners,
  IdentityVerificationProperties,
} from '../attributes.js'
import type { IdentityVerification } from '../identity-verification.js'

/** The tag in JSX as React 19 sets it: properties as properties, `onidentity-…` as listeners. */
type Props = DetailedHTMLProps<HTMLAttributes<IdentityVerification>, IdentityVerification> &
  IdentityVerificationAttributes &
  IdentityVerificationProperties &
  IdentityVerificationListeners<'on'> & { class?: string }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'identity-verification': Props
    }
  }
}
