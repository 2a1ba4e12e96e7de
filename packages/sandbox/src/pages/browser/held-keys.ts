/** The longest time, in milliseconds, to wait for a key to be released. */
const LONG_MS = 1000

/**
 * Tracks the keys that are down. If a frame is removed between the two events of a key, the page behind it receives the
 * second event, or a repeat of the first: Enter on `Close` would then press that page's button again.
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

  /** Resolves in a later task, when no key is down. */
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
