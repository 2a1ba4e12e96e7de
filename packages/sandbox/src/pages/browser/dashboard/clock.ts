import { css, html, LitElement } from 'lit'
import { theme } from '../styles.js'
import { ActEvent } from './act.js'
import { readableDuration } from './time.js'

const STEPS: [string, number][] = [
  ['1 minute', 60_000],
  ['5 minutes', 300_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
  ['2 days', 172_800_000],
  ['4 days', 345_600_000],
]

/** The sandbox's clock with controls to advance and stop it. Fires `act`. */
export class SandboxClock extends LitElement {
  static override properties = { offset: { type: Number }, skew: { type: Number }, still: { type: Number } }
  /** The lead of the sandbox's clock over real time, and over this browser's clock. */
  declare offset: number
  declare skew: number
  /** The time of a frozen clock in milliseconds; null while it runs. */
  declare still: number | null
  #tick: ReturnType<typeof setInterval> | undefined

  static override styles = [
    theme,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: center;
        flex-wrap: wrap;
      }
      button,
      select {
        min-height: 40px;
        padding: 6px 12px;
      }
    `,
  ]

  override connectedCallback() {
    super.connectedCallback()
    this.#tick = setInterval(() => this.requestUpdate(), 1000)
  }

  override disconnectedCallback() {
    clearInterval(this.#tick)
    super.disconnectedCallback()
  }

  override render() {
    const { still } = this
    const now = new Date(still ?? Date.now() + this.skew)
    return html`
      <span class="time">
        <span class="soft">Clock</span>
        ${now.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })}
        ${still === null ? this.#offset() : html`<span class="soft">(frozen)</span>`}
      </span>
      <button type="button" @click=${() => this.dispatchEvent(new ActEvent('clock', { freeze: still === null }))}>
        ${still === null ? 'Freeze clock' : 'Let clock run'}
      </button>
      <form @submit=${this.#advance}>
        <select aria-label="Time to advance">
          ${STEPS.map(([name, ms]) => html`<option value=${ms}>${name}</option>`)}
        </select>
        <button>Advance clock</button>
      </form>
    `
  }

  #offset() {
    if (Math.abs(this.offset) < 1000) return ''
    const way = this.offset > 0 ? 'ahead' : 'behind'
    return html`<span class="soft">(${readableDuration(Math.abs(this.offset))} ${way})</span>`
  }

  #advance(event: Event) {
    event.preventDefault()
    const advance_ms = Number(this.renderRoot.querySelector('select')?.value)
    this.dispatchEvent(new ActEvent('clock', { advance_ms }))
  }
}
