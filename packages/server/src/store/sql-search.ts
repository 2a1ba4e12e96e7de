import { type Kysely, type SqlBool, sql } from 'kysely'
import { matches } from './facet.js'
import type { AttentionLimits, Found, OperatorStore, Place, Search } from './operator-store.js'
import { fromRow, type Schema, type SessionRow } from './schema.js'

const STRIPE_ID = /^vs_/
const EVENT_ID = /^evt_/
/** Our id of a session, or the id of a change of its status. */
const RECORD_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::\d+)?$/
/** Facets per statement: databases limit the size of a statement and need time to plan it. */
const AT_ONCE = 100

type Key = Place
type Row = SessionRow & { is_set_aside: unknown }

/**
 * The operators' search. Each matching facet is read through an index in result order, and the first rows of all facets
 * are merged, so the cost of a page depends on the number of facets and not on the number of sessions.
 */
export function searchQueries(
  db: Kysely<Schema>,
  mode: number,
  userKey: (user: string) => string,
): Pick<OperatorStore, 'search' | 'allBeside' | 'allFound'> {
  const details = () =>
    db.selectFrom('sessions').selectAll('sessions').select(hasSetAside(mode).as('is_set_aside'))

  /** The expression keeps the planner from an index on the mode, which all sessions share. */
  const byIds = (ids: string[]) =>
    details()
      .where(sql`${sql.ref('sessions.livemode')} + 0`, '=', mode)
      .where('id', 'in', ids)
  const byUser = (key: string) => details().where('livemode', '=', mode).where('user_key', '=', key)

  /** All existing facets, found with one index lookup per facet. */
  async function facets(): Promise<string[]> {
    const next = sql`select facet from ${sql.table('sessions')} where livemode = ${mode}`
    const one = sql`order by facet limit 1`
    const { rows } = await sql<{ facet: string }>`
      with recursive known(last) as (
        select (${next} ${one})
        union all
        select (${next} and facet > known.last ${one}) from known where known.last is not null
      ) select last as facet from known where last is not null`.execute(db)
    return rows.map(({ facet }) => facet)
  }

  async function walkAll(search: Search): Promise<Key[]> {
    const { above, below } = span(search)
    const query = db
      .selectFrom('sessions')
      .select(['created', 'id'])
      .where('livemode', '=', mode)
      .where(sql<SqlBool>`(created, id) > (${above.created}, ${above.id})`)
      .where(sql<SqlBool>`(created, id) < (${below.created}, ${below.id})`)
    return query
      .orderBy('created', directionOf(search))
      .orderBy('id', directionOf(search))
      .limit(search.limit + 1)
      .execute()
  }

  /** The order includes the facet, so that the planner uses the facet's index and no other. */
  function walkOne(facet: string, search: Search) {
    const { above, below } = span(search)
    const query = db
      .selectFrom('sessions')
      .select(['created', 'id'])
      .where('livemode', '=', mode)
      .where(sql<SqlBool>`(facet, created, id) > (${facet}, ${above.created}, ${above.id})`)
      .where(sql<SqlBool>`(facet, created, id) < (${facet}, ${below.created}, ${below.id})`)
      .orderBy('facet', directionOf(search))
      .orderBy('created', directionOf(search))
      .orderBy('id', directionOf(search))
      .limit(search.limit + 1)
    const isSure = matches(facet, search.filter, search.attention) === 'yes'
    const walked = isSure ? query : query.where(needsIt(mode, search.attention))
    return db.selectFrom(walked.as('walked')).selectAll()
  }

  async function walkFacets(search: Search): Promise<Key[]> {
    const known = await facets()
    const wanted = known.filter((facet) => matches(facet, search.filter, search.attention) !== 'no')
    const keys: Key[] = []
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const [first, ...others] = wanted.slice(from, from + AT_ONCE).map((facet) => walkOne(facet, search))
      if (first === undefined) break
      const merged = others.reduce((all, each) => all.unionAll(each), first)
      keys.push(...(await merged.execute()))
    }
    return keys
  }

  /** The sessions that the text identifies, or the sessions of the user with that id: few rows, filtered in memory. */
  async function named(q: string, search: Search): Promise<Row[]> {
    const ids = await namedIds(q)
    const { above, below } = span(search)
    const rows = await (ids.length > 0 ? byIds(ids) : byUser(userKey(q)))
      .select(needsIt(mode, search.attention).as('needs_it'))
      .execute()
    return rows.filter((row) => {
      const match = matches(row.facet, search.filter, search.attention)
      const isInside = byPlace(above, row) < 0 && byPlace(row, below) < 0
      return isInside && (match === 'yes' || (match === 'perhaps' && Boolean(row.needs_it)))
    })
  }

  async function namedIds(q: string): Promise<string[]> {
    const sessions = db.selectFrom('sessions').select('id').where('livemode', '=', mode)
    if (STRIPE_ID.test(q)) return idsOf(await sessions.where('stripe_id', '=', q).execute())
    if (EVENT_ID.test(q)) {
      const told = db.selectFrom('transitions').select('session_id as id').where('event_id', '=', q)
      const doubted = db.selectFrom('sessions').select('id').where('doubt', '=', q)
      return idsOf(await told.union(doubted).execute())
    }
    const record = RECORD_ID.exec(q)?.[1]
    return record === undefined ? [] : idsOf(await sessions.where('id', '=', record).execute())
  }

  return {
    async search(search) {
      const { filter, limit, before } = search
      const { q, status, reason, stage, attention } = filter
      const first = (keys: Key[]) => {
        const sorted = keys.toSorted(byPlace)
        return before === undefined ? sorted.reverse().slice(0, limit + 1) : sorted.slice(0, limit + 1)
      }
      let rows: Row[]
      if (q === undefined) {
        const isNarrow = status ?? reason ?? stage ?? (attention || undefined)
        const keys = first(await (isNarrow === undefined ? walkAll(search) : walkFacets(search)))
        rows = keys.length === 0 ? [] : await byIds(idsOf(keys)).execute()
      } else rows = await named(q, search)
      const page = first(rows) as Row[]
      const found = page.slice(0, limit).map(foundOf)
      return { found: before === undefined ? found : found.reverse(), more: page.length > limit }
    },

    async allFound(stripeIds) {
      if (stripeIds.length === 0) return []
      const rows = await details().where('livemode', '=', mode).where('stripe_id', 'in', stripeIds).execute()
      return rows.map(foundOf)
    },

    async allBeside({ userKey: key }) {
      const rows = await byUser(key).orderBy('ordinal', 'desc').execute()
      return rows.map(foundOf)
    },
  }
}

