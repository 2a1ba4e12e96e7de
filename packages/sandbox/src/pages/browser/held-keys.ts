/** How long a key may stay down before nobody waits for it any more, in milliseconds. */
const LONG_MS = 1000

/**
 * Knows which keys are down. A frame that goes away between a key's two events hands the second one, or a repeat of
 * the first, to the page behind it: Enter on `Close` would then press that page's button again.
 */
export class HeldKeys {
  readonly #down = new Set<string>()
  #released: (() => void) | null = null

  constructor(target: Document) {
    target.addEventListener('keydown', ({ code }) => this.#down.add(code), { capture: true })
    target.addEventListener('keyup', ({ code }) => {
      this.#down.delete(code)
      if (this.#down.size === 0) this.#released?.()
    })
  }

  /** Resolves in a later task, once no key is down. */
  async released(): Promise<void> {
    if (this.#down.size > 0) {
      await new Promise<void>((resolve) => {
        this.#released = resolve
        setTimeout(resolve, LONG_MS)
      })
      this.#down.clear()
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}
