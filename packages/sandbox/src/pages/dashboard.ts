import express, { type Router } from 'express'
import type { Accounts } from '../accounts.js'
import { presentReport } from '../objects/report/fields.js'
import { refuse } from './explain.js'
import { feed } from './feed.js'
import { bare } from './headers.js'

/** What the page at `/` listens to. What it does goes to the control routes. */
export function dashboard(accounts: Accounts): Router {
  const router = express.Router()
  router.get('/feed', (req, res) => feed(accounts.own, req, res))
  router.get('/reports/:id', (req, res) => {
    const { id } = req.params
    const { account } = accounts.having(({ reports }) => reports.get(id) !== undefined)
    const report = account.reports.get(id)
    if (!report) return refuse(res, 404, `There is no report ${id}. Was the sandbox reset?`)
    bare(res).json(presentReport(report))
  })
  router.get('/sessions/:id/hosted', (req, res) => {
    const { id } = req.params
    const { account } = accounts.having(({ sessions }) => sessions.get(id) !== undefined)
    if (!account.sessions.get(id)) {
      return refuse(res, 404, `There is no session ${id}. Was the sandbox reset?`)
    }
    bare(res).redirect(303, `/start/${account.credentials.urlToken(id)}`)
  })
  return router
}
