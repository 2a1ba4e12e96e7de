import type { JSX as Solid } from 'solid-js'
import type {
  IdentityVerificationAttributes,
  IdentityVerificationListeners,
  IdentityVerificationProperties,
} from '../attributes.js'
import type { IdentityVerification } from '../identity-verification.js'

type Prefixed<Properties> = { [Key in keyof Properties as `prop:${Key & string}`]: Properties[Key] }

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'identity-verification': Solid.HTMLAttributes<IdentityVerification> &
        IdentityVerificationAttributes &
        Prefixed<IdentityVerificationProperties> &
        IdentityVerificationListeners<'on:'>
    }
  }
}
