import type { LitElement } from 'lit'

/** The styles of what an element shows only after the first sign of intent, or after a failure. */
const LATER = `
  :host(:is([state='requires_input'], [state='error'])) {
    --tone: var(--identity-danger, #dc2626);
  }

  :host([appearance='button']) [part='base'] {
    flex-flow: wrap;
    align-items: center;
  }
  :host([appearance='button']:not([state='idle'])) .said {
    position: static;
    flex: 1 13rem;
    clip-path: none;
  }
  :host([appearance='button']) button {
    order: -1;
  }
  :host([appearance='button']) ::slotted([slot='help']) {
    flex-basis: 100%;
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background 0.15s;
    }
    :host([state='verified']) path {
      stroke-dasharray: 70;
      animation: draw 0.5s ease-out;
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 70;
    }
  }
`

let sheet: CSSStyleSheet | undefined

/** Adds these styles to an element, and to its class for those that follow. */
export function dress(host: HTMLElement): void {
  const root = host.shadowRoot
  // Simulated browsers have no style sheets. A page of another document takes the styles of the class when it adopts.
  if (!root || !('adoptedStyleSheets' in root) || root.ownerDocument !== document) return
  const { elementStyles } = host.constructor as typeof LitElement
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(LATER)
  }
  if (!elementStyles.includes(sheet)) elementStyles.push(sheet)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
}
