import { type Kysely, type SqlBool, sql } from 'kysely'
import { matches } from './facet.js'
import { fromRow, type Schema, type SessionRow } from './schema.js'
import type { AttentionLimits, Found, OperatorStore, Place, Search } from './store.js'

const STRIPE_ID = /^vs_/
const EVENT_ID = /^evt_/
/** Our id of a session, or the id of a change of its status. */
const RECORD_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::\d+)?$/
/** How many facets one statement walks: databases have a limit, and need time to plan each. */
const AT_ONCE = 100

type Key = Place
type Row = SessionRow & { is_set_aside: unknown }

/**
 * What a page costs hangs on how many facets there are, not on how many sessions: each facet that matches is walked
 * through the index that has its sessions in the order of the answer, and the first rows of all are merged.
 */
export function searchQueries(
  db: Kysely<Schema>,
  mode: number,
  userKey: (user: string) => string,
): Pick<OperatorStore, 'search' | 'allBeside' | 'allFound'> {
  const details = () =>
    db.selectFrom('sessions').selectAll('sessions').select(hasSetAside(mode).as('is_set_aside'))

  /** The mode must not offer an index: all sessions have it. */
  const byIds = (ids: string[]) =>
    details()
      .where(sql`${sql.ref('sessions.livemode')} + 0`, '=', mode)
      .where('id', 'in', ids)
  const byUser = (key: string) => details().where('livemode', '=', mode).where('user_key', '=', key)

  /** All facets that there are, by stepping from each to the next. */
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

  /** The facet stands in the order as well, so that no other index can offer itself. */
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

  /** The sessions that a text names, or else those of the user whose id it is: few, so they are looked at one by one. */
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

/** What lies between these two, both left out. An id is never empty, so an empty one stands before all of its second. */
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

/** Reasons for attention that the facet does not settle: they come with time, or hang on what is in the outbox. */
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

/** One database says true, the other 1. */
function foundOf(row: Row): Found {
  return {
    record: fromRow(row),
    superseded: row.superseded === 1,
    takenBack: row.taken_back === 1 && row.status !== 'verified',
    setAside: Boolean(row.is_set_aside),
  }
}
