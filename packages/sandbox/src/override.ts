import { z } from 'zod'
import { ERROR_CODES } from './last-error.js'

/** A reviewer's decision, over the wire or in a test. */
export const OVERRIDE = z
  .strictObject({
    status: z.enum(['verified', 'requires_input']),
    error_code: z.enum(ERROR_CODES).optional(),
  })
  .refine((body) => body.status === 'requires_input' || body.error_code === undefined, {
    path: ['error_code'],
    message: 'only where status is "requires_input"',
  })
