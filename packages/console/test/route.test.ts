import { describe, expect, it } from 'vitest'
import { EVERYTHING, hashOf, paramsOf, type Route, readRoute, searchFor } from '../src/route.js'

describe('the URL fragment', () => {
  it.each<[string, Route]>([
    ['everything', EVERYTHING],
    [
      'a search',
      searchFor({
        q: 'a&b=c #1 ü',
        status: 'verified',
        reason: 'document_expired',
        stage: 'submitted',
        from: '2026-01-31',
        to: '2026-02-01',
        attention: true,
        after: '1_a',
      }),
    ],
    ['a person', { view: 'person', id: 'vs_1/2%3' }],
    ['the funnel', { view: 'funnel', days: 7 }],
  ])('restores %s', (_, route) => {
    expect(readRoute(hashOf(route))).toEqual(route)
  })

  it.each([
    ['', EVERYTHING],
    ['#/nowhere', EVERYTHING],
    ['#/?from=yesterday&to=2026-99-99&stage=far', EVERYTHING],
    ['#/funnel?days=5', { view: 'funnel', days: 30 }],
    ['#/person/%', { view: 'person', id: '%' }],
  ])('has a sensible meaning if it is %j', (hash, route) => {
    expect(readRoute(hash)).toEqual(route)
  })

  it('is converted to the server’s parameters, with whole days in UTC', () => {
    const params = paramsOf(searchFor({ q: ' ada ', from: '2026-01-31', to: '2026-01-31', attention: true }))
    expect(Object.fromEntries(params)).toEqual({
      q: 'ada',
      'created[gte]': '1769817600',
      'created[lt]': '1769904000',
      attention: 'true',
    })
  })
})
