import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { problemsOf } from './calls.js'
import type { Core } from './core.js'
import type { UnderWay } from './objects/session/lifecycle.js'
import { SESSION_RECORD } from './objects/session/record.js'
import type { Account } from './world/account.js'
import type { Clock } from './world/clock.js'
import type { Row } from './world/collection.js'
import { PERSON_OR_PRESET } from './world/person.js'

/** A saved record of any kind. Only the fields that all records share are checked. */
const ROW = z.looseObject({ id: z.string().min(1), created: z.int().min(0) })
const rows = z.array(ROW).default([])

/** The whole state of a sandbox as JSON. Missing parts are empty, so a state can be written by hand. */
export const STATE = z.strictObject({
  version: z.literal(1).default(1),
  clock: z
    .union([z.strictObject({ offset_ms: z.number() }), z.strictObject({ frozen_at: z.number().min(0) })])
    .optional(),
  person: PERSON_OR_PRESET.optional(),
  sessions: z.array(SESSION_RECORD).default([]),
  reports: rows,
  events: rows,
  thin_events: rows,
  endpoints: rows,
  destinations: rows,
  files: rows,
  links: rows,
  ephemeral_keys: rows,
  under_way: z
    .array(z.looseObject({ kind: z.enum(['checks', 'redaction']), session: z.string(), due: z.number() }))
    .default([]),
  deliveries: z
    .array(
      z.strictObject({
        event: z.string(),
        endpoint: z.string(),
        begun: z.number(),
        counted: z.boolean(),
        attempts: z.int(),
        retries: z.int().min(0).max(10),
        waiting: z.boolean(),
        delivered: z.boolean(),
      }),
    )
    .default([]),
  credentials: z
    .strictObject({
      seal: z.string(),
      count: z.int(),
      used: z.array(z.string()),
      void_up_to: z.record(z.string(), z.int()),
    })
    .optional(),
})

/** The whole state of a sandbox, as `state()` returns it. */
export type State = z.output<typeof STATE>
/** The state as it can be written by hand. */
export type Fixture = z.input<typeof STATE>

/** The state that survives a restart. It excludes the journal, the faults and the log of deliveries. */
export function save(core: Core): State {
  const { account, clock, flow, webhooks } = core
  return {
    version: 1,
    clock: clock.frozen ? { frozen_at: clock.now() } : { offset_ms: clock.now() - Date.now() },
    ...(account.person !== undefined && { person: account.person }),
    ...(Object.fromEntries(
      Object.entries(account.tables).map(([name, rows]) => [name, [...rows]]),
    ) as unknown as Pick<State, keyof Account['tables']>),
    under_way: flow.underWay,
    deliveries: webhooks.outstanding,
    credentials: account.credentials.save(),
  }
}

interface SavedRow extends Partial<Row> {
  readonly id: string
  readonly url?: unknown
}

interface Table extends Iterable<SavedRow> {
  add(row: SavedRow): void
  delete(id: string): boolean
}

/** Replaces the whole state. An endpoint of this start keeps its saved id, found by its url. */
export function restore(core: Core, state: State): void {
  core.clear()
  const { account, clock, flow, webhooks } = core
  if (state.clock && !core.isConnected) setClock(clock, state.clock)
  if (state.person !== undefined) account.person = state.person
  const now = clock.seconds()
  for (const [name, rows] of Object.entries(account.tables)) {
    const table = rows as unknown as Table
    for (const row of state[name as keyof Account['tables']] as readonly SavedRow[]) {
      const own = /^(endpoints|destinations)$/.test(name) && [...table].find(({ url }) => url === row.url)
      if (own) table.delete(own.id)
      table.add({ ...(own || row), id: row.id, created: row.created ?? now })
    }
  }
  if (state.credentials) account.credentials.restore(state.credentials)
  for (const underWay of state.under_way) flow.resume(underWay as UnderWay)
  webhooks.resume(state.deliveries)
}

function setClock(clock: Clock, saved: NonNullable<State['clock']>): void {
  const still = 'frozen_at' in saved
  if (still) clock.freeze()
  else clock.unfreeze()
  clock.set(still ? saved.frozen_at : Date.now() + saved.offset_ms)
}

/** The longest time, in milliseconds, for which a change is kept in memory only. */
const LATER_MS = 500

/**
 * Reads the state from a file; undefined if there is no such file. Throws if the content is invalid, and never
 * writes.
 */
export function readState(path: string): State | undefined {
  if (!existsSync(path)) return undefined
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new TypeError(`The state in ${path} cannot be read: it is not JSON.`, { cause })
  }
  const parsed = STATE.safeParse(value)
  if (!parsed.success)
    throw new TypeError(`The state in ${path} cannot be read: ${problemsOf(parsed.error, 'file')}`)
  return parsed.data
}

/** Keeps a file up to date from now on. The returned function writes it for the last time. */
export function keepState(core: Core, path: string): () => void {
  const write = () => {
    // Writing to another name first keeps the file whole if the program ends during the write.
    writeFileSync(`${path}.new`, JSON.stringify(save(core), null, 1), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  write()
  let waiting: NodeJS.Timeout | undefined
  const unsubscribe = core.account.subscribe(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      write()
    }, LATER_MS).unref()
  })
  return () => {
    unsubscribe()
    clearTimeout(waiting)
    write()
  }
}
