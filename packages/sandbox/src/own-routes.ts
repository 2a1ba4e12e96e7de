import { type Answer, errorAnswer } from './stripe/answer.js'
import { Malformed, NotAllowed } from './stripe/errors.js'
import { REFUSALS } from './stripe/refusals.js'
import { findRoute, type Match } from './stripe/route.js'

/** Finds a route outside Stripe's API. HEAD counts as GET, and a slash at the end does not count. */
export function findOwnRoute<R extends { readonly method: string; readonly path: string }>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> | undefined {
  return findRoute(routes, method === 'HEAD' ? 'GET' : method, path.replace(/\/$/, ''))
}

/** Parses the body of a call outside Stripe's API, whatever its content type is; `{}` if it is empty. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) throw REFUSALS.tooLarge()
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw new Malformed('Expected a JSON object, but the body is not JSON.')
  }
}

/** Answers 409 if the session's state does not allow the step; the API keeps Stripe's status there. */
export function refusal(error: unknown): Answer {
  const refused = errorAnswer(error)
  return error instanceof NotAllowed ? { ...refused, status: 409 } : refused
}
