import type { KeyKind } from './auth.js'
import { list, text } from './params.js'
import { REFUSALS } from './refusals.js'

/** The fields of an object that can be expanded. */
export interface Expandable {
  readonly [field: string]: {
    /** A step of a path: the field itself is always present, the fields below it are not. */
    readonly through?: true
    /** Shown to a restricted key only, and refused to any other. */
    readonly sensitive?: true
    readonly fields?: Expandable
  }
}

/** The requested expansions as a tree of names. */
export interface Expand {
  readonly [field: string]: Expand
}

export const NOTHING: Expand = Object.freeze({})

const MAX_LEVELS = 4

/** Reads the parameter. `readExpand` checks it against the object. */
export const expandParam = list(text())

interface MutableExpand {
  [field: string]: MutableExpand
}

/** Turns `expand[]` into a tree. Refuses paths that are too deep, cannot be expanded, or need a restricted key. */
export function readExpand(
  paths: readonly string[] | undefined,
  expandable: Expandable,
  key: KeyKind,
  within: 'object' | 'list' = 'object',
): Expand {
  if (!paths || paths.length === 0) return NOTHING
  const tree: MutableExpand = Object.create(null)
  for (const [place, path] of paths.entries()) {
    const param = `expand[${place}]`
    const refused = (hint?: string) => REFUSALS.notExpandable(param, path, hint)
    const steps = path.split('.')
    if (steps.length > MAX_LEVELS) throw REFUSALS.expandTooDeep(param, MAX_LEVELS, path)
    if (within === 'list') {
      const [first = ''] = steps
      const known = Object.hasOwn(expandable, first)
      if (first !== 'data')
        throw refused(known ? ` You may want to try expanding 'data.${path}' instead.` : '')
      steps.shift()
    }
    if (steps.length === 0) throw refused()
    let branch = tree
    let known = expandable
    for (const [depth, step] of steps.entries()) {
      const field = Object.hasOwn(known, step) ? known[step] : undefined
      const isLast = depth === steps.length - 1
      if (!field || (isLast && field.through)) throw refused()
      if (field.sensitive && key !== 'restricted') throw REFUSALS.sensitive()
      branch = branch[step] ??= Object.create(null) as MutableExpand
      known = field.fields ?? {}
    }
  }
  return tree
}
