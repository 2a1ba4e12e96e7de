import { IdentityVerification } from './identity-verification.js'
import type { VerificationEventMap } from './verification.js'

// A second copy of the package on the page leaves the first in charge.
if (!customElements.get('identity-verification'))
  customElements.define('identity-verification', IdentityVerification)

declare global {
  interface GlobalEventHandlersEventMap extends VerificationEventMap {}
  interface HTMLElementTagNameMap {
    'identity-verification': IdentityVerification
  }
}

export { IdentityVerification }
