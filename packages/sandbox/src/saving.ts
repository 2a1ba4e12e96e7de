import { z } from 'zod'
import { type Accounts, isAccountId, isAccountName, OWN_ACCOUNT } from './accounts.js'
import type { Core } from './core.js'
import { OUTSTANDING } from './deliver/outstanding.js'
import type { UnderWay } from './objects/session/lifecycle.js'
import { SESSION_RECORD } from './objects/session/record.js'
import { Malformed } from './stripe/errors.js'
import type { Account } from './world/account.js'
import type { Clock } from './world/clock.js'
import type { Row } from './world/collection.js'
import { SAVED_CREDENTIALS } from './world/credentials.js'
import { PERSON_OR_PRESET } from './world/person.js'

/** A saved record of any kind. Only the fields that all records share are checked. */
const ROW = z.looseObject({ id: z.string().min(1), created: z.int().min(0) })
const rows = z.array(ROW).default([])

/** The state of one account. Missing parts are empty, so a state can be written by hand. */
const ACCOUNT = z.strictObject({
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
  deliveries: z.array(OUTSTANDING).default([]),
  credentials: SAVED_CREDENTIALS.optional(),
})

/** An account with those connected to it, by id. */
const PLATFORM = ACCOUNT.extend({
  connected: z.record(z.string().refine(isAccountId, 'an id such as acct_1'), ACCOUNT).optional(),
})

const OTHER_NAME = z
  .string()
  .refine(
    (name) => isAccountName(name) && name !== OWN_ACCOUNT,
    'letters and digits, the name of another account',
  )

/** The state of the sandbox's own account. All others are in `accounts`, by name. */
export const STATE = PLATFORM.extend({ accounts: z.record(OTHER_NAME, PLATFORM).optional() })

type AccountState = z.output<typeof ACCOUNT>
type PlatformState = z.output<typeof PLATFORM>
/** A saved state, as `state()` returns it. */
export type State = z.output<typeof STATE>
/** The state as it can be written by hand. */
export type Fixture = z.input<typeof STATE>

/**
 * The state of an account and those connected to it; for the sandbox's own account, that of all accounts. It excludes
 * the journal, the faults and the log of deliveries.
 */
export function save(accounts: Accounts, core: Core): State {
  const isWhole = accounts.many && core === accounts.own
  return {
    ...savePlatform(core),
    ...(isWhole && {
      accounts: Object.fromEntries(accounts.others.map(([name, other]) => [name, savePlatform(other)])),
    }),
  }
}

function savePlatform(core: Core): PlatformState {
  const connected = Array.from(core.connected, (each) => [each.account.id, saveAccount(each)] as const)
  return {
    ...saveAccount(core),
    ...(connected.length > 0 && { connected: Object.fromEntries(connected) }),
  }
}

function saveAccount({ account, clock, flow, webhooks }: Core): AccountState {
  return {
    version: 1,
    clock: clock.frozen ? { frozen_at: clock.now() } : { offset_ms: clock.now() - Date.now() },
    ...(account.person !== undefined && { person: account.person }),
    ...(Object.fromEntries(
      Object.entries(account.tables).map(([name, rows]) => [name, [...rows]]),
    ) as unknown as Pick<AccountState, keyof Account['tables']>),
    under_way: flow.underWay,
    deliveries: webhooks.outstanding,
    credentials: account.credentials.save(),
  }
}

/** Refuses a state with accounts that an account of this sandbox cannot have. */
export function requireFitting(accounts: Accounts, core: Core, state: State): void {
  if (state.accounts === undefined && state.connected === undefined) return
  if (!accounts.many)
    throw new Malformed(
      'The state has several accounts, and this sandbox has one: start it with --accounts (accounts: true).',
    )
  if (state.accounts !== undefined && core !== accounts.own)
    throw new Malformed("Only the state of the sandbox's own account can contain accounts.")
  if (core.isConnected) throw new Malformed('A connected account cannot have connected accounts itself.')
}

interface SavedRow extends Partial<Row> {
  readonly id: string
  readonly url?: unknown
}

interface Table extends Iterable<SavedRow> {
  add(row: SavedRow): void
  delete(id: string): boolean
}

/** Replaces the state of an account and those connected to it, and with `accounts` that of all other accounts. */
export function restore(accounts: Accounts, core: Core, state: State): void {
  requireFitting(accounts, core, state)
  restorePlatform(core, state)
  if (state.accounts === undefined) return
  for (const [, other] of accounts.others) other.clear()
  for (const [name, saved] of Object.entries(state.accounts)) restorePlatform(accounts.open(name), saved)
}

/** Starts all accounts with a state. A reset of one returns it to this state. */
export function begin(accounts: Accounts, state: State): void {
  restore(accounts, accounts.own, state)
  returnTo(accounts.own, state)
  for (const [name, saved] of Object.entries(state.accounts ?? {})) returnTo(accounts.open(name), saved)
}

function returnTo(core: Core, state: PlatformState): void {
  core.begin = () => restorePlatform(core, state)
  for (const [id, saved] of Object.entries(state.connected ?? {})) returnTo(core.connect(id), saved)
}

function restorePlatform(core: Core, state: PlatformState): void {
  core.clear()
  restoreAccount(core, state)
  for (const [id, saved] of Object.entries(state.connected ?? {})) restoreAccount(core.connect(id), saved)
}

/** Fills an empty account. An endpoint of this start takes its saved id, found by its url. */
function restoreAccount(core: Core, state: AccountState): void {
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
