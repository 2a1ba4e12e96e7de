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
    const steps = path.split('.')
    if (steps.length > MAX_LEVELS) throw REFUSALS.expandTooDeep(param, MAX_LEVELS, path)
    if (within === 'list' && steps.shift() !== 'data') {
      const known = Object.hasOwn(expandable, path.split('.')[0]!)
      throw REFUSALS.notExpandable(
        param,
        path,
        known ? ` You may want to try expanding 'data.${path}' instead.` : '',
      )
    }
    grow(tree, steps, expandable, path, param, key)
  }
  return tree
}

interface MutableExpand {
  [field: string]: MutableExpand
}

function grow(
  tree: MutableExpand,
  steps: readonly string[],
  expandable: Expandable,
  path: string,
  param: string,
  key: KeyKind,
): void {
  let branch = tree
  let known: Expandable = expandable
  for (const [place, step] of steps.entries()) {
    const field = Object.hasOwn(known, step) ? known[step] : undefined
    const last = place === steps.length - 1
    if (!field || (last && field.through)) throw REFUSALS.notExpandable(param, path)
    if (field.sensitive && key !== 'restricted') throw REFUSALS.sensitive()
    branch[step] ??= Object.create(null) as MutableExpand
    branch = branch[step]!
    known = field.fields ?? {}
  }
  if (steps.length === 0) throw REFUSALS.notExpandable(param, path)
}
