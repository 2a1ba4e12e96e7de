import { createHmac, timingSafeEqual } from 'node:crypto'
import { cookies } from 'next/headers'

const COOKIE = 'user'

/**
 * Returns the signed-in user, or null. The pages, the guard and the routes of Stripe Identity all use this function.
 */
export async function signedInUser() {
  const value = (await cookies()).get(COOKIE)?.value ?? ''
  const [name = '', signature = ''] = value.split('.')
  const expected = Buffer.from(sign(name))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return Buffer.from(name, 'base64url').toString() || null
}

export async function signIn(user) {
  if (/^(sk|rk)_live_/.test(process.env.STRIPE_SECRET_KEY ?? '')) {
    throw new Error(
      'app/login/route.js accepts any name without a password. Replace that before you use a live key, and then remove this check.',
    )
  }
  const name = Buffer.from(user).toString('base64url')
  const secure = (process.env.PUBLIC_URL ?? '').startsWith('https:')
  const store = await cookies()
  store.set(COOKIE, `${name}.${sign(name)}`, { httpOnly: true, sameSite: 'lax', secure, path: '/' })
}

export async function signOut() {
  const store = await cookies()
  store.delete(COOKIE)
}

function sign(name) {
  const secret = process.env.COOKIE_SECRET ?? ''
  if (secret.length < 16) throw new Error('COOKIE_SECRET is shorter than 16 characters: see .env.example.')
  return createHmac('sha256', secret).update(name).digest('base64url')
}