const LAST: Place = { created: Number.MAX_SAFE_INTEGER, id: '' }

/** The exclusive bounds of the search. Ids are never empty, so an empty id sorts before all sessions of its second. */
function span({ filter: { from = 0, until }, after, before }: Search): { above: Place; below: Place } {
  const lowest = { created: from, id: '' }
  const highest = until === undefined ? LAST : { created: until, id: '' }
  return {
    above: before !== undefined && byPlace(before, lowest) > 0 ? before : lowest,
    below: after !== undefined && byPlace(after, highest) < 0 ? after : highest,
  }
}

function byPlace(a: Place, b: Place): number {
  return a.created - b.created || (a.id < b.id ? -1 : Number(a.id > b.id))
}

function directionOf({ before }: Search): 'asc' | 'desc' {
  return before === undefined ? 'desc' : 'asc'
}

function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

/** Reasons for attention that depend on the current time or on the outbox, which the facet does not contain. */
function needsIt(mode: number, { doubtBefore, redactionBefore }: AttentionLimits) {
  return sql<SqlBool>`(
    (doubt is not null and last_event_at < ${doubtBefore})
    or (redaction = 'processing' and updated < ${redactionBefore})
    or ${hasSetAside(mode)})`
}

function hasSetAside(mode: number) {
  return sql<SqlBool>`exists (
    select 1 from ${sql.table('effects')}
    where ${sql.ref('effects.session_id')} = ${sql.ref('sessions.id')}
      and ${sql.ref('effects.livemode')} = ${mode} and ${sql.ref('effects.set_aside')} = 1)`
}

/** PostgreSQL returns booleans, SQLite returns 0 or 1. */
function foundOf(row: Row): Found {
  return {
    record: fromRow(row),
    superseded: row.superseded === 1,
    takenBack: row.taken_back === 1 && row.status !== 'verified',
    setAside: Boolean(row.is_set_aside),
  }
}
