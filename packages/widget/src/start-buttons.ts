import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Lets any button of the page start the element: `<button commandfor="idv" command="--start">` in browsers that know
 * commands, `<button data-identity-start="idv">` in all of them.
 */
export class StartButtons implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #start: () => void
  #connected: AbortController | null = null

  constructor(host: ReactiveControllerHost & HTMLElement, start: () => void) {
    this.#host = host
    this.#start = start
    host.addController(this)
  }

  hostConnected(): void {
    this.#connected = new AbortController()
    const { signal } = this.#connected
    this.#host.addEventListener('command', (event) => this.#command(event), { signal })
    this.#host.ownerDocument.addEventListener('click', (event) => this.#click(event), { signal })
  }

  hostDisconnected(): void {
    this.#connected?.abort()
  }

  #command(event: Event): void {
    if ((event as Event & { command?: string }).command === '--start') this.#start()
  }

  #click(event: Event): void {
    const [target] = event.composedPath() as (Element | undefined)[]
    const button = target?.closest?.<HTMLElement>('[data-identity-start]')
    if (event.defaultPrevented || !this.#host.id || button?.dataset.identityStart !== this.#host.id) return
    // In a form such a button would send it.
    event.preventDefault()
    this.#start()
  }
}
