import express, { type Router } from 'express'
import type { Accounts } from '../accounts.js'
import type { OriginOf } from '../guard.js'
import { assets } from './assets.js'
import { client } from './client.js'
import { dashboard } from './dashboard.js'
import { sendPage } from './headers.js'
import { hosted } from './hosted.js'
import { stripeJs } from './stripe-js.js'

/** Everything that browsers load: Stripe.js and its modal, the hosted page, and the page at `/`. */
export function pagesRouter(accounts: Accounts, originOf: OriginOf): Router {
  const router = express.Router()
  router.use('/_client/assets', assets())
  router.get('/_client/modal', (_req, res) => {
    sendPage(res, { element: 'sandbox-modal', title: 'Stripe Identity sandbox', framed: 'by-any' })
  })
  router.use('/_client/sessions', client(accounts))
  router.use('/start', hosted(accounts))
  router.use('/_dashboard', dashboard(accounts))
  router.get('/', (_req, res) => {
    res.set('Cross-Origin-Opener-Policy', 'same-origin')
    sendPage(res, { element: 'sandbox-dashboard', title: 'Stripe Identity sandbox', framed: 'never' })
  })
  router.use(stripeJs(originOf))
  return router
}
