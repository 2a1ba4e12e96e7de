/** Stands in for `internals.ts` in the single file for a script tag, which runs in browsers only. */
export function internalsOf(element: HTMLElement): ElementInternals {
  return element.attachInternals()
}
