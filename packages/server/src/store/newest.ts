import type { SelectQueryBuilder } from 'kysely'
import type { Schema, SessionRow } from './schema.js'

type Sessions = SelectQueryBuilder<Schema, 'sessions', SessionRow>

/**
 * The newest row of one user. A 404 does not prove that a session is gone, so a row closed by one yields to an
 * earlier row that is open or verified.
 */
export async function newestOf(ofUser: () => Sessions): Promise<SessionRow | undefined> {
  const newest = (rows: Sessions) => rows.orderBy('ordinal', 'desc').limit(1).executeTakeFirst()
  const row = await newest(ofUser())
  if (row?.basis !== 'guess') return row
  const told = await newest(ofUser().where('basis', '!=', 'guess'))
  return told?.open === 1 || told?.status === 'verified' ? told : row
}
