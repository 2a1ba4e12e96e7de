import { signOut } from '../../lib/auth.js'
import { seeOther } from '../../lib/see-other.js'

export async function POST() {
  await signOut()
  return seeOther('/')
}
