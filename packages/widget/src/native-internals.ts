/** Replaces `internals.ts` in the single file for a script tag, which runs only in browsers. */
export function internalsOf(element: HTMLElement): ElementInternals {
  return element.attachInternals()
}
