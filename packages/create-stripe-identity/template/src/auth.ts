import cookieParser from 'cookie-parser'
import { type Request, Router, urlencoded } from 'express'
import { loginPage } from './pages.ts'
import type { Settings } from './settings.ts'

const COOKIE = 'user'

/**
 * Returns the signed-in user, or null. The pages, the guard and the routes of Stripe Identity all use this function.
 */
export function signedInUser(req: Request): string | null {
  return req.signedCookies[COOKIE] || null
}

/** Sign-in and sign-out. Replace them with your own; the rest of the app uses only `signedInUser`. */
export function auth({ cookieSecret, publicUrl, stripe }: Settings): Router {
  if (/^(sk|rk)_live_/.test(stripe.secretKey)) {
    throw new Error(
      'src/auth.ts accepts any name without a password. Replace that line before you use a live key, and then remove this check.',
    )
  }
  const secure = publicUrl.startsWith('https:')
  const router = Router()
  router.use(cookieParser(cookieSecret))
  router.get('/login', (_req, res) => void res.send(loginPage()))
  router.post('/login', urlencoded({ extended: false }), (req, res) => {
    // REPLACE THIS LINE: it accepts any name without a password. Your code checks the user's identity and returns an
    // id that never changes and reveals nothing about the person. Verifications are stored under this id, and Stripe
    // receives it too.
    const user = String(req.body?.name ?? '').trim()

    if (user === '' || user.length > 100) return void res.redirect(303, '/login')
    res.cookie(COOKIE, user, { signed: true, httpOnly: true, sameSite: 'lax', secure })
    res.redirect(303, '/')
  })
  router.post('/logout', (_req, res) => {
    res.clearCookie(COOKIE)
    res.redirect(303, '/login')
  })
  return router
}
