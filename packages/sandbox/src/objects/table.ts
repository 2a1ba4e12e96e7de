import { type Expand, type Expandable, NOTHING } from '../stripe/expand.js'
import { REFUSALS } from '../stripe/refusals.js'

const RECENT_SECONDS = 48 * 3600

/** The replacement for every redacted string. */
export const REDACTED = '[redacted]'

/** The kinds of redaction, for values that are not null. */
const REDACTIONS = {
  keep: (value: unknown) => value,
  text: () => REDACTED,
  date: () => ({ day: 1, month: 1, year: 1 }),
  /** Keeps the country. */
  address: (value: unknown) =>
    mapValues(value as object, (part, name) => (name === 'country' || part === null ? part : REDACTED)),
  /** Removes all metadata. */
  entries: () => ({}),
} as const

/** Everything known about one field of a Stripe object. Presenting, expanding and redacting all follow from it. */
export interface Field<Source> {
  readonly name: string
  /** Computes the value; undefined leaves the field out. Default: the source's property of the same name. */
  readonly from?: (source: Source) => unknown
  readonly redact: keyof typeof REDACTIONS
  /** `true`: present only if it is expanded. A function: returns the object that replaces the id. */
  readonly expand?: true | ((source: Source) => unknown)
  /** Refused to a key that may not see sensitive results, and to any key after 48 hours. */
  readonly sensitive?: true
  /** The table of the embedded object. */
  readonly fields?: Table<never>
}

/** Present only if it is expanded, by a key that may see it. */
export const SENSITIVE = { expand: true, sensitive: true } as const

/** An object's fields in the order of presentation. */
export type Table<Source> = readonly Field<Source>[]

/** An object as the API shows it. */
export type Shown = Record<string, unknown>
type ValueOf<F> = F extends { readonly from: (source: never) => infer Value } ? Value : unknown

/** An object with all fields of its table. */
export type Values<T extends Table<never>> = {
  readonly [F in T[number] as undefined extends ValueOf<F> ? never : F['name']]: ValueOf<F>
} & {
  readonly [F in T[number] as undefined extends ValueOf<F> ? F['name'] : never]?: Exclude<
    ValueOf<F>,
    undefined
  >
}

/** Returns the values of all fields, including those shown only on request: a record to store. */
export function fill<T extends Table<never>, Source>(table: T & Table<Source>, source: Source): Values<T> {
  const values: Shown = {}
  for (const field of table as Table<Source>) {
    const value = read(field, source)
    if (value !== undefined) values[field.name] = value
  }
  return values as Values<T>
}

/** The object as the API shows it, with the requested expansions. */
export function present<Source>(table: Table<Source>, source: Source, expand: Expand = NOTHING): Shown {
  return pick(table, expand, (field, asked) =>
    asked && typeof field.expand === 'function'
      ? (field.expand(source) ?? read(field, source))
      : read(field, source),
  )
}

/** A stored record as the API shows it. */
export function show(table: Table<never>, values: object, expand: Expand = NOTHING): Shown {
  return pick(table, expand, ({ name }) => (values as Shown)[name])
}

/** The record with placeholders in place of personal data. */
export function redact<T extends object>(table: Table<never>, values: T): T {
  const redacted = { ...values } as Shown
  for (const { name, fields, redact: kind } of table) {
    const value = redacted[name]
    if (value === undefined || value === null) continue
    redacted[name] = fields && typeof value === 'object' ? redact(fields, value) : REDACTIONS[kind](value)
  }
  return redacted as T
}

/** The names that `expand[]` may contain. */
export function expandable(table: Table<never>): Expandable {
  const tree: Record<string, Expandable[string]> = {}
  for (const { name, expand, sensitive, fields } of table) {
    const below = fields && expandable(fields)
    const isStep = !expand && below !== undefined && Object.keys(below).length > 0
    if (!expand && !isStep) continue
    tree[name] = {
      ...(isStep && { through: true }),
      ...(sensitive && { sensitive }),
      ...(below && { fields: below }),
    }
  }
  return tree
}

/** Refuses sensitive fields of an object created more than 48 hours ago. The whole call fails. */
export function requireRecent({ created }: { readonly created: number }, now: number): void {
  if (now - created > RECENT_SECONDS) throw REFUSALS.tooOld()
}

/** True if the request expands a sensitive field. */
export function asksForSensitive(table: Table<never>, expand: Expand): boolean {
  return table.some(({ name, sensitive, fields }) => {
    const asked = expand[name]
    return (
      asked !== undefined && (sensitive === true || (fields !== undefined && asksForSensitive(fields, asked)))
    )
  })
}

function pick<Source>(
  table: Table<Source>,
  expand: Expand,
  get: (field: Field<Source>, asked: boolean) => unknown,
): Shown {
  const shown: Shown = {}
  for (const field of table) {
    const asked = expand[field.name]
    if (field.expand === true && !asked) continue
    const value = get(field, asked !== undefined)
    if (value === undefined) continue
    const inside = field.fields && typeof value === 'object' && value !== null
    shown[field.name] = inside ? show(field.fields, value, asked) : value
  }
  return shown
}

function read<Source>({ name, from }: Field<Source>, source: Source): unknown {
  return from ? from(source) : (source as Shown)[name]
}

function mapValues(values: object, map: (value: unknown, name: string) => unknown): Shown {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]))
}
