import {
  isErrorCode,
  type OpenSessionRequest,
  ROUTES,
  type SessionOpening,
  type SessionView,
} from 'stripe-identity-contract'
import type { ApiOptions } from './api.js'
import { toError, VerificationError } from './errors.js'
import { send } from './send.js'
import { viewOf } from './session.js'
import { settled } from './time.js'

/** The result of `POST /sessions`: the view, and separately the values that must not be shown or stored. */
export interface Opening {
  view: SessionView
  secret: string | null
  url: string | null
  key: string
}

/** Returns the session once its version is greater than the known one, or its current state after `hold` seconds. */
export async function holdSession(
  options: ApiOptions,
  signal: AbortSignal,
  { id, version }: SessionView,
  hold: number,
): Promise<SessionView> {
  const path = `${ROUTES.session(id)}?after=${version}&wait=${hold}`
  return sameSession(await named(send(options, path, signal, { hold })), id)
}

/** Creates or resumes the user's session, unless it was `asked` for already. */
export async function openSession(
  options: ApiOptions,
  signal: AbortSignal,
  body: OpenSessionRequest,
  asked?: Promise<unknown>,
): Promise<Opening> {
  const answer = asked ?? send(options, ROUTES.sessions, signal, { body })
  const json = (await named(settled(answer, signal))) as SessionOpening
  return { view: viewOf(json), secret: json.client_secret, url: json.url, key: json.publishable_key }
}

/** Cancels the session at Stripe. Takes no signal, so the request is sent even if the element is removed. */
export async function cancelSession(options: ApiOptions, id: string): Promise<SessionView> {
  const { signal } = new AbortController()
  return sameSession(await named(send(options, ROUTES.cancel(id), signal, { body: {} })), id)
}

/** Passes the answer on. An error with one of our codes gets that code instead of the one for its HTTP status. */
async function named(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer
  } catch (thrown) {
    const { code, cause } = toError(thrown, 'network_error')
    const name = (cause as { code?: unknown; status?: unknown } | undefined)?.code
    const isFromServer = (cause as { status?: unknown } | undefined)?.status !== undefined
    throw new VerificationError(isFromServer && isErrorCode(name) ? name : code, cause)
  }
}

function sameSession(json: unknown, id: string): SessionView {
  const view = viewOf(json)
  if (view.id !== id) throw new VerificationError('bad_response')
  return view
}
