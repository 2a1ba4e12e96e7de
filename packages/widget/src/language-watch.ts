import type { ReactiveControllerHost } from 'lit'

/** Updates the element when the language around it may have changed. */
export function watchLanguage(host: ReactiveControllerHost & HTMLElement): void {
  let observer: MutationObserver

  host.addController({
    hostConnected() {
      observer = new MutationObserver(() => host.requestUpdate())
      // An observer does not see into shadow trees, so each surrounding tree is observed separately.
      for (let node: Node | undefined = host; node; ) {
        const root: Node = node.getRootNode()
        observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] })
        node = (root as Partial<ShadowRoot>).host
      }
    },
    hostDisconnected: () => observer.disconnect(),
  })
}
