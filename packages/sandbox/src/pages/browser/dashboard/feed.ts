import type { Snapshot, View } from '../../snapshot.js'

/** The wait in milliseconds before a retry if the browser has closed the stream for good. */
const AGAIN_MS = 1000

/** The live connection to the sandbox, which is reopened after each break. */
export class Feed {
  #source: EventSource | null = null
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #onSnapshot: (snapshot: Snapshot) => void
  readonly #onConnection: (live: boolean) => void

  constructor(onSnapshot: (snapshot: Snapshot) => void, onConnection: (live: boolean) => void) {
    this.#onSnapshot = onSnapshot
    this.#onConnection = onConnection
  }

  /** Switches to another view. */
  watch(view: View) {
    this.close()
    const query = new URLSearchParams({
      sessions: String(view.sessions),
      events: String(view.events),
      ...(view.selected !== undefined && { selected: view.selected }),
      ...(view.account !== undefined && { account: view.account }),
    })
    const source = new EventSource(`/_dashboard/feed?${query}`)
    source.onopen = () => this.#onConnection(true)
    source.onerror = () => {
      this.#onConnection(false)
      if (source.readyState === EventSource.CLOSED) this.#again = setTimeout(() => this.watch(view), AGAIN_MS)
    }
    source.onmessage = (event: MessageEvent<string>) => this.#onSnapshot(JSON.parse(event.data) as Snapshot)
    this.#source = source
  }

  close() {
    clearTimeout(this.#again)
    this.#source?.close()
    this.#source = null
  }
}
