import { invalidParam, StripeError } from './errors.js'
import { type Reader, text } from './params.js'

/** The version that objects have here, whatever version a request names. */
export const API_VERSION = '2026-10-28.endive'

const VERSION = /^(\d{4}-\d\d-\d\d)(?:\.[a-z_]+)?(?:\s*;.*)?$/

/**
 * Whether Stripe could have a version of this name: a day since its first, with or without a release's name. Every day
 * counts, since the sandbox does not know which of them Stripe released something on.
 */
export function isVersion(name: string): boolean {
  const [, day = ''] = VERSION.exec(name) ?? []
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day >= '2011-01-01'
}

export function requireVersion(name: string): void {
  if (!isVersion(name)) throw new StripeError(400, `Invalid Stripe API version: ${name.slice(0, 100)}`)
}

/** A parameter that names a version. */
export const apiVersion: Reader<string> = (raw, name) => {
  const value = text()(raw, name)
  if (!isVersion(value)) throw invalidParam(name, `Invalid Stripe API version: ${value.slice(0, 100)}`)
  return value
}
