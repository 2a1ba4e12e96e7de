import type { ReactiveControllerHost } from 'lit'

/**
 * Lets any button of the page start the element: `<button commandfor="idv" command="--start">` in browsers with
 * commands, `<button data-identity-start="idv">` in all browsers.
 */
export function startButtonsFor(host: ReactiveControllerHost & HTMLElement, start: () => void): void {
  let connected: AbortController

  function click(event: Event): void {
    const [target] = event.composedPath() as (Element | undefined)[]
    const button = target?.closest?.<HTMLElement>('[data-identity-start]')
    if (event.defaultPrevented || !host.id || button?.dataset.identityStart !== host.id) return
    // In a form, such a button would submit it.
    event.preventDefault()
    start()
  }

  host.addController({
    hostConnected() {
      connected = new AbortController()
      host.ownerDocument.addEventListener('click', click, connected)
    },
    hostDisconnected: () => connected.abort(),
  })
  host.addEventListener('command', (event) => {
    if ((event as Event & { command?: string }).command === '--start') start()
  })
}
