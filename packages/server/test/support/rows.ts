import { openSqliteDatabase } from '../../src/store/sqlite-database.js'
import type { World } from './world.js'

/** Queries a world's database file directly, independent of the server. */
export async function rows<T>(path: string, query: string): Promise<T[]> {
  const database = await openSqliteDatabase(path)
  try {
    return database.prepare(query).all([]) as T[]
  } finally {
    database.close()
  }
}

/** Stripe's ids of the sessions with our mark, at the sandbox and in our rows; both lists must be equal. */
export async function marked(world: World, path: string): Promise<{ stripe: string[]; ours: string[] }> {
  const stripe: string[] = []
  let after = ''
  for (;;) {
    const answer = await fetch(`${world.sandbox.url}/v1/identity/verification_sessions?limit=100${after}`, {
      headers: { Authorization: `Bearer ${world.sandbox.secretKey}` },
    })
    const page = (await answer.json()) as {
      data: { id: string; metadata: Record<string, string> }[]
      has_more: boolean
    }
    stripe.push(...page.data.filter(({ metadata }) => 'identity_session' in metadata).map(({ id }) => id))
    if (!page.has_more) break
    after = `&starting_after=${page.data.at(-1)?.id}`
  }
  const known = await rows<{ stripe_id: string }>(
    path,
    'select stripe_id from stripe_identity_sessions where stripe_id is not null',
  )
  return { stripe: stripe.toSorted(), ours: known.map(({ stripe_id }) => stripe_id).toSorted() }
}
