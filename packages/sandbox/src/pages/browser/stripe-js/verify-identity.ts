import type { OpenMessage, StripeError, VerifyResult } from '../protocol.js'
import { openModal } from './modal-conversation.js'

/** Shared by all copies of this script in a page, so that only one modal is open at a time. */
const LOCK = Symbol.for('stripe-identity-sandbox.modal')

/** Opens the modal for a client secret. Always resolves; failures are in `error`. */
export async function verifyIdentity(
  origin: string,
  publishableKey: string,
  clientSecret: unknown,
): Promise<VerifyResult> {
  const secret = typeof clientSecret === 'string' ? clientSecret.trim() : ''
  if (!/^vs_\w+_secret_\S+$/.test(secret)) {
    return refused({
      type: 'invalid_request_error',
      code: 'client_secret_malformed',
      message:
        'verifyIdentity() takes the client_secret of a VerificationSession, of the form vs_…_secret_….' +
        (secret.startsWith('vs_') ? ' This looks like the id of a session, not its secret.' : ''),
    })
  }
  const page = window as unknown as Record<symbol, boolean>
  if (page[LOCK]) {
    return refused({
      type: 'validation_error',
      code: 'modal_already_open',
      message:
        'verifyIdentity() was called while another modal is open on this page. Wait until that one has settled.',
    })
  }
  page[LOCK] = true
  try {
    const message: OpenMessage = {
      kind: 'stripe-identity-sandbox:open',
      clientSecret: secret,
      publishableKey,
    }
    return await openModal(origin, message)
  } finally {
    page[LOCK] = false
  }
}

function refused(error: StripeError): VerifyResult {
  return { error }
}
