import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Session } from '../session.js'
import { sameOriginOnly } from './browser-guard.js'
import { checksOf } from './checks.js'
import { choiceSchema, ifAllowed, submit } from './choice.js'
import { explain } from './explain.js'
import { bare } from './headers.js'
import type { Inside } from './inside.js'
import { type ClientError, malformed, notOpen, refusedSecret, refusedUrl } from './refusals.js'

const secret = z.object({ client_secret: z.string().max(5000) })
const token = z.object({ url_token: z.string().max(5000) })
const ticketSchema = z.union([secret, token])

type Ticket = z.infer<typeof ticketSchema>

/** What the modal and the hosted page call. A client secret or a url's token is all the authority they have. */
export function client(inside: Inside): Router {
  const router = express.Router()
  router.use(sameOriginOnly, express.json({ limit: '16kb' }))

  router.post('/lookup', (req, res) => {
    withSession(inside, req, res, (session) => session)
  })
  router.post('/submit', (req, res) => {
    const choice = choiceSchema.safeParse(req.body)
    if (!choice.success) return refuse(res, malformed(z.prettifyError(choice.error)))
    withSession(inside, req, res, (session, credential) => submit(inside, session, choice.data, credential))
  })
  router.post('/decline', (req, res) => {
    withSession(inside, req, res, (session) => inside.flow.giveUp(session, 'consent_declined'))
  })
  router.use(explain)
  return router
}

function withSession(
  inside: Inside,
  req: Request,
  res: Response,
  act: (session: Session, credential: string) => Session,
) {
  const ticket = ticketSchema.safeParse(req.body)
  if (!ticket.success) return refuse(res, malformed('Expected a client_secret or a url_token.'))
  const found = find(inside, ticket.data)
  if ('code' in found) return refuse(res, found)
  const { session, credential } = found
  const after = session.status === 'requires_input' ? ifAllowed(() => act(session, credential)) : null
  if (!after) return refuse(res, notOpen(session.status))
  const { id, type, return_url } = session
  bare(res).json({ session: { id, type, checks: checksOf(session), return_url } })
}

function find({ account }: Inside, ticket: Ticket): { session: Session; credential: string } | ClientError {
  const isSecret = 'client_secret' in ticket
  const credential = isSecret ? ticket.client_secret : ticket.url_token
  const opened = isSecret
    ? account.credentials.openSecret(credential)
    : account.credentials.openToken(credential)
  const refused = isSecret ? refusedSecret : refusedUrl
  if ('refused' in opened) return refused(opened.refused)
  const session = account.sessions.get(opened.session)
  return session ? { session, credential } : refused('unknown')
}

function refuse(res: Response, error: ClientError) {
  bare(res).status(400).json({ error })
}
