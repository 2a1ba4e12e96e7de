import qs from 'qs'
import { REFUSALS } from './refusals.js'

/** What came over the wire, before anybody knows what it should have been. */
export type RawValue = string | RawValue[] | { [name: string]: RawValue } | undefined
export type RawParams = { [name: string]: RawValue }

/** Reads a query string or form body with brackets for nesting, in every way that Stripe's SDKs write them. */
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

/** Parameters of query and body together, as Stripe takes them; the body wins. */
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
