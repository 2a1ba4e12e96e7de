import { css, html, LitElement } from 'lit'
import { HeldKeys } from './held-keys.js'
import type { HostMessage, ModalMessage, OpenMessage, VerifyResult } from './protocol.js'
import { adoptPageStyles, theme } from './styles.js'
import { defineSheet, type EndEvent, type VerificationSheet } from './verification-sheet.js'

/** The page inside the iframe that `verifyIdentity` opens. It keeps the client secret only in memory. */
class SandboxModal extends LitElement {
  #port: MessagePort | null = null
  readonly #keys = new HeldKeys(document)

  static override styles = [
    theme,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--card);
      }
      /* Forced colours remove the backdrop and the shadow around the frame. */
      @media (forced-colors: active) {
        :host {
          outline: 2px solid;
          outline-offset: -2px;
          border-radius: 14px;
        }
      }
      p {
        padding: 24px;
      }
    `,
  ]

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('message', this.#open)
    document.addEventListener('keydown', this.#escape)
  }

  override render() {
    if (window.parent === window)
      return html`<main><p>This page is shown by the sandbox's Stripe.js, inside its modal. There is nothing to do here.</p></main>`
    return html`<sandbox-verification @end=${({ result }: EndEvent) => this.#finish(result)}></sandbox-verification>`
  }

  get #sheet() {
    return this.renderRoot.querySelector<VerificationSheet>('sandbox-verification')!
  }

  /** Accepts messages only from the page that contains the iframe. Each message starts over. */
  #open = async (event: MessageEvent<OpenMessage>) => {
    const port = event.ports[0]
    if (event.source !== window.parent || event.data?.kind !== 'stripe-identity-sandbox:open' || !port) return
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<HostMessage>) => {
      if (data.kind === 'focus') this.#sheet.takeFocus(data.at)
      else this.#sheet.close()
    }
    const { clientSecret, publishableKey } = event.data
    await this.updateComplete
    const answer = await this.#sheet.open({ client_secret: clientSecret, publishable_key: publishableKey })
    if ('error' in answer) return this.#finish(answer)
    this.#tell({ kind: 'opened' })
    if (answer.script) this.#sheet.follow(answer.script)
  }

  #escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#sheet.close()
  }

  async #finish(result: VerifyResult) {
    await this.#keys.released()
    this.#tell({ kind: 'result', result })
  }

  #tell(message: ModalMessage) {
    this.#port?.postMessage(message)
  }
}
defineSheet()
customElements.define('sandbox-modal', SandboxModal)
adoptPageStyles()
