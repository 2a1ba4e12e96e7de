import { css, html, LitElement } from 'lit'
import { adoptPageStyles, theme } from './styles.js'
import { defineSheet, type EndEvent, type VerificationSheet } from './verification-sheet.js'

/** The page at a session's `url`: the modal's choices, then the way back to the session's `return_url`. */
class SandboxHosted extends LitElement {
  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        min-height: 100vh;
        align-content: start;
        justify-items: center;
        padding: clamp(0px, (100vw - 520px) * 999, 48px) 0;
      }
      sandbox-verification {
        width: min(100%, 500px);
        border: 1px solid var(--line);
        border-radius: clamp(0px, (100vw - 520px) * 999, 14px);
        overflow: hidden;
      }
    `,
  ]

  override render() {
    return html`<sandbox-verification @end=${this.#end}></sandbox-verification>`
  }

  get #sheet() {
    return this.renderRoot.querySelector<VerificationSheet>('sandbox-verification')!
  }

  override async firstUpdated() {
    const answer = await this.#sheet.open({ url_token: location.pathname.split('/').at(-1) ?? '' })
    if ('error' in answer) this.#refuse(answer.error.message)
    else if (answer.script) this.#sheet.follow(answer.script)
  }

  #end = ({ result, end }: EndEvent) => {
    if (end === 'closed') return this.#leave('Nothing was submitted.')
    if (!('error' in result)) return this.#leave('Your verification was submitted.')
    return end === 'unusable' ? this.#refuse(result.error.message) : this.#leave(result.error.message)
  }

  #refuse(text: string) {
    void this.#sheet.conclude({ heading: 'This link cannot be used', text })
  }

  #leave(heading: string) {
    const target = this.#sheet.session?.return_url
    const isSafe = target && !/^\s*(javascript|data|blob|vbscript):/i.test(target)
    if (isSafe) location.assign(target)
    void this.#sheet.conclude({ heading, text: isSafe ? 'Taking you back …' : 'You may close this page.' })
  }
}
defineSheet()
customElements.define('sandbox-hosted', SandboxHosted)
adoptPageStyles()
