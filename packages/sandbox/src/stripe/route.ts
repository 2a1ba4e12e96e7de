import type { KeyKind } from './auth.js'
import { type Expand, type Expandable, expandParam, NOTHING, readExpand } from './expand.js'
import type { Fields, Read } from './params.js'

/** The API call that caused a change; both fields are null if there was none. */
export interface Cause {
  readonly id: string | null
  readonly idempotency_key: string | null
}

export const NO_CALL: Cause = { id: null, idempotency_key: null }

/** The parts of a call that an operation receives. */
export interface Call<F extends Fields = Fields> {
  readonly params: Read<F>
  /** The fields that `expand[]` names. */
  readonly expand: Expand
  /** The id in the path; empty if the path has none. */
  readonly id: string
  readonly key: KeyKind
  /** The scheme and host of the call, for the urls in the answer. */
  readonly origin: string
  readonly cause: Cause
  /** The `Stripe-Version` of the call; undefined without one. */
  readonly version: string | undefined
}

/** One operation of the API: its path, its parameters and its effect. It returns the object to show, or an image. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** The path's segments; `:id` stands for any one. */
  readonly path: string
  readonly fields: Fields
  readonly run: (call: Omit<Call, 'expand'>) => object
}

/** An operation with the fields of its answer that can be expanded. With `null` it takes no parameter `expand`. */
export function route<F extends Fields>(
  method: Route['method'],
  path: string,
  fields: F,
  expandable: Expandable | null,
  run: (call: Call<F>) => object,
  within: 'object' | 'list' = 'object',
): Route {
  const act = run as (call: Call) => object
  if (expandable === null) return { method, path, fields, run: (call) => act({ ...call, expand: NOTHING }) }
  return {
    method,
    path,
    fields: { ...fields, expand: expandParam },
    run: (call) => {
      const { expand } = call.params as Read<{ expand: typeof expandParam }>
      return act({ ...call, expand: readExpand(expand, expandable, call.key, within) })
    },
  }
}

export interface Match<R> {
  readonly route: R
  readonly id: string
}

/** Finds the operation for a path; undefined if there is none. */
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
    return { route: candidate, id: place < 0 ? '' : decoded(segments[place]!) }
  }
  return undefined
}

/** Decodes the percent escapes in a part of an address. A `%` outside an escape is kept. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
