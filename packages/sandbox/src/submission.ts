import { z } from 'zod'
import { ERROR_CODES } from './last-error.js'

const YEAR_MS = 366 * 24 * 3_600_000

/** What may be said about how a submission ends, over the wire or in a test. */
export const SUBMISSION = z
  .strictObject({
    outcome: z.enum(['verified', 'unverified']),
    error_code: z.enum(ERROR_CODES).optional(),
    processing_ms: z.int().min(0).max(YEAR_MS).optional(),
  })
  .refine((body) => body.outcome === 'unverified' || body.error_code === undefined, {
    path: ['error_code'],
    message: 'only where outcome is "unverified"',
  })
