import qs from 'qs'
import { REFUSALS } from './refusals.js'

/** A value as received, before it is validated. */
export type RawValue = string | RawValue[] | { [name: string]: RawValue } | undefined
export type RawParams = { [name: string]: RawValue }

/** Parses a query string or form body with brackets for nesting, in all notations of Stripe's SDKs. */
export function parseForm(text: string): RawParams {
  try {
    return qs.parse(text, {
      plainObjects: true,
      depth: 6,
      strictDepth: true,
      parameterLimit: 1000,
      arrayLimit: 100,
      allowSparse: true,
      throwOnLimitExceeded: true,
    }) as RawParams
  } catch {
    throw REFUSALS.tooDeep()
  }
}

/** The parameters of query and body together. The body takes precedence, as with Stripe. */
export function readParams(query: string, body: string, contentType: string | undefined): RawParams {
  if (body !== '' && !isForm(contentType)) {
    throw REFUSALS.contentType()
  }
  if (body === '') return parseForm(query)
  if (query === '') return parseForm(body)
  return { ...parseForm(query), ...parseForm(body) }
}

function isForm(contentType: string | undefined): boolean {
  return contentType === undefined || /^\s*application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)
}
