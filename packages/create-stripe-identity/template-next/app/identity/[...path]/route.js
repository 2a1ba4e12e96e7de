import { signedInUser } from '../../../lib/auth.js'
import { identity } from '../../../lib/identity.js'

/** Handles sessions and Stripe's webhook, whose body must arrive unchanged. */
async function handle(request) {
  return identity().fetch(request, { user: await signedInUser() })
}

export { handle as GET, handle as OPTIONS, handle as POST }
