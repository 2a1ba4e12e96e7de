import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Accounts } from '../accounts.js'
import { CHOICE, type SUBMISSION } from '../calls.js'
import { ASYNC_MS, PLAIN_MS } from '../choices.js'
import { Instrument } from '../instrument.js'
import { CLIENT_CODES } from '../objects/session/last-error.js'
import type { Session } from '../objects/session/record.js'
import { checksOf } from './checks.js'
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
export function client(accounts: Accounts): Router {
  const router = express.Router()
  router.use(express.json({ limit: '16kb' }))
  const route = (path: string, act: Act) => {
    router.post(path, (req, res) => withSession(accounts, req, res, act))
  }
  route('/lookup', (instrument) => {
    const script = instrument.nextModalStep()
    return script === undefined ? {} : { script }
  })
  route('/submit', (instrument, { id }, credential, body) => {
    instrument.submit(id, submissionOf(choiceSchema.parse(body)), credential)
    return {}
  })
  route('/decline', (instrument, { id }) => {
    instrument.decline(id)
    return {}
  })
  router.use(explain)
  return router
}

/** Which outcome somebody chose on one of the pages. */
const choiceSchema = z.object(CHOICE)

type Choice = z.infer<typeof choiceSchema>

/** The submission that the button in the modal or on the hosted page means. */
function submissionOf({ outcome, error_code, person, async }: Choice): z.input<typeof SUBMISSION> {
  // The page has its end at once, so that nothing is left to process.
  const endsInModal = error_code !== undefined && error_code in CLIENT_CODES
  return { outcome, error_code, person, processing_ms: endsInModal ? 0 : async ? ASYNC_MS : PLAIN_MS }
}

/** Does something with a session that was opened; gives what the answer says beside the session. */
type Act = (instrument: Instrument, session: Session, credential: string, body: unknown) => object

function withSession(accounts: Accounts, req: Request, res: Response, act: Act) {
  const ticket = ticketSchema.safeParse(req.body)
  if (!ticket.success) return refuse(res, 400, EXPECTED)
  const { core, credential, result, explainRefusal } = open(accounts, ticket.data)
  if (result.refused !== undefined) return bare(res).json({ error: explainRefusal(result) })
  const { session } = result
  const more = act(new Instrument(core), session, credential, req.body)
  const { id, type, return_url } = session
  bare(res).json({ session: { id, type, checks: checksOf(session), return_url }, ...more })
}

function open(accounts: Accounts, ticket: Ticket) {
  const credential = 'url_token' in ticket ? ticket.url_token : ticket.client_secret
  const core = accounts.holding(credential)
  return 'url_token' in ticket
    ? {
        core,
        credential,
        result: openByUrlToken(core.account, credential),
        explainRefusal: refusedLink,
      }
    : {
        core,
        credential,
        result: openByClientSecret(core.account, ticket.publishable_key, credential),
        explainRefusal: refusedSecret,
      }
}
