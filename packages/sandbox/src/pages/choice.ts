import { z } from 'zod'
import type { Core } from '../core.js'
import { CLIENT_CODES, ERROR_CODES } from '../objects/session/last-error.js'
import type { Session } from '../objects/session/record.js'
import { ASYNC_MS, PLAIN_MS } from '../timing.js'
import { PRESETS } from '../world/preset.js'

/** Which outcome somebody chose on one of the pages. */
export const choiceSchema = z.object({
  outcome: z.enum(['verified', 'unverified']),
  async: z.boolean(),
  error_code: z.enum(ERROR_CODES).optional(),
  person: z.enum(PRESETS).optional(),
})

export type Choice = z.infer<typeof choiceSchema>

/** Submits as the button in the modal or on the hosted page said. Throws `NotAllowed` where the session takes no submission. */
export function submit({ flow }: Core, session: Session, choice: Choice, credential: string): Session {
  const { outcome, error_code, person } = choice
  // The page hears of it at once, so that nothing is left to process.
  const endsInModal = error_code !== undefined && error_code in CLIENT_CODES
  const processing_ms = endsInModal ? 0 : choice.async ? ASYNC_MS : PLAIN_MS
  return flow.submit(session, { outcome, error_code, person, processing_ms }, credential)
}
