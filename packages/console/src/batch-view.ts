import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import { type BatchView as Batch, OPERATOR_ROUTES } from 'stripe-identity-contract'
import { ACTS } from './acts.js'
import type { Api } from './api.js'
import { Live } from './live.js'
import { outcomeOf } from './outcome.js'
import { outcomes } from './outcomes.js'
import { problem } from './problem.js'
import { type BatchRoute, EVERYTHING, hashOf } from './route.js'
import { base } from './styles/base.js'
import { controls } from './styles/controls.js'
import { dialog } from './styles/dialog.js'
import { person } from './styles/person.js'
import { signs } from './styles/signs.js'

const EVERY_MS = 1_000

/** An act on several sessions. The server does it, and this page looks on: it can be closed, sent and opened again. */
export class BatchView extends LitElement {
  static override styles = [base, controls, signs, person, dialog]
  static override properties: PropertyDeclarations = {
    api: { attribute: false },
    route: { attribute: false },
  }

  declare api: Api
  declare route: BatchRoute

  #batch = new Live<Batch>(this)

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('route') && !changed.has('api')) return
    const { api, route } = this
    this.#batch.follow((signal) => api.get(OPERATOR_ROUTES.batch(route.id), signal), EVERY_MS)
  }

  override render() {
    const { value: batch, error } = this.#batch
    return html`
      <p class="back"><a href=${hashOf(EVERYTHING)}>Search</a></p>
      <h1>${batch === null ? 'Several at once' : `${ACTS[batch.act].label}: ${batch.rows.length} sessions`}</h1>
      ${error === null ? nothing : problem(error, () => this.#batch.refresh())}
      ${
        batch === null
          ? nothing
          : html`<p class="quietly">Begun by ${batch.operator}. The server goes on with it when this page is closed.</p>
              ${outcomes(batch.rows.map((row) => outcomeOf(batch.act, row)))}`
      }
    `
  }
}
