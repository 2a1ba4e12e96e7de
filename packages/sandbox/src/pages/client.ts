import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Core } from '../core.js'
import { scripted } from '../modal-script.js'
import type { Session } from '../objects/session/record.js'
import { checksOf } from './checks.js'
import { choiceSchema, submit } from './choice.js'
import { explain, refuse } from './explain.js'
import { bare } from './headers.js'
import { openByClientSecret, openByUrlToken } from './open.js'
import { refusedLink, refusedSecret } from './refusals.js'

const text = z.string().max(5000)
const ticketSchema = z.union([
  z.object({ client_secret: text, publishable_key: text }),
  z.object({ url_token: text }),
])

type Ticket = z.infer<typeof ticketSchema>

const EXPECTED = 'Expected a client_secret with a publishable_key, or a url_token.'

/**
 * What the modal and the hosted page call. A client secret or a url's token is all the authority they have. That one
 * of them opens nothing is an answer like another, a 200 with `error`: it happens every day, and no page's console
 * should turn red for it.
 */
export function client(core: Core): Router {
  const router = express.Router()
  router.use(express.json({ limit: '16kb' }))
  const route = (path: string, act: Act) => {
    router.post(path, (req, res) => withSession(core, req, res, act))
  }
  route('/lookup', () => {
    const [step, ...later] = core.modalSteps
    core.modalSteps = later
    return step === undefined ? {} : { script: scripted(step) }
  })
  route('/submit', (session, credential, body) => {
    const choice = choiceSchema.parse(body)
    submit(core, session, choice, credential)
    return {}
  })
  route('/decline', (session) => {
    core.flow.giveUp(session, 'consent_declined')
    return {}
  })
  router.use(explain)
  return router
}

/** Does something with a session that was opened; gives what the answer says beside the session. */
type Act = (session: Session, credential: string, body: unknown) => object

function withSession(core: Core, req: Request, res: Response, act: Act) {
  const ticket = ticketSchema.safeParse(req.body)
  if (!ticket.success) return refuse(res, 400, EXPECTED)
  const { credential, result, explainRefusal } = open(core, ticket.data)
  if (result.refused !== undefined) return bare(res).json({ error: explainRefusal(result) })
  const { session } = result
  const more = act(session, credential, req.body)
  const { id, type, return_url } = session
  bare(res).json({ session: { id, type, checks: checksOf(session), return_url }, ...more })
}

function open({ account }: Core, ticket: Ticket) {
  return 'url_token' in ticket
    ? {
        credential: ticket.url_token,
        result: openByUrlToken(account, ticket.url_token),
        explainRefusal: refusedLink,
      }
    : {
        credential: ticket.client_secret,
        result: openByClientSecret(account, ticket.publishable_key, ticket.client_secret),
        explainRefusal: refusedSecret,
      }
}
