import type { RawParams, RawValue } from './form.js'
import { REFUSALS } from './refusals.js'

/** Parses one raw value, or throws Stripe's error for it; `name` is for the message. */
export type Reader<T> = (raw: NonNullable<RawValue>, name: string) => T
export type Fields = Readonly<Record<string, Reader<unknown>>>
export type Read<F extends Fields> = { readonly [K in keyof F]?: ReturnType<F[K]> }

/** Reads all parameters. A parameter without a reader is refused. */
export function readFields<F extends Fields>(raw: RawParams, fields: F, parent = ''): Read<F> {
  const nested = (name: string) => (parent === '' ? name : `${parent}[${name}]`)
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(fields, name))
  if (unknown.length > 0) throw REFUSALS.unknownParams(unknown.map(nested))
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined && value !== null) read[name] = fields[name]!(value, nested(name))
  }
  return read as Read<F>
}

/** Text of up to `max` characters. Empty text is refused, because Stripe reads it as an attempt to unset. */
export function text({ max = 5000 } = {}): Reader<string> {
  return (raw, name) => {
    if (typeof raw !== 'string') throw REFUSALS.notText(name, raw)
    if (raw === '') throw REFUSALS.empty(name)
    if (characters(raw, max) > max) throw REFUSALS.tooLong(name, raw, max)
    return raw
  }
}

/** The length in characters, counted as in Stripe's API description: an emoji is one. Exact only beyond `enough`. */
export function characters(value: string, enough: number): number {
  return value.length > enough ? [...value].length : value.length
}

export function oneOf<T extends string>(...values: readonly T[]): Reader<T> {
  const list = values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : values[0]
  return (raw, name) => {
    const value = text()(raw, name)
    if (!values.includes(value as T)) throw REFUSALS.notOneOf(name, list!)
    return value as T
  }
}

/** A boolean in any case: stripe-dotnet writes `True`, and so did stripe-python. */
export const boolean: Reader<boolean> = (raw, name) => {
  const value = typeof raw === 'string' ? raw.toLowerCase() : undefined
  if (value === 'true') return true
  if (value === 'false') return false
  throw REFUSALS.notBoolean(name, raw)
}

export function integer({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}): Reader<number> {
  return (raw, name) => {
    const value = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN
    if (Number.isNaN(value)) throw REFUSALS.notInteger(name, raw)
    if (value < min) throw REFUSALS.tooSmall(name, min)
    if (value > max) throw REFUSALS.tooBig(name, max, value)
    return value
  }
}

/** An array, sent as `name[]=` or `name[0]=`. */
export function list<T>(item: Reader<T>, { max = 100 } = {}): Reader<T[]> {
  return (raw, name) => {
    const items = asArray(raw)
    if (!items) throw REFUSALS.notArray(name)
    if (items.length > max) throw REFUSALS.tooMany(name, max)
    return items.map((value, place) => item(value, `${name}[${place}]`))
  }
}

export function object<F extends Fields>(
  fields: F,
  required: readonly (keyof F & string)[] = [],
): Reader<Read<F>> {
  return (raw, name) => {
    if (!isObject(raw)) throw REFUSALS.notObject(name)
    const read = readFields(raw, fields, name)
    for (const field of required) if (read[field] === undefined) throw REFUSALS.missing(`${name}[${field}]`)
    return read
  }
}

/** Accepts an empty string, which means "clear this". */
export function clearable<T>(reader: Reader<T>): Reader<T | ''> {
  return (raw, name) => (raw === '' ? '' : reader(raw, name))
}

/** An absolute http or https address. */
export const webAddress: Reader<string> = (raw, name) => {
  const value = text()(raw, name)
  if (/^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value)) return value
  throw REFUSALS.notUrl(name)
}

export const email: Reader<string> = (raw, name) => {
  const value = text({ max: 800 })(raw, name)
  if (!/^[^\s@]+@[^\s@]+$/.test(value)) throw REFUSALS.notEmail(name, value)
  return value
}

export function isObject(raw: RawValue): raw is { [name: string]: RawValue } {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

/** An array, or an object whose keys are positions, which is how `a[7]=x` can be parsed. */
function asArray(raw: NonNullable<RawValue>): NonNullable<RawValue>[] | undefined {
  if (Array.isArray(raw)) return raw.filter((item) => item !== undefined && item !== null)
  if (!isObject(raw)) return undefined
  const places = Object.keys(raw)
  if (places.length === 0 || !places.every((place) => /^\d+$/.test(place))) return undefined
  return places
    .sort((a, b) => Number(a) - Number(b))
    .map((place) => raw[place])
    .filter((item) => item !== undefined)
}

const MAX_KEYS = 50
const MAX_KEY = 40
const MAX_VALUE = 500

/** The metadata of a request: values to set, `''` to unset one, and `''` alone to unset all. */
export type MetadataPatch = Readonly<Record<string, string>> | ''

export const metadata: Reader<MetadataPatch> = (raw, name) => {
  if (raw === '') return ''
  // Keys that are small numbers are parsed as an array. Its entries are the same.
  const entries = Array.isArray(raw) || isObject(raw) ? Object.entries(raw) : []
  if (entries.length === 0) throw REFUSALS.notMetadata(name)
  const patch: Record<string, string> = Object.create(null)
  for (const [key, value] of entries) {
    const param = `${name}[${key.slice(0, MAX_KEY)}]`
    if (typeof value !== 'string') throw REFUSALS.metadataNotText(param)
    const keyLength = characters(key, MAX_KEY)
    if (keyLength > MAX_KEY) throw REFUSALS.metadataKey(param, MAX_KEY, keyLength)
    const length = characters(value, MAX_VALUE)
    if (length > MAX_VALUE) throw REFUSALS.metadataValue(param, MAX_VALUE, length)
    patch[key] = value
  }
  return patch
}

/** The metadata after a request. Throws if it would have too many keys. */
export function mergeMetadata(
  current: Readonly<Record<string, string>>,
  patch: MetadataPatch | undefined,
): Readonly<Record<string, string>> {
  if (patch === undefined) return current
  if (patch === '') return {}
  const entries = new Map(Object.entries(current))
  for (const [key, value] of Object.entries(patch)) {
    if (value === '') entries.delete(key)
    else entries.set(key, value)
  }
  if (entries.size > MAX_KEYS) throw REFUSALS.metadataKeys(MAX_KEYS, entries.size)
  return Object.fromEntries(entries)
}
