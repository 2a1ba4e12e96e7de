import express, { type Router } from 'express'
import type { Core } from '../core.js'
import { sendPage } from './headers.js'
import { openByUrlToken } from './open.js'

/** The page at a session's `url`. Its script asks what the token opens; the status says so to everybody else. */
export function hosted({ account }: Core): Router {
  const router = express.Router()
  router.get('/:token', (req, res) => {
    const { refused } = openByUrlToken(account, req.params.token)
    if (refused) res.status(refused === 'unknown' ? 404 : 410)
    sendPage(res, { element: 'sandbox-hosted', title: 'Stripe Identity sandbox', framed: 'never' })
  })
  return router
}
