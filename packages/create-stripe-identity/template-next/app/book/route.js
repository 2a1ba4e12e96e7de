import { signedInUser } from '../../lib/auth.js'
import { identity } from '../../lib/identity.js'
import { seeOther } from '../../lib/see-other.js'

export async function POST() {
  const refused = await identity().guard(await signedInUser())
  if (refused !== null) return refused
  // Save the booking to your database here.
  return seeOther('/booked')
}
