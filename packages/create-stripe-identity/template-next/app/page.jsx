import { signedInUser } from '../lib/auth.js'
import { Booking } from './booking.jsx'

export default async function Page() {
  if ((await signedInUser()) === null) return <SignIn />
  const sandbox = process.env.STRIPE_API_BASE || null
  return (
    <>
      <h1>Cabin by the lake</h1>
      <p>Two nights, 4 to 6 December. The owner asks guests to verify their identity before they book.</p>
      <Booking sandbox={sandbox} />
      {sandbox === null ? null : (
        <p className="note">This is the sandbox: it verifies no real people and reads no documents.</p>
      )}
    </>
  )
}

function SignIn() {
  return (
    <>
      <h1>Welcome</h1>
      <p>Sign in to book the cabin by the lake.</p>
      <form action="/login" method="post">
        <label htmlFor="name">Your name</label>
        <input id="name" name="name" required maxLength={100} autoComplete="username" />
        <button type="submit">Sign in</button>
      </form>
      <p className="note">
        Any name will do, and nobody asks for a password. That is the line to replace with your own sign-in:{' '}
        <code>app/login/route.js</code>.
      </p>
    </>
  )
}
