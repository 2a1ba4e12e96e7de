import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { fromRow, type Schema, type SessionRow } from './schema.js'
import { attentionReasons, newerThan } from './sql-attention.js'
import { reached, readFunnel } from './sql-funnel.js'
import type { Delivery, Found, OperatorStore, Search } from './store.js'

const STRIPE_ID = /^vs_/
const EVENT_ID = /^evt_/
/** Our id of a session, or the id of a status change. */
const RECORD_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::\d+)?$/

/** The operators' queries. */
export function operatorQueries(
  db: Kysely<Schema>,
  mode: number,
  userKey: (user: string) => string,
): OperatorStore {
  const details = () =>
    db
      .selectFrom('sessions')
      .selectAll('sessions')
      .select(({ exists, selectFrom }) => [
        exists(newerThan('sessions')).as('superseded'),
        exists(
          selectFrom('transitions')
            .select('transitions.session_id')
            .whereRef('transitions.session_id', '=', 'sessions.id')
            .where('transitions.from_status', '=', sql.lit('verified'))
            .where('transitions.to_status', '<>', sql.lit('verified')),
        ).as('was_verified'),
        exists(
          selectFrom('effects')
            .select('effects.session_id')
            .whereRef('effects.session_id', '=', 'sessions.id')
            .where('effects.livemode', '=', mode)
            .where('effects.set_aside', '=', sql.lit(1)),
        ).as('set_aside'),
      ])

  /** One page of matching sessions, plus one row that shows whether there are more. */
  function page<O>(
    query: SelectQueryBuilder<Schema, 'sessions', O>,
    { filter, limit, after, before }: Search,
    name: Name | undefined,
    ordered: boolean,
  ): SelectQueryBuilder<Schema, 'sessions', O> {
    const { status, reason, stage, from, until } = filter
    const direction = before === undefined ? 'desc' : 'asc'
    const created = sql.ref<number>('sessions.created')
    // A few sessions are fetched by their ids or their user and then sorted. Walking an index in result order would
    // pass all other sessions, so neither the order nor the mode may lead the planner to that.
    const byUser = name !== undefined && 'user' in name
    let narrowed = query
      .where(
        ordered || byUser ? sql.ref('sessions.livemode') : sql`${sql.ref('sessions.livemode')} + 0`,
        '=',
        mode,
      )
      .orderBy(ordered ? created : sql`${created} + 0`, direction)
      .orderBy('sessions.id', direction)
      .limit(limit + 1)
    if (name !== undefined) {
      narrowed =
        'ids' in name
          ? narrowed.where('sessions.id', 'in', name.ids)
          : narrowed.where('sessions.user_key', '=', name.user)
    }
    // The planner must walk the index of a reason for attention, so no other filter may offer an index.
    const plain = (column: 'status' | 'error_code') =>
      filter.attention
        ? sql<string>`${sql.ref(`sessions.${column}`)} || ''`
        : sql.ref<string>(`sessions.${column}`)
    if (status !== undefined) narrowed = narrowed.where(plain('status'), '=', status)
    if (reason !== undefined) narrowed = narrowed.where(plain('error_code'), '=', reason)
    if (stage !== undefined)
      narrowed = narrowed.where('sessions.stripe_id', 'is not', null).where(reached(stage))
    if (from !== undefined) narrowed = narrowed.where('sessions.created', '>=', from)
    if (until !== undefined) narrowed = narrowed.where('sessions.created', '<', until)
    const place = after ?? before
    if (place === undefined) return narrowed
    const than = before === undefined ? sql`<` : sql`>`
    return narrowed.where(
      sql<SqlBool>`(${created}, ${sql.ref('sessions.id')}) ${than} (${place.created}, ${place.id})`,
    )
  }

  /** The first sessions of each reason for attention, merged. Each reason is walked in the order of its own index. */
  async function needing(search: Search, name: Name | undefined) {
    const ids = new Set<string>()
    for (const { narrow, ordered } of attentionReasons(mode, search.attention)) {
      const query = narrow(db.selectFrom('sessions').select('sessions.id'))
      const rows = await page(query, search, name, ordered && name === undefined).execute()
      for (const { id } of rows) ids.add(id)
    }
    if (ids.size === 0) return []
    return page(details(), search, { ids: [...ids] }, false).execute()
  }

  /** The sessions whose id is the text, otherwise the user whose id it may be. */
  async function named(q: string): Promise<Name> {
    const record = RECORD_ID.exec(q)?.[1]
    const ids = STRIPE_ID.test(q)
      ? await db
          .selectFrom('sessions')
          .select('id')
          .where('livemode', '=', mode)
          .where('stripe_id', '=', q)
          .execute()
      : EVENT_ID.test(q)
        ? await db
            .selectFrom('transitions')
            .select('session_id as id')
            .where('event_id', '=', q)
            .union(db.selectFrom('sessions').select('id').where('doubt', '=', q))
            .execute()
        : record === undefined
          ? []
          : await db
              .selectFrom('sessions')
              .select('id')
              .where('livemode', '=', mode)
              .where('id', '=', record)
              .execute()
    return ids.length > 0 ? { ids: ids.map(({ id }) => id) } : { user: userKey(q) }
  }

  return {
    async search(search) {
      const { limit, before } = search
      const { q } = search.filter
      const name = q === undefined ? undefined : await named(q)
      const rows = search.filter.attention
        ? await needing(search, name)
        : await page(details(), search, name, name === undefined).execute()
      const found = rows.slice(0, limit).map(foundOf)
      return { found: before === undefined ? found : found.reverse(), more: rows.length > limit }
    },

    async allBeside({ userKey: key }) {
      const rows = await details()
        .where('sessions.livemode', '=', mode)
        .where('sessions.user_key', '=', key)
        .orderBy('sessions.ordinal', 'desc')
        .execute()
      return rows.map(foundOf)
    },

    async deliveries(ids) {
      if (ids.length === 0) return []
      const told = await db.selectFrom('deliveries').selectAll().where('session_id', 'in', ids).execute()
      const waiting = await db.selectFrom('effects').selectAll().where('session_id', 'in', ids).execute()
      const still = new Set(waiting.map(({ id, sink }) => `${id} ${sink}`))
      const all = [
        // A change that is being delivered again counts as waiting.
        ...told
          .filter(({ effect_id, sink }) => !still.has(`${effect_id} ${sink}`))
          .map(
            (row): Delivery => ({
              id: row.effect_id,
              sink: row.sink,
              sessionId: row.session_id,
              version: row.version,
              state: 'told',
              failures: row.failures,
              at: row.told_at,
            }),
          ),
        ...waiting.map(
          (row): Delivery => ({
            id: row.id,
            sink: row.sink,
            sessionId: row.session_id,
            version: row.version,
            state: row.set_aside === 1 ? 'set_aside' : 'waiting',
            failures: row.failures,
            at: row.set_aside === 1 ? null : Math.floor(row.due_at / 1000),
          }),
        ),
      ]
      return all.sort((a, b) => a.version - b.version || (a.sink < b.sink ? -1 : 1))
    },

    funnel: (from, until) => readFunnel(db, mode, from, until),
  }
}

/** The result of a lookup: sessions by their ids, or a user by their key. */
type Name = { ids: string[] } | { user: string }

type Row = SessionRow & { superseded: unknown; was_verified: unknown; set_aside: unknown }

/** Booleans are true on one database and 1 on the other. */
function foundOf(row: Row): Found {
  return {
    record: fromRow(row),
    superseded: Boolean(row.superseded),
    takenBack: Boolean(row.was_verified) && row.status !== 'verified',
    setAside: Boolean(row.set_aside),
  }
}
