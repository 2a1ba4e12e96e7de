import { IdentityVerification } from './identity-verification.js'
import type { VerificationEventMap } from './verification.js'

// If the page loads a second copy of the package, the first stays registered.
if (!customElements.get('identity-verification'))
  customElements.define('identity-verification', IdentityVerification)

declare global {
  interface GlobalEventHandlersEventMap extends VerificationEventMap {}
  interface HTMLElementTagNameMap {
    'identity-verification': IdentityVerification
  }
}

export { IdentityVerification }
