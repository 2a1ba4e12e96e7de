import { redirect } from 'next/navigation'
import { signedInUser } from '../../lib/auth.js'
import { identity } from '../../lib/identity.js'

export default async function Booked() {
  const user = await signedInUser()
  if (user === null || !(await identity().isVerified(user))) redirect('/')
  return (
    <>
      <h1>See you at the lake</h1>
      <p>Thank you, {user}. Your booking is confirmed: two nights, 4 to 6 December.</p>
      <p>
        <a href="/">Back to the cabin</a>
      </p>
    </>
  )
}
