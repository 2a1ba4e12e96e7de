import type { Collection, Page, Query, Range, Row } from '../world/collection.js'
import type { Expandable } from './expand.js'
import { type Fields, integer, isObject, object, type Read, type Reader, text } from './params.js'
import { REFUSALS } from './refusals.js'
import { type Call, type Route, route } from './route.js'

/** The parameters of all lists. */
const PAGE_FIELDS = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text(),
  ending_before: text(),
} as const

const bound = integer({ min: Number.MIN_SAFE_INTEGER })

/** A second, or a range of seconds. */
export const created: Reader<Range> = (raw, name) => {
  if (isObject(raw)) return object({ gt: bound, gte: bound, lt: bound, lte: bound })(raw, name)
  const second = bound(raw, name)
  return { gte: second, lte: second }
}

/** The operation that lists objects, one page at a time. */
export function listRoute<F extends Fields>(
  path: string,
  fields: F,
  expandable: Expandable,
  run: (call: Call<F & typeof PAGE_FIELDS>) => object,
): Route {
  return route('GET', path, { ...fields, ...PAGE_FIELDS }, expandable, run, 'list')
}

/** The page that the parameters of a list select among its rows. A cursor with an unknown id is refused. */
export function readPage<T extends Row, Index extends string>(
  params: Read<typeof PAGE_FIELDS> & { readonly created?: Range },
  rows: Collection<T, Index>,
  noun: string,
  filter: Pick<Query<T, Index>, 'where' | 'test' | 'created'> = {},
): Page<T> {
  const { limit = 10, starting_after: after, ending_before: before, created } = params
  if (after !== undefined && before !== undefined) throw REFUSALS.bothCursors()
  if (after !== undefined) requireRow(rows, after, noun, 'starting_after', 400)
  if (before !== undefined) requireRow(rows, before, noun, 'ending_before', 400)
  return rows.page({ created, ...filter, limit, startingAfter: after, endingBefore: before })
}

/** The record with an id from a call; `param` names the parameter. */
export function requireRow<T>(
  rows: { get(id: string): T | undefined },
  id: string,
  noun: string,
  param: string,
  status: 400 | 404 = 404,
): T {
  const row = rows.get(id)
  if (!row) throw REFUSALS.noSuch(noun, id, param, status)
  return row
}

/** The envelope of a list. */
export function presentList<T>(page: Page<T>, url: string, present: (row: T) => object): object {
  return { object: 'list', data: page.rows.map(present), has_more: page.hasMore, url }
}
