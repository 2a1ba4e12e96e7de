import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import type { Identity } from 'stripe-identity-server'
import { auth, signedInUser } from './auth.ts'
import { headers } from './headers.ts'
import { identityFor } from './identity.ts'
import { bookedPage, bookingPage } from './pages.ts'
import type { Settings } from './settings.ts'

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url))
const WIDGET = dirname(fileURLToPath(import.meta.resolve('stripe-identity-widget')))

export function createApp(settings: Settings): { app: Express; identity: Identity } {
  const identity = identityFor(settings)
  const app = express()
  app.disable('x-powered-by')
  app.use(headers(settings))
  app.use(express.static(PUBLIC))
  app.use('/widget', express.static(WIDGET))
  app.use(auth(settings))
  // Mount it before any express.json(): the signature of Stripe's webhook covers the raw body.
  app.use('/identity', identity.router)

  app.get('/', (req, res) => {
    const user = signedInUser(req)
    if (user === null) return res.redirect('/login')
    res.send(bookingPage(user, settings))
  })

  app.post('/book', identity.requireVerified(), (_req, res) => {
    // Save the booking to your database here.
    res.redirect(303, '/booked')
  })

  app.get('/booked', identity.requireVerified(), (req, res) => {
    res.send(bookedPage(signedInUser(req) ?? ''))
  })

  return { app, identity }
}
