import { invalidParam, type StripeError } from './errors.js'
import type { RawParams, RawValue } from './form.js'

/** Turns one raw value into what it means, or throws the error that Stripe would give; `name` is for the message. */
export type Reader<T> = (raw: NonNullable<RawValue>, name: string) => T
export type Fields = Readonly<Record<string, Reader<unknown>>>
export type Read<F extends Fields> = { readonly [K in keyof F]?: ReturnType<F[K]> }

/** Reads every parameter by its reader; a name without one is refused. */
export function readFields<F extends Fields>(raw: RawParams, fields: F, parent = ''): Read<F> {
  const nested = (name: string) => (parent === '' ? name : `${parent}[${name}]`)
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(fields, name))
  if (unknown.length > 0) {
    const names = unknown.map(nested)
    throw invalidParam(
      shorten(names[0]!),
      `Received unknown parameter${names.length > 1 ? 's' : ''}: ${shorten(names.join(', '))}`,
      'parameter_unknown',
    )
  }
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined && value !== null) read[name] = fields[name]!(value, nested(name))
  }
  return read as Read<F>
}

export function missing(name: string): StripeError {
  return invalidParam(name, `Missing required param: ${name}.`, 'parameter_missing')
}

export const MAX_TEXT = 5000

/** Any text up to `max` characters; an empty one is refused, since Stripe reads it as an attempt to unset. */
export function text({ max = MAX_TEXT } = {}): Reader<string> {
  return (raw, name) => {
    if (typeof raw !== 'string') throw invalidParam(name, `Invalid string: ${shorten(JSON.stringify(raw))}`)
    if (raw === '') {
      throw invalidParam(
        name,
        `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
        'parameter_invalid_empty',
      )
    }
    if (characters(raw, max) > max) {
      throw invalidParam(
        name,
        `Invalid string: ${raw.slice(0, 10)}...${raw.slice(-10)}; must be at most ${max} characters`,
      )
    }
    return raw
  }
}

/** How long a text is in characters, as Stripe's API description counts: an emoji is one. Exact only beyond `enough`. */
export function characters(value: string, enough: number): number {
  return value.length > enough ? [...value].length : value.length
}

export function oneOf<T extends string>(...values: readonly T[]): Reader<T> {
  const list = values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : values[0]
  return (raw, name) => {
    const value = text()(raw, name)
    if (!values.includes(value as T)) throw invalidParam(name, `Invalid ${name}: must be one of ${list}`)
    return value as T
  }
}

/** In any case: stripe-dotnet writes `True`, and so did stripe-python. */
export const boolean: Reader<boolean> = (raw, name) => {
  const value = typeof raw === 'string' ? raw.toLowerCase() : undefined
  if (value === 'true') return true
  if (value === 'false') return false
  throw invalidParam(name, `Invalid boolean: ${shown(raw)}`)
}

export function integer({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}): Reader<number> {
  return (raw, name) => {
    const value = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN
    if (Number.isNaN(value)) {
      throw invalidParam(name, `Invalid integer: ${shown(raw)}`, 'parameter_invalid_integer')
    }
    if (value < min) {
      throw invalidParam(
        name,
        `This value must be greater than or equal to ${min}.`,
        'parameter_invalid_integer',
      )
    }
    if (value > max) {
      throw invalidParam(
        name,
        `This value must be less than or equal to ${max} (it currently is '${value}').`,
        'parameter_invalid_integer',
      )
    }
    return value
  }
}

/** An array, sent as `name[]=` or `name[0]=`. */
export function list<T>(item: Reader<T>, { max = 100 } = {}): Reader<T[]> {
  return (raw, name) => {
    const items = asArray(raw)
    if (!items) throw invalidParam(name, 'Invalid array')
    if (items.length > max) throw invalidParam(name, `Invalid array: at most ${max} items are allowed`)
    return items.map((value, place) => item(value, `${name}[${place}]`))
  }
}

export function object<F extends Fields>(
  fields: F,
  required: readonly (keyof F & string)[] = [],
): Reader<Read<F>> {
  return (raw, name) => {
    if (!isObject(raw)) throw invalidParam(name, 'Invalid object')
    const read = readFields(raw, fields, name)
    for (const field of required) if (read[field] === undefined) throw missing(`${name}[${field}]`)
    return read
  }
}

/** Lets an empty string stand for "clear this". */
export function clearable<T>(reader: Reader<T>): Reader<T | ''> {
  return (raw, name) => (raw === '' ? '' : reader(raw, name))
}

/** An absolute http(s) address. */
export const webAddress: Reader<string> = (raw, name) => {
  const value = text({ max: MAX_TEXT })(raw, name)
  if (/^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value)) return value
  throw invalidParam(name, 'Not a valid URL', 'url_invalid')
}

export const email: Reader<string> = (raw, name) => {
  const value = text({ max: 800 })(raw, name)
  if (!/^[^\s@]+@[^\s@]+$/.test(value)) {
    throw invalidParam(name, `Invalid email address: ${shorten(value)}`, 'email_invalid')
  }
  return value
}

export function isObject(raw: RawValue): raw is { [name: string]: RawValue } {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

/** An array as it came, or an object whose keys are places, as `a[7]=x` may be read. */
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

function shown(raw: NonNullable<RawValue>): string {
  return shorten(typeof raw === 'string' ? raw : JSON.stringify(raw))
}

function shorten(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}...` : value
}
