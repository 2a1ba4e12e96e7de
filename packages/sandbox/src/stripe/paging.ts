import type { Collection, Page, Range, Row } from '../world/collection.js'
import { expandParam } from './expand.js'
import { integer, isObject, object, type Reader, text } from './params.js'
import { REFUSALS } from './refusals.js'

/** The parameters that every list takes. */
export const PAGE_FIELDS = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text(),
  ending_before: text(),
  expand: expandParam,
} as const

const bound = integer({ min: Number.MIN_SAFE_INTEGER })

/** A second, or bounds on it. */
export const created: Reader<Range> = (raw, name) => {
  if (isObject(raw)) return defined(object({ gt: bound, gte: bound, lt: bound, lte: bound })(raw, name))
  const second = bound(raw, name)
  return { gte: second, lte: second }
}

function defined(range: { readonly [K in keyof Range]: number | undefined }): Range {
  return Object.fromEntries(Object.entries(range).filter(([, value]) => value !== undefined))
}

export interface PageParams {
  readonly limit?: number
  readonly starting_after?: string
  readonly ending_before?: string
}

export interface Place {
  readonly limit: number
  readonly startingAfter?: string
  readonly endingBefore?: string
}

/** Where a page begins and how long it is; a cursor that names nothing is refused. */
export function readPlace(params: PageParams, rows: Pick<Collection<Row>, 'get'>, noun: string): Place {
  const { limit = 10, starting_after: after, ending_before: before } = params
  if (after !== undefined && before !== undefined) throw REFUSALS.bothCursors()
  if (after !== undefined && !rows.get(after)) throw REFUSALS.noSuch(noun, after, 'starting_after', 400)
  if (before !== undefined && !rows.get(before)) throw REFUSALS.noSuch(noun, before, 'ending_before', 400)
  return {
    limit,
    ...(after !== undefined && { startingAfter: after }),
    ...(before !== undefined && { endingBefore: before }),
  }
}

/** The envelope of a list. */
export function presentList<T>(page: Page<T>, url: string, present: (row: T) => object): object {
  return { object: 'list', data: page.rows.map(present), has_more: page.hasMore, url }
}
