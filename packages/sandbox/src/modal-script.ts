import { z } from 'zod'
import { ERROR_CODES } from './objects/session/last-error.js'
import { PRESETS } from './world/preset.js'

const STEP = z.union(
  [
    z.enum(['verified', 'unverified', 'decline', 'close']),
    z
      .strictObject({
        outcome: z.enum(['verified', 'unverified']),
        async: z.boolean().default(false),
        error_code: z.enum(ERROR_CODES).optional(),
        person: z.enum(PRESETS).optional(),
      })
      .refine((step) => step.outcome === 'unverified' || step.error_code === undefined),
    z.strictObject({
      error: z.strictObject({
        type: z.string().min(1).default('validation_error'),
        code: z.string().min(1).optional(),
        message: z.string().default('This error was asked for by a script of the sandbox.'),
      }),
    }),
  ],
  'verified, unverified, decline, close, {outcome, async?, error_code?, person?} or {error: {code?, type?, message?}}',
)

/** What the next modals, or hosted pages, do by themselves, one step each; an empty list leaves them to people again. */
export const MODAL = z.strictObject({
  next: z.union([STEP.transform((step) => [step]), z.array(STEP)]),
})

export type ModalStep = z.output<typeof STEP>

/** One step in the form in which the modal does it. */
export function scripted(step: ModalStep) {
  if (step === 'decline') return { action: 'decline' as const }
  if (step === 'close') return { action: 'close' as const }
  if (typeof step === 'string') return { action: 'submit' as const, outcome: step, async: false }
  return 'error' in step ? { action: 'error' as const, ...step } : { action: 'submit' as const, ...step }
}

export type Scripted = ReturnType<typeof scripted>
