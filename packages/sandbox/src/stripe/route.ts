import type { KeyKind } from './auth.js'
import type { Fields, Read } from './params.js'

/** The API call that made something happen; both are null where no call did. */
export interface Cause {
  readonly id: string | null
  readonly idempotency_key: string | null
}

export const NO_CALL: Cause = { id: null, idempotency_key: null }

/** What an operation gets to know about the call. */
export interface Call<F extends Fields = Fields> {
  readonly params: Read<F>
  /** The id in the path; empty where the path has none. */
  readonly id: string
  readonly key: KeyKind
  /** Scheme and host by which the call came, for the urls in the answer. */
  readonly origin: string
  readonly cause: Cause
  /** The `Stripe-Version` that the call named; undefined where it named none. */
  readonly version: string | undefined
}

/** One operation of the API: where it lies, what it takes, what it does. It answers with the object to show, or an image. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Segments; `:id` stands for any one. */
  readonly path: string
  readonly fields: Fields
  readonly run: (call: Call) => object
}

export function route<F extends Fields>(
  method: Route['method'],
  path: string,
  fields: F,
  run: (call: Call<F>) => object,
): Route {
  return { method, path, fields, run: run as Route['run'] }
}

export interface Match<R> {
  readonly route: R
  readonly id: string
}

/** Finds the operation for a path; undefined where there is none. */
export function findRoute<R extends Pick<Route, 'path'> & { readonly method: string }>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> | undefined {
  const segments = path.split('/')
  for (const candidate of routes) {
    if (candidate.method !== method) continue
    const pattern = candidate.path.split('/')
    if (pattern.length !== segments.length) continue
    const fits = pattern.every(
      (part, place) => part === segments[place] || (part === ':id' && segments[place] !== ''),
    )
    if (!fits) continue
    const place = pattern.indexOf(':id')
    return { route: candidate, id: place < 0 ? '' : decode(segments[place]!) }
  }
  return undefined
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
