import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Collection, type Query } from '../src/world/collection.js'

interface Thing {
  readonly id: string
  readonly created: number
  readonly colour: string | null
  readonly size: string
}

const collection = () =>
  new Collection<Thing, 'colour' | 'size'>({ colour: (thing) => thing.colour, size: (thing) => thing.size })

/** The same result by a full scan. */
function slowly(things: readonly Thing[], query: Query<Thing, 'colour' | 'size'>) {
  const { created = {}, where = {} } = query
  const newest = things.toReversed()
  const place = (id: string) => newest.findIndex((thing) => thing.id === id)
  const fits = newest.filter(
    (thing, at) =>
      (created.gt === undefined || thing.created > created.gt) &&
      (created.gte === undefined || thing.created >= created.gte) &&
      (created.lt === undefined || thing.created < created.lt) &&
      (created.lte === undefined || thing.created <= created.lte) &&
      (where.colour === undefined || thing.colour === where.colour) &&
      (where.size === undefined || thing.size === where.size) &&
      (query.startingAfter === undefined || at > place(query.startingAfter)) &&
      (query.endingBefore === undefined || at < place(query.endingBefore)),
  )
  const rows = query.endingBefore === undefined ? fits.slice(0, query.limit) : fits.slice(-query.limit)
  return { rows, hasMore: fits.length > rows.length }
}

const colours = fc.constantFrom('red', 'blue', null)
const sizes = fc.constantFrom('s', 'l')
const bound = fc.integer({ min: 0, max: 12 })
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

it('a page is the same as by a full scan', () => {
  const world = fc.record({
    born: fc.array(fc.record({ step: fc.integer({ min: 0, max: 2 }), colour: colours, size: sizes }), {
      maxLength: 30,
    }),
    changes: fc.array(fc.record({ at: fc.nat(29), colour: colours, size: sizes }), { maxLength: 15 }),
    query: fc.record({
      where: fc.record({ colour: some(fc.constantFrom('red', 'blue')), size: some(sizes) }),
      created: fc.record({ gt: some(bound), gte: some(bound), lt: some(bound), lte: some(bound) }),
      cursor: some(fc.tuple(fc.constantFrom('startingAfter', 'endingBefore'), fc.nat(29))),
      limit: fc.integer({ min: 1, max: 8 }),
    }),
  })
  fc.assert(
    fc.property(world, ({ born, changes, query }) => {
      const things: Thing[] = []
      const fast = collection()
      let created = 0
      for (const [at, { step, colour, size }] of born.entries()) {
        created += step
        const thing = { id: `t${at}`, created, colour, size }
        things.push(thing)
        fast.add(thing)
      }
      for (const { at, colour, size } of changes) {
        const thing = things[at]
        if (!thing) continue
        things[at] = { ...thing, colour, size }
        fast.replace(things[at])
      }
      const cursor = query.cursor && things[query.cursor[1]]
      const asked = {
        where: defined(query.where),
        created: defined(query.created),
        limit: query.limit,
        ...(cursor && { [query.cursor![0]]: cursor.id }),
      } as Query<Thing, 'colour' | 'size'>
      expect(fast.page(asked)).toEqual(slowly(things, asked))
    }),
    { numRuns: 2000, seed: Number(process.env.SEED) },
  )
})

it('deleted records are skipped', () => {
  const fast = collection()
  for (const id of ['a', 'b', 'c']) fast.add({ id, created: 1, colour: 'red', size: 's' })
  expect(fast.delete('b')).toBe(true)
  expect(fast.delete('b')).toBe(false)
  expect(fast.page({ limit: 10 }).rows.map(({ id }) => id)).toEqual(['c', 'a'])
  expect(fast.page({ limit: 10, where: { colour: 'red' } }).rows.map(({ id }) => id)).toEqual(['c', 'a'])
  expect(fast.size).toBe(2)
})

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>
}
