import { expect, it } from 'vitest'
import { Collection, type Row } from '../src/world/collection.js'

it('keeps its order, pages and indexes while records are added and deleted', () => {
  const rows = new Collection<Row & { kind: string }, 'kind'>({ kind: (row) => row.kind })
  for (let count = 0; count < 6000; count++) {
    rows.add({ id: `${count}`, created: count, kind: count % 2 ? 'odd' : 'even' })
    if (rows.size > 100) expect(rows.delete(rows.oldest!.id)).toBe(true)
  }
  expect(rows.size).toBe(100)
  expect(rows.oldest!.id).toBe('5900')
  expect(Array.from(rows, ({ id }) => id).slice(0, 3)).toEqual(['5900', '5901', '5902'])
  const page = rows.page({ where: { kind: 'odd' }, limit: 2, startingAfter: '5997', created: { gte: 5950 } })
  expect(page).toMatchObject({ rows: [{ id: '5995' }, { id: '5993' }], hasMore: true })
  expect(rows.page({ where: { kind: 'even' }, limit: 100 }).rows).toHaveLength(50)
  expect([rows.get('5899'), rows.delete('5899')]).toEqual([undefined, false])
})
