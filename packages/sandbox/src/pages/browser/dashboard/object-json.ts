import { css, html, LitElement, type PropertyValues } from 'lit'
import { theme } from '../styles.js'

/** A Stripe object as JSON, loaded when it is first opened. */
export class ObjectJson extends LitElement {
  static override properties = {
    name: { type: String },
    from: { type: String },
    json: { state: true },
  }
  /** The label of the line that opens it. */
  declare name: string
  /** The path of the object. */
  declare from: string
  declare json: string

  constructor() {
    super()
    this.json = ''
  }

  static override styles = [
    theme,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      summary {
        width: fit-content;
        padding: 4px 0;
        color: var(--accent);
        cursor: pointer;
      }
      pre {
        max-height: 24rem;
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('from')) this.json = ''
  }

  override render() {
    return html`<details @toggle=${this.#opened}>
      <summary class="small">${this.name}</summary>
      <pre tabindex="0" class="mono" aria-label=${this.name}>${this.json || 'Loading …'}</pre>
    </details>`
  }

  #opened = async ({ currentTarget }: Event) => {
    if (!(currentTarget as HTMLDetailsElement).open || this.json) return
    this.json = await this.#fetch()
  }

  async #fetch(): Promise<string> {
    try {
      const answer = (await (await fetch(this.from)).json()) as { error?: { message: string } }
      return answer.error?.message ?? JSON.stringify(answer, null, 2)
    } catch {
      return 'The sandbox did not answer. Is it still running?'
    }
  }
}
