import { css, html } from 'lit'
import type { Address } from '../../../accounts.js'
import type { JournalEntry } from '../../../world/journal.js'
import { List } from './list.js'
import { readableTime } from './time.js'

/** The API calls, each with its parameters and as a curl command. */
export class RequestList extends List<JournalEntry> {
  static override properties = {
    account: { attribute: false },
    selected: { attribute: false },
    copied: { state: true },
  }
  /** The account of the calls. */
  declare account: Address
  /** The id of the expanded request, as linked by an error's `request_log_url`. */
  declare selected: string | null
  declare copied: string

  constructor() {
    super()
    this.copied = ''
  }

  static override styles = [
    ...List.styles,
    css`
      li {
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      summary {
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      .bad {
        font-weight: 600;
      }
    `,
  ]

  override render() {
    return html`${super.render()}<div role="status" class="small soft">${this.copied}</div>`
  }

  protected override keyOf({ request_id }: JournalEntry) {
    return request_id
  }

  protected override row(row: JournalEntry) {
    const failed = row.status === null || row.status >= 400
    return html`<li>
      <details ?open=${row.request_id === this.selected}>
        <summary>
          <span class=${failed ? 'bad' : ''}>${row.status ?? 'no answer'}</span> ${row.method}
          <span class="mono">${row.path}</span>
          <span class="small soft">${readableTime(row.at / 1000, this.now)}</span>
        </summary>
        <p class="small soft">
          <span class="mono">${row.request_id}</span> ${row.duration_ms === null ? '' : `${row.duration_ms} ms`}
          ${row.idempotency_key === null ? '' : html`<br />Idempotency-Key <span class="mono">${row.idempotency_key}</span>`}
        </p>
        <pre tabindex="0">${JSON.stringify(row.params, null, 2)}</pre>
        <button type="button" @click=${() => this.#copy(row)}>Copy as curl</button>
      </details>
    </li>`
  }

  async #copy(row: JournalEntry) {
    const command = curlOf(row, location.origin, this.account)
    try {
      await navigator.clipboard.writeText(command)
      this.copied = 'Copied.'
    } catch {
      this.copied = command
    }
  }
}

/** The call as a curl command, with another key of the same account. */
function curlOf({ method, path, params }: JournalEntry, origin: string, { key, connected }: Address): string {
  const fields = flat(params ?? {}).map(([name, value]) => quoted(`${name}=${value}`))
  const query = method === 'GET' && fields.length > 0
  return [
    'curl',
    ...(query ? ['-G'] : method === 'GET' || (method === 'POST' && fields.length > 0) ? [] : ['-X', method]),
    quoted(origin + path),
    `-u ${key}:`,
    ...(connected === null ? [] : [`-H ${quoted(`Stripe-Account: ${connected}`)}`]),
    ...fields.map((field) => `--data-urlencode ${field}`),
  ].join(' ')
}

/** Flattens nested parameters to names with brackets, as the API takes them. */
function flat(value: unknown, name = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return value == null ? [] : [[name, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, name ? `${name}[${key}]` : key))
}

/** Quotes text for a shell: between single quotes no character has a special meaning. */
function quoted(text: string): string {
  return /^[\w:/.=@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
