import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ConsoleError } from './api.js'

export type Load<T> = (signal: AbortSignal) => Promise<T>

/**
 * Keeps data from the server up to date while it is displayed: loads at once and then at intervals, but never in a
 * hidden tab. A newer request ends an older one, so that a late answer cannot overwrite a newer one.
 */
export class Live<T> implements ReactiveController {
  value: T | null = null
  error: ConsoleError | null = null
  loading = false

  readonly #host: ReactiveControllerHost
  #load: Load<T> | null = null
  #everyMs: number | null = null
  #run = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** Loads from another source from now on; without `everyMs` only once. */
  follow(load: Load<T>, everyMs: number | null): void {
    this.#load = load
    this.#everyMs = everyMs
    this.value = null
    this.error = null
    this.refresh()
  }

  /** Loads again now. */
  refresh(): void {
    this.#end()
    if (this.#load === null || document.hidden) return
    this.#run = new AbortController()
    void this.#ask(this.#load, this.#run.signal)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility)
    this.refresh()
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility)
    this.#end()
  }

  #onVisibility = () => (document.hidden ? this.#end() : this.refresh())

  #end(): void {
    clearTimeout(this.#timer)
    this.#run.abort()
    this.loading = false
  }

  async #ask(load: Load<T>, signal: AbortSignal): Promise<void> {
    this.loading = true
    if (this.value === null) this.#host.requestUpdate()
    try {
      const value = await load(signal)
      if (signal.aborted) return
      this.value = value
      this.error = null
    } catch (error) {
      if (signal.aborted) return
      this.error = error instanceof ConsoleError ? error : new ConsoleError('bad_response', String(error))
    }
    this.loading = false
    this.#host.requestUpdate()
    if (this.#everyMs !== null) {
      // After an error the interval is longer.
      const wait = this.error === null ? this.#everyMs : Math.max(this.#everyMs, 10_000)
      this.#timer = setTimeout(() => this.refresh(), wait)
    }
  }
}
