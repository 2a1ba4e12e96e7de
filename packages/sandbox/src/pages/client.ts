import { z } from 'zod'
import type { Accounts } from '../accounts.js'
import { CHOICE, readCall, type Scripted } from '../calls.js'
import { ASYNC_MS, PLAIN_MS } from '../choices.js'
import { Instrument } from '../instrument.js'
import { namesOfChecks } from '../objects/report/checks.js'
import { CLIENT_CODES } from '../objects/session/last-error.js'
import type { Session } from '../objects/session/record.js'
import type { Answer } from '../stripe/answer.js'
import { StripeError } from '../stripe/errors.js'
import { dataAnswer } from './answers.js'
import { type OpenedSession, openSession, TICKET } from './open.js'

const CHOSEN = z.object(CHOICE)

/** The answer to the modal or hosted page, unless its credential is refused. */
export interface Visited {
  readonly session: ReturnType<typeof summaryOf>
  /** The action for this modal if it is scripted. */
  readonly script?: Scripted
}

type Act = (instrument: Instrument, opened: OpenedSession, body: unknown) => Pick<Visited, 'script'>

/** The calls of the modal and the hosted page. A client secret or a url token is the only authority. */
export const CLIENT_ACTS = {
  lookup: (instrument) => {
    const script = instrument.nextModalStep()
    return script === undefined ? {} : { script }
  },
  submit: (instrument, { session, credential }, body) => {
    const { async, ...outcome } = readCall(CHOSEN, body)
    // The page receives its result at once, so nothing is left to process.
    const endsInModal = outcome.error_code !== undefined && outcome.error_code in CLIENT_CODES
    const processing_ms = endsInModal ? 0 : async ? ASYNC_MS : PLAIN_MS
    instrument.submit(session.id, { ...outcome, processing_ms }, credential)
    return {}
  },
  decline: (instrument, { session }) => {
    instrument.decline(session.id)
    return {}
  },
} satisfies Record<string, Act>

/**
 * Acts on the session of a visit. A refused credential is an ordinary answer, a 200 with `error`, so that it does not
 * appear as a failure in the console of a page.
 */
export function visit(accounts: Accounts, act: Act, body: unknown): Answer {
  const ticket = readCall(TICKET, body)
  let opened: OpenedSession
  try {
    opened = openSession(accounts, ticket)
  } catch (error) {
    if (error instanceof StripeError) return dataAnswer(error.body())
    throw error
  }
  const more = act(new Instrument(accounts, opened.core), opened, body)
  return dataAnswer({ session: summaryOf(opened.session), ...more } satisfies Visited)
}

function summaryOf(session: Session) {
  const { id, type, return_url } = session
  return { id, type, checks: namesOfChecks(session), return_url }
}
