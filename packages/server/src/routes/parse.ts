import { parse as parseQuery } from 'node:querystring'
import type { Request } from 'express'
import { SESSION_ID } from 'stripe-identity-contract'
import { z } from 'zod'
import { IdentityError } from '../errors.js'

/** Returns the validated value, or throws one `invalid_request` that lists every problem. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  )
  throw new IdentityError('invalid_request', problems.join('; '))
}

/** Parses the query into strings and lists of strings, independent of the host app's query parser. */
export function queryOf({ url }: Request): Record<string, unknown> {
  const mark = url.indexOf('?')
  return mark < 0 ? {} : parseQuery(url.slice(mark + 1))
}

/** Returns the `:id` of the path if it has the format of a Stripe id. */
export function sessionId(req: Request): string {
  const id = req.params.id
  if (typeof id === 'string' && SESSION_ID.test(id)) return id
  throw new IdentityError('invalid_request', 'A session id looks like vs_….')
}

export const NOTHING = z.strictObject({})

/** A Stripe API version: a date, with a name since 2024. */
export const API_VERSION = /^\d{4}-\d{2}-\d{2}(\.[a-z]{1,20})?$/
