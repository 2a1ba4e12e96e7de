import { signedInUser } from '../../../lib/auth.js'
import { identity } from '../../../lib/identity.js'

/** Sessions, and Stripe's webhook, whose body has to arrive as it was sent. */
async function handle(request) {
  return identity().fetch(request, { user: await signedInUser() })
}

export { handle as GET, handle as OPTIONS, handle as POST }
