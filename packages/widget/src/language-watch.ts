import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Notices when the language around an element changes: a `lang` is written, or the element stands somewhere else. */
export class LanguageWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #changed: () => void
  #observer: MutationObserver | null = null

  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host
    this.#changed = changed
    host.addController(this)
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#changed())
    // An observer does not look into shadow trees, so each tree around the element is observed by itself.
    let node: Node | undefined = this.#host
    while (node) {
      const root: Node = node.getRootNode()
      this.#observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] })
      node = (root as Partial<ShadowRoot>).host
    }
    this.#changed()
  }

  hostDisconnected(): void {
    this.#observer?.disconnect()
  }
}
