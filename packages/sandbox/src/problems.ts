import type { z } from 'zod'

/** What a failed check of a value against its schema has to say, in one line. */
export function problemsOf(error: z.ZodError, whole: string): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || whole}: ${message}`).join('; ')
}
