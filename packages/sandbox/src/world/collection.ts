/** The fields of every stored record: an id, and the second of its creation. */
export interface Row {
  readonly id: string
  readonly created: number
}

export interface Range {
  readonly gt?: number | undefined
  readonly gte?: number | undefined
  readonly lt?: number | undefined
  readonly lte?: number | undefined
}

export interface Query<T, Index extends string> {
  /** Equality on indexed fields. A record must match all that are defined. */
  readonly where?: { readonly [Name in Index]?: string | undefined }
  readonly test?: ((row: T) => boolean) | undefined
  readonly created?: Range | undefined
  /** Existing ids: the page continues downwards from the first, or upwards from the second. */
  readonly startingAfter?: string | undefined
  readonly endingBefore?: string | undefined
  readonly limit: number
}

export interface Page<T> {
  /** Newest first in both directions. */
  readonly rows: T[]
  /** True if more records follow in the direction of the page. */
  readonly hasMore: boolean
}

interface IndexData<T> {
  readonly key: (row: T) => string | null
  readonly positions: Map<string, number[]>
}

/**
 * Records in the order of insertion, found by id and by equality on a few fields. A page costs the same for a hundred
 * thousand records as for a hundred.
 */
export class Collection<T extends Row, Index extends string = never> {
  #rows: (T | undefined)[] = []
  /** The position of the first record, or a lower one. */
  #first = 0
  readonly #positions = new Map<string, number>()
  readonly #indexes: ReadonlyMap<Index, IndexData<T>>

  constructor(keys: Record<Index, (row: T) => string | null>) {
    const names = Object.keys(keys) as Index[]
    this.#indexes = new Map(names.map((name) => [name, { key: keys[name], positions: new Map() }]))
  }

  get size(): number {
    return this.#positions.size
  }

  get(id: string): T | undefined {
    const position = this.#positions.get(id)
    return position === undefined ? undefined : this.#rows[position]
  }

  /** Adds a record that is newer than all others. */
  add(row: T): void {
    const position = this.#rows.push(row) - 1
    this.#positions.set(row.id, position)
    for (const index of this.#indexes.values()) enter(index, index.key(row), position)
  }

  /** Replaces the record with the same id. */
  replace(row: T): void {
    const position = this.#positions.get(row.id)
    const before = position === undefined ? undefined : this.#rows[position]
    if (position === undefined || before === undefined) throw new Error(`no record ${row.id}`)
    this.#rows[position] = row
    for (const index of this.#indexes.values()) {
      const [from, to] = [index.key(before), index.key(row)]
      if (from === to) continue
      leave(index, from, position)
      enter(index, to, position)
    }
  }

  delete(id: string): boolean {
    const position = this.#positions.get(id)
    const row = position === undefined ? undefined : this.#rows[position]
    if (position === undefined || row === undefined) return false
    for (const index of this.#indexes.values()) leave(index, index.key(row), position)
    this.#rows[position] = undefined
    this.#positions.delete(id)
    if (this.#rows.length > 2 * this.#positions.size + 1000) this.#closeGaps()
    return true
  }

  /** The record that was added first. */
  get oldest(): T | undefined {
    while (this.#first < this.#rows.length && !this.#rows[this.#first]) this.#first += 1
    return this.#rows[this.#first]
  }

  /** Compacts the list if deleted records have left more gaps than there are records. */
  #closeGaps(): void {
    const rows = [...this]
    this.clear()
    for (const row of rows) this.add(row)
  }

  clear(): void {
    this.#rows = []
    this.#first = 0
    this.#positions.clear()
    for (const index of this.#indexes.values()) index.positions.clear()
  }

  /** All records, oldest first. */
  *[Symbol.iterator](): IterableIterator<T> {
    for (const row of this.#rows) if (row) yield row
  }

  /** The newest record with these values. */
  find(where: NonNullable<Query<T, Index>['where']>): T | undefined {
    return this.page({ where, limit: 1 }).rows[0]
  }

  page(query: Query<T, Index>): Page<T> {
    const source = this.#narrowest(query)
    const createdAt = (place: number) => this.#at(source, place)?.created ?? 0
    const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = query.created ?? {}
    // Times are whole seconds.
    const from = (time: number) => firstPlace(source.length, (place) => createdAt(place) >= time)
    let low = from(Math.max(gt + 1, gte))
    let high = from(Math.min(lt, lte + 1))
    if (query.startingAfter !== undefined) high = Math.min(high, this.#placeOf(source, query.startingAfter))
    if (query.endingBefore !== undefined) low = Math.max(low, this.#placeOf(source, query.endingBefore, 1))
    const up = query.endingBefore !== undefined
    const rows: T[] = []
    for (let step = 0; step < high - low; step++) {
      const row = this.#at(source, up ? low + step : high - 1 - step)
      if (!row || !this.#matches(row, query)) continue
      if (rows.length === query.limit) return { rows: up ? rows.reverse() : rows, hasMore: true }
      rows.push(row)
    }
    return { rows: up ? rows.reverse() : rows, hasMore: false }
  }

  /** The shortest list of positions that contains every match of the query. */
  #narrowest(query: Query<T, Index>): Source {
    let source: Source = { length: this.#rows.length }
    for (const [name, index] of this.#indexes) {
      const value = query.where?.[name]
      if (value === undefined) continue
      const positions = index.positions.get(value) ?? []
      if (positions.length <= source.length) source = { length: positions.length, positions }
    }
    return source
  }

  #at(source: Source, place: number): T | undefined {
    return this.#rows[source.positions ? source.positions[place]! : place]
  }

  /** The place of the record with this id, or the place where it would be; with `past` 1 the next place. */
  #placeOf(source: Source, id: string, past: 0 | 1 = 0): number {
    const position = (this.#positions.get(id) ?? -1) + past
    const { positions } = source
    return positions ? firstPlace(positions.length, (place) => positions[place]! >= position) : position
  }

  #matches(row: T, query: Query<T, Index>): boolean {
    for (const [name, index] of this.#indexes) {
      const value = query.where?.[name]
      if (value !== undefined && index.key(row) !== value) return false
    }
    return query.test?.(row) ?? true
  }
}

interface Source {
  readonly length: number
  readonly positions?: readonly number[]
}

function enter<T>(index: IndexData<T>, value: string | null, position: number): void {
  if (value === null) return
  const positions = index.positions.get(value)
  if (!positions) index.positions.set(value, [position])
  else if (positions.at(-1)! < position) positions.push(position)
  else
    positions.splice(
      firstPlace(positions.length, (place) => positions[place]! > position),
      0,
      position,
    )
}

function leave<T>(index: IndexData<T>, value: string | null, position: number): void {
  const positions = value === null ? undefined : index.positions.get(value)
  if (!positions) return
  const place = firstPlace(positions.length, (at) => positions[at]! >= position)
  if (positions[place] === position) positions.splice(place, 1)
  if (positions.length === 0 && value !== null) index.positions.delete(value)
}

/** The first of `length` places for which `holds` is true. All places before it are false, all after it true. */
function firstPlace(length: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
