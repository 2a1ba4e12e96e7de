import type { ReactiveControllerHost } from 'lit'

/** Watches for changes of the language around an element: a changed `lang`, or a move of the element. */
export function watchLanguage(host: ReactiveControllerHost & HTMLElement, changed: () => void): void {
  let observer: MutationObserver

  host.addController({
    hostConnected() {
      observer = new MutationObserver(changed)
      // An observer does not see into shadow trees, so each surrounding tree is observed separately.
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
