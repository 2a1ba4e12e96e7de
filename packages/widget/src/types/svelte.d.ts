import type { HTMLAttributes } from 'svelte/elements'
import type {
  IdentityVerificationAttributes,
  IdentityVerificationListeners,
  IdentityVerificationProperties,
} from '../attributes.js'
import type { IdentityVerification } from '../identity-verification.js'

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'identity-verification': HTMLAttributes<IdentityVerification> &
      IdentityVerificationAttributes &
      IdentityVerificationProperties &
      IdentityVerificationListeners<'on'>
  }
}
