import { css, html, LitElement, type PropertyValues } from 'lit'
import { theme } from '../styles.js'

/** A Stripe object as JSON, fetched when it is opened first. */
export class ObjectJson extends LitElement {
  static override properties = {
    name: { type: String },
    from: { type: String },
    item: { type: String },
    json: { state: true },
  }
  /** What it is, for the line that opens it. */
  declare name: string
  /** The path that answers with the object, or with a list that holds it. */
  declare from: string
  /** The id of the object in a list; '' where the answer is the object. */
  declare item: string
  declare json: string

  constructor() {
    super()
    this.item = ''
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
        margin: 4px 0 8px;
        padding: 12px;
        overflow: auto;
        background: var(--raised);
        border-radius: 8px;
        font-size: var(--small);
        line-height: 1.5;
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('from') || changed.has('item')) this.json = ''
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
      const answer = (await (await fetch(this.from)).json()) as { data?: { id: string }[]; error?: unknown }
      const found = this.item ? answer.data?.find(({ id }) => id === this.item) : answer
      return found ? JSON.stringify(found, null, 2) : `There is no ${this.item}. Was the sandbox reset?`
    } catch {
      return 'The sandbox did not answer. Is it still running?'
    }
  }
}
