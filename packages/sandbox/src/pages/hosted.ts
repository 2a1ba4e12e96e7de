import express, { type Router } from 'express'
import type { Refusal } from '../state/credentials.js'
import { sendPage } from './headers.js'
import type { Inside } from './inside.js'

const STATUS: Record<Refusal, number> = { unknown: 404, expired: 410, used: 410 }

/** The page at a session's `url`. Its script asks what the token opens; the status says so to everybody else. */
export function hosted({ account }: Inside): Router {
  const router = express.Router()
  router.get('/:token', (req, res) => {
    const opened = account.credentials.openToken(req.params.token)
    res.status('refused' in opened ? STATUS[opened.refused] : 200)
    sendPage(res, { element: 'sandbox-hosted', title: 'Stripe Identity sandbox', framed: 'never' })
  })
  return router
}
