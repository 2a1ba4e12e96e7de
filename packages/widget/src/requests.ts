import {
  isErrorCode,
  type OpenSessionRequest,
  ROUTES,
  type SessionOpening,
  type SessionView,
} from 'stripe-identity-contract'
import { type ApiOptions, call, PATIENCE_MS, viewOf } from './api.js'
import { toError, VerificationError } from './errors.js'
import { settled } from './time.js'

/** What `POST /sessions` brings: the view, and apart from it what must not be shown or kept. */
export interface Opening {
  view: SessionView
  secret: string | null
  url: string | null
  key: string
}

async function ask(
  options: ApiOptions,
  signal: AbortSignal,
  path: string,
  body?: OpenSessionRequest,
  hold = 0,
  asked?: Promise<unknown>,
): Promise<unknown> {
  const limit = new AbortController()
  try {
    const answer = asked ?? call(options, path, limit.signal, body)
    return await settled(answer, signal, PATIENCE_MS + hold * 1000)
  } catch (thrown) {
    const { code, cause } = toError(thrown, 'network_error')
    const named = (cause as { code?: unknown } | undefined)?.code
    throw new VerificationError(isErrorCode(named) ? named : code, cause)
  } finally {
    limit.abort()
  }
}

/** The session once its version is greater than the known one, or as it is when `wait` seconds are over. */
export async function holdSession(
  options: ApiOptions,
  signal: AbortSignal,
  { id, version }: SessionView,
  wait: number,
): Promise<SessionView> {
  const path = `${ROUTES.session(id)}?after=${version}&wait=${wait}`
  return sameSession(await ask(options, signal, path, undefined, wait), id)
}

/** Creates or resumes the user's session, unless it was `asked` for already. */
export async function openSession(
  options: ApiOptions,
  signal: AbortSignal,
  body: OpenSessionRequest,
  asked?: Promise<unknown>,
): Promise<Opening> {
  const json = (await ask(options, signal, ROUTES.sessions, body, 0, asked)) as SessionOpening
  return { view: viewOf(json), secret: json.client_secret, url: json.url, key: json.publishable_key }
}

/** Cancels the session at Stripe. */
export async function cancelSession(
  options: ApiOptions,
  signal: AbortSignal,
  id: string,
): Promise<SessionView> {
  return sameSession(await ask(options, signal, ROUTES.cancel(id), {}), id)
}

function sameSession(json: unknown, id: string): SessionView {
  const view = viewOf(json)
  if (view.id !== id) throw new VerificationError('bad_response')
  return view
}
