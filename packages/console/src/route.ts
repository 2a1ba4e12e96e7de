import { STAGES, type Stage } from 'stripe-identity-contract'

/** The filters of a search, as written in the address bar. */
export interface SearchRoute {
  view: 'search'
  q: string
  status: string
  reason: string
  stage: Stage | ''
  /** The first and last day included, in UTC, such as 2026-01-31. */
  from: string
  to: string
  attention: boolean
  /** Cursors from an answer; at most one is set. */
  after: string
  before: string
}

export interface PersonRoute {
  view: 'person'
  /** Stripe's id or ours of one of the person's sessions. */
  id: string
}

/** An act on several sessions. */
export interface BatchRoute {
  view: 'batch'
  id: string
}

export interface FunnelRoute {
  view: 'funnel'
  days: number
}

/** The page shown, stored in the address after `#`: links can be shared, and servers never receive it. */
export type Route = SearchRoute | PersonRoute | BatchRoute | FunnelRoute

export const EVERYTHING: SearchRoute = {
  view: 'search',
  q: '',
  status: '',
  reason: '',
  stage: '',
  from: '',
  to: '',
  attention: false,
  after: '',
  before: '',
}

export const SPANS = [7, 30, 90] as const
const DAY = /^\d{4}-\d\d-\d\d$/
const DAY_S = 86_400

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2)
  const params = new URLSearchParams(query)
  const text = (name: string) => params.get(name) ?? ''
  const person = /^\/person\/([^/]+)$/.exec(path)?.[1]
  if (person !== undefined) return { view: 'person', id: decode(person) }
  const batch = /^\/batch\/([0-9a-f-]+)$/.exec(path)?.[1]
  if (batch !== undefined) return { view: 'batch', id: batch }
  if (path === '/funnel') {
    const days = Number(text('days'))
    return { view: 'funnel', days: SPANS.find((span) => span === days) ?? 30 }
  }
  const day = (name: string) =>
    DAY.test(text(name)) && !Number.isNaN(Date.parse(text(name))) ? text(name) : ''
  return {
    view: 'search',
    q: text('q'),
    status: text('status'),
    reason: text('reason'),
    stage: STAGES.find((stage) => stage === text('stage')) ?? '',
    from: day('from'),
    to: day('to'),
    attention: text('attention') === 'true',
    after: text('after'),
    before: text('before'),
  }
}

export function hashOf(route: Route): string {
  if (route.view === 'person') return `#/person/${encodeURIComponent(route.id)}`
  if (route.view === 'batch') return `#/batch/${route.id}`
  if (route.view === 'funnel') return `#/funnel?days=${route.days}`
  const { view: _, ...fields } = route
  const set = Object.entries(fields).filter(([, value]) => value !== '' && value !== false)
  return set.length === 0
    ? '#/'
    : `#/?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`
}

/** A search with changed filters starts at the first page. */
export function searchFor(filters: Partial<SearchRoute>): SearchRoute {
  return { ...EVERYTHING, ...filters, view: 'search' }
}

/** The server's parameters for a search. */
export function paramsOf(route: SearchRoute): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string) => value !== '' && params.set(name, value)
  for (const name of ['q', 'status', 'reason', 'stage', 'after', 'before'] as const)
    set(name, route[name].trim())
  if (route.from !== '') set('created[gte]', String(startOf(route.from)))
  if (route.to !== '') set('created[lt]', String(startOf(route.to) + DAY_S))
  if (route.attention) set('attention', 'true')
  return params
}

/** The start of a UTC day in Unix seconds. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000
}

/** Decodes percent escapes. A `%` outside an escape is kept. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
