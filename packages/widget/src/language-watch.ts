import type { ReactiveControllerHost } from 'lit'

/** Notices when the language around an element changes: a `lang` is written, or the element stands somewhere else. */
export function watchLanguage(host: ReactiveControllerHost & HTMLElement, changed: () => void): void {
  let observer: MutationObserver

  host.addController({
    hostConnected() {
      observer = new MutationObserver(changed)
      // An observer does not look into shadow trees, so each tree around the element is observed by itself.
      for (let node: Node | undefined = host; node; ) {
        const root: Node = node.getRootNode()
        observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] })
        node = (root as Partial<ShadowRoot>).host
      }
      changed()
    },
    hostDisconnected: () => observer.disconnect(),
  })
}
