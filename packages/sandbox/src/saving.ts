import type { Core } from './core.js'
import type { UnderWay } from './objects/session/lifecycle.js'
import type { Session } from './objects/session/record.js'
import type { Row } from './world/collection.js'
import type { State } from './world/saved.js'

/** Everything in a sandbox that outlives it; not the journal, the faults and the log of deliveries. */
export function save(core: Core): State {
  const { account, clock, flow, webhooks } = core
  return {
    version: 1,
    clock: clock.frozen ? { frozen_at: clock.now() } : { offset_ms: clock.now() - Date.now() },
    ...(account.person !== undefined && { person: account.person }),
    sessions: [...account.sessions] as State['sessions'],
    ...mapTables((table) => [...tableOf(core, table)] as State[keyof typeof TABLES]),
    under_way: flow.underWay,
    deliveries: webhooks.outstanding,
    credentials: account.credentials.save(),
  }
}

/** The account's collections by their names in the file; sessions are apart, since these may be written by hand. */
const TABLES = {
  reports: 'reports',
  events: 'events',
  thin_events: 'thinEvents',
  endpoints: 'endpoints',
  destinations: 'destinations',
  files: 'files',
  links: 'links',
  ephemeral_keys: 'ephemeralKeys',
} as const

interface Table extends Iterable<Row & { url?: unknown }> {
  add(row: Row): void
  delete(id: string): boolean
}

function tableOf({ account }: Core, name: (typeof TABLES)[keyof typeof TABLES]): Table {
  return account[name] as unknown as Table
}

function mapTables<T>(map: (table: (typeof TABLES)[keyof typeof TABLES]) => T) {
  return Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, map(table)])) as Record<
    keyof typeof TABLES,
    T
  >
}

/** Puts a saved state in the place of all that there is. An endpoint of this start keeps the id it had, by its url. */
export function restore(core: Core, state: State): void {
  core.clear()
  const { account, clock, flow, webhooks } = core
  if (state.clock && 'frozen_at' in state.clock) {
    clock.freeze()
    clock.set(state.clock.frozen_at)
  } else if (state.clock) {
    clock.unfreeze()
    clock.set(Date.now() + state.clock.offset_ms)
  }
  if (state.person !== undefined) account.person = state.person
  const now = clock.seconds()
  for (const session of state.sessions) {
    account.sessions.add({ ...session, created: session.created ?? now } as Session)
  }
  for (const [name, table] of Object.entries(TABLES)) {
    const collection = tableOf(core, table)
    for (const row of state[name as keyof typeof TABLES]) {
      const same = (own: { url?: unknown }) => own.url !== undefined && own.url === row.url
      const own = [...collection].find(same)
      if (own && (table === 'endpoints' || table === 'destinations')) {
        collection.delete(own.id)
        collection.add({ ...own, id: row.id, created: row.created })
      } else collection.add(row)
    }
  }
  if (state.credentials) account.credentials.restore(state.credentials)
  for (const underWay of state.under_way) flow.resume(underWay as UnderWay)
  webhooks.resume(state.deliveries)
}
