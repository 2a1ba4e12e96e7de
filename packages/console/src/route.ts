import { STAGES, type Stage } from 'stripe-identity-contract'

/** What a search is narrowed by, as it stands in the address bar. */
export interface SearchRoute {
  view: 'search'
  q: string
  status: string
  reason: string
  stage: Stage | ''
  /** Days, as 2026-01-31: the first and the last that count, in UTC. */
  from: string
  to: string
  attention: boolean
  /** Places that an answer named; at most one is set. */
  after: string
  before: string
}

export interface PersonRoute {
  view: 'person'
  /** Stripe's or our id of one of the person's sessions. */
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

/** What is shown. It stands behind the `#` of the address: a link can be sent, and no server gets to read it. */
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

/** A search with other filters begins at its first page. */
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

/** Unix seconds of a UTC day's beginning. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000
}

/** A percent sign may stand in an address by itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
