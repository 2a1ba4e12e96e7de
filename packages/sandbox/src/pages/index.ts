import express, { type Router } from 'express'
import type { OriginOf } from '../origin.js'
import { assets } from './assets.js'
import { client } from './client.js'
import { dashboard } from './dashboard.js'
import { sendPage } from './headers.js'
import { hosted } from './hosted.js'
import type { Inside } from './inside.js'
import { stripeJs } from './stripe-js.js'

/** Everything that browsers load: Stripe.js and its modal, the hosted page, and the page at `/`. */
export function pagesRouter(inside: Inside, originOf: OriginOf): Router {
  const router = express.Router()
  router.use('/_client/assets', assets())
  router.get('/_client/modal', (_req, res) => {
    sendPage(res, { element: 'sandbox-modal', title: 'Stripe Identity sandbox', framed: 'by-any' })
  })
  router.use('/_client/sessions', client(inside))
  router.use('/start', hosted(inside))
  router.use('/_dashboard', dashboard(inside))
  router.get('/', (_req, res) => {
    res.set('Cross-Origin-Opener-Policy', 'same-origin')
    sendPage(res, { element: 'sandbox-dashboard', title: 'Stripe Identity sandbox', framed: 'never' })
  })
  router.use(stripeJs(originOf))
  return router
}
