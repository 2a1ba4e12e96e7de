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
 * The routes of the modal and the hosted page. A client secret or a url token is the only authority. A refused
 * credential is an ordinary answer, a 200 with `error`, so that it does not appear as a failure in the console of a
 * page.
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

/** An outcome chosen on a page. */
const choiceSchema = z.object(CHOICE)

type Choice = z.infer<typeof choiceSchema>

/** The submission for a button in the modal or on the hosted page. */
function submissionOf({ outcome, error_code, person, async }: Choice): z.input<typeof SUBMISSION> {
  // The page receives its result at once, so nothing is left to process.
  const endsInModal = error_code !== undefined && error_code in CLIENT_CODES
  return { outcome, error_code, person, processing_ms: endsInModal ? 0 : async ? ASYNC_MS : PLAIN_MS }
}

/** Acts on an opened session. Returns the fields that the answer contains besides the session. */
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
