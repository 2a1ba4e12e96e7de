import express, { type Response, type Router } from 'express'
import { z } from 'zod'
import { OVERRIDE } from '../override.js'
import type { Session } from '../session.js'
import { sameOriginOnly } from './browser-guard.js'
import { choiceSchema, submit } from './choice.js'
import { explain, refuse } from './explain.js'
import { feed } from './feed.js'
import { bare } from './headers.js'
import type { Inside } from './inside.js'

/** What the page at `/` listens to and calls. */
export function dashboard(inside: Inside): Router {
  const { account, flow, webhooks } = inside
  const router = express.Router()
  router.use(sameOriginOnly, express.json({ limit: '16kb' }))

  router.get('/feed', (req, res) => feed(inside, req, res))
  router.get('/sessions/:id/hosted', (req, res) => {
    const session = account.sessions.get(req.params.id)
    if (!session) return missing(res, 'session', req.params.id)
    bare(res).redirect(303, `/start/${account.credentials.urlToken(session.id)}`)
  })
  const act = (path: string, action: (session: Session, body: unknown) => void) => {
    router.post(`/sessions/:id/${path}`, (req, res) => {
      const session = account.sessions.get(req.params.id)
      if (!session) return missing(res, 'session', req.params.id)
      action(session, req.body)
      bare(res).status(204).end()
    })
  }
  act('submit', (session, body) => submit(inside, session, choiceSchema.parse(body)))
  act('override', (session, body) => flow.override(session, OVERRIDE.parse(body)))
  act('decline', (session) => flow.giveUp(session, 'consent_declined'))
  router.post('/events/:id/resend', (req, res) => {
    const event = account.events.get(req.params.id)
    if (!event) return missing(res, 'event', req.params.id)
    const thin = account.thinEvents.page({ where: { event: event.id }, limit: 1 }).rows[0]
    if (webhooks.resend(event) + (thin ? webhooks.resend(thin) : 0) === 0)
      return refuse(res, 409, 'No webhook endpoint takes events of this type.')
    bare(res).status(204).end()
  })
  router.post('/clock', (req, res) => {
    const { advance_ms } = z.object({ advance_ms: z.number().int().min(0) }).parse(req.body)
    account.clock.advance(advance_ms)
    bare(res).status(204).end()
  })
  router.use(explain)
  return router
}

function missing(res: Response, noun: string, id: string) {
  refuse(res, 404, `There is no ${noun} ${id}. Was the sandbox reset?`)
}
