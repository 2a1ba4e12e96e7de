import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ConsoleError } from './api.js'

export type Load<T> = (signal: AbortSignal) => Promise<T>

/**
 * Keeps what the server says up to date while it is shown: asks at once and then again and again, but never in a hidden
 * tab. A newer question ends an older one, so that a late answer overwrites nothing.
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

  /** Asks something else from now on. Without `everyMs` it is asked once. */
  follow(load: Load<T>, everyMs: number | null): void {
    this.#load = load
    this.#everyMs = everyMs
    this.value = null
    this.error = null
    this.refresh()
  }

  /** Asks again now. */
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
      // Where something is wrong there is no hurry.
      const wait = this.error === null ? this.#everyMs : Math.max(this.#everyMs, 10_000)
      this.#timer = setTimeout(() => this.refresh(), wait)
    }
  }
}
