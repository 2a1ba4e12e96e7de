import express, { type Router } from 'express'
import type { Core } from '../core.js'
import { presentReport } from '../state/present.js'
import { refuse } from './explain.js'
import { feed } from './feed.js'
import { bare } from './headers.js'

/** What the page at `/` listens to. What it does goes to the control routes. */
export function dashboard(core: Core): Router {
  const { account } = core
  const router = express.Router()
  router.get('/feed', (req, res) => feed(core, req, res))
  router.get('/reports/:id', (req, res) => {
    const report = account.reports.get(req.params.id)
    if (!report) return refuse(res, 404, `There is no report ${req.params.id}. Was the sandbox reset?`)
    bare(res).json(presentReport(report))
  })
  router.get('/sessions/:id/hosted', (req, res) => {
    const { id } = req.params
    if (!account.sessions.get(id)) {
      return refuse(res, 404, `There is no session ${id}. Was the sandbox reset?`)
    }
    bare(res).redirect(303, `/start/${account.credentials.urlToken(id)}`)
  })
  return router
}
