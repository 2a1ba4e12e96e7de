import type { IncomingMessage } from 'node:http'
import { type Answer, errorAnswer, readBody } from './stripe/answer.js'
import { Malformed, NotAllowed } from './stripe/errors.js'
import { REFUSALS } from './stripe/refusals.js'

/** Reads the JSON body of a call outside Stripe's API, whatever its content type is; `{}` if it is empty. */
export async function readJson(req: IncomingMessage, limit: number): Promise<unknown> {
  const text = await readBody(req, limit)
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
