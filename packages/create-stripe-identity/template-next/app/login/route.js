import { signIn } from '../../lib/auth.js'
import { seeOther } from '../../lib/see-other.js'

export async function POST(request) {
  const form = await request.formData()
  // REPLACE THIS LINE: it accepts any name without a password. Your code checks the user's identity and returns an id
  // that never changes and reveals nothing about the person. Verifications are stored under this id, and Stripe
  // receives it too.
  const user = String(form.get('name') ?? '').trim()

  if (user !== '' && user.length <= 100) await signIn(user)
  return seeOther('/')
}
