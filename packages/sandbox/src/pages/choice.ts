import { z } from 'zod'
import { CLIENT_CODES, ERROR_CODES } from '../last-error.js'
import type { Session } from '../session.js'
import { ASYNC_MS, PLAIN_MS } from '../state/flow.js'
import type { Inside } from './inside.js'

/** Which outcome somebody chose on one of the pages. */
export const choiceSchema = z.object({
  outcome: z.enum(['verified', 'unverified']),
  async: z.boolean(),
  error_code: z.enum(ERROR_CODES).optional(),
})

export type Choice = z.infer<typeof choiceSchema>

/** Submits as the button said. Throws `NotAllowed` where the session takes no submission. */
export function submit({ flow }: Inside, session: Session, choice: Choice, credential?: string): Session {
  const { outcome, error_code } = choice
  // The page hears of it at once, so that nothing is left to process.
  const endsInModal = credential !== undefined && error_code !== undefined && error_code in CLIENT_CODES
  const processing_ms = endsInModal ? 0 : choice.async ? ASYNC_MS : PLAIN_MS
  return flow.submit(session, { outcome, error_code, processing_ms, credential })
}
