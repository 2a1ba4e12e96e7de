import { parse as parseQuery } from 'node:querystring'
import type { Request } from 'express'
import { SESSION_ID } from 'stripe-identity-contract'
import { z } from 'zod'
import { IdentityError } from '../errors.js'

/** The value in its checked form, or one `invalid_request` that names every problem. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  )
  throw new IdentityError('invalid_request', problems.join('; '))
}

/** The query as text and lists of text, whatever the host's app makes of queries. */
export function queryOf({ url }: Request): Record<string, unknown> {
  const mark = url.indexOf('?')
  return mark < 0 ? {} : parseQuery(url.slice(mark + 1))
}

/** The `:id` of the path, where it looks like one of Stripe's. */
export function sessionId(req: Request): string {
  const id = req.params.id
  if (typeof id === 'string' && SESSION_ID.test(id)) return id
  throw new IdentityError('invalid_request', 'A session id looks like vs_….')
}

export const NOTHING = z.strictObject({})

/** A version of Stripe's API: a day, and since 2024 a name. */
export const API_VERSION = /^\d{4}-\d{2}-\d{2}(\.[a-z]{1,20})?$/
