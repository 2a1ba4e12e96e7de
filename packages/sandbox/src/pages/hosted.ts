import express, { type Router } from 'express'
import type { Accounts } from '../accounts.js'
import { sendPage } from './headers.js'
import { openByUrlToken } from './open.js'

/** The page at a session's `url`. Its script asks what the token opens; the status says so to everybody else. */
export function hosted(accounts: Accounts): Router {
  const router = express.Router()
  router.get('/:token', (req, res) => {
    const { token } = req.params
    const { refused } = openByUrlToken(accounts.holding(token).account, token)
    if (refused) res.status(refused === 'unknown' ? 404 : 410)
    sendPage(res, { element: 'sandbox-hosted', title: 'Stripe Identity sandbox', framed: 'never' })
  })
  return router
}
