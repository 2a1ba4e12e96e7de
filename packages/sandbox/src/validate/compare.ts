import type { Plain } from './normalise.js'

/** One field of one step that is not the same on both sides; what is not there is undefined. */
export interface Difference {
  readonly step: string
  readonly field: string
  readonly theirs: Plain | undefined
  readonly ours: Plain | undefined
}

/** Every field in which two answers differ. The parts of an object that only one side has are one difference. */
export function compare(step: string, theirs: Plain, ours: Plain, field = ''): Difference[] {
  if (isList(theirs) && isList(ours)) {
    const length =
      theirs.length === ours.length
        ? []
        : [{ step, field: `${field}.length`, theirs: `${theirs.length}`, ours: `${ours.length}` }]
    const both = Math.min(theirs.length, ours.length)
    const items = theirs
      .slice(0, both)
      .flatMap((item, at) => compare(step, item, ours[at]!, `${field}[${at}]`))
    return [...length, ...items]
  }
  if (isObject(theirs) && isObject(ours)) {
    const names = new Set([...Object.keys(theirs), ...Object.keys(ours)])
    return [...names].flatMap((name) => {
      const [a, b] = [theirs[name], ours[name]]
      const inner = field === '' ? name : `${field}.${name}`
      if (a === undefined || b === undefined) return [{ step, field: inner, theirs: a, ours: b }]
      return compare(step, a, b, inner)
    })
  }
  return theirs === ours ? [] : [{ step, field, theirs, ours }]
}

/** A side of a difference in one line. */
export function shown(value: Plain | undefined): string {
  if (value === undefined) return '(not there)'
  if (isList(value)) return `a list of ${value.length}`
  if (isObject(value)) return `{ ${Object.keys(value).join(', ')} }`
  return JSON.stringify(value)
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

function isObject(value: Plain): value is { readonly [name: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
