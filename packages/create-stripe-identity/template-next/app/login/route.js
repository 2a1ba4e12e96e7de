import { signIn } from '../../lib/auth.js'
import { seeOther } from '../../lib/see-other.js'

export async function POST(request) {
  const form = await request.formData()
  // REPLACE THIS LINE: it believes any name and asks for no password. Yours checks who it is, and gives an id that
  // never changes and says nothing about the person: verifications are kept under it, and Stripe gets it too.
  const user = String(form.get('name') ?? '').trim()

  if (user !== '' && user.length <= 100) await signIn(user)
  return seeOther('/')
}
