import { html, type SVGTemplateResult, svg } from 'lit'

// Drawn on a grid of 24 with round ends, as the element's own; the colour is that of the text around it.

const CIRCLE = svg`<circle cx="12" cy="12" r="9"/>`

const ICONS = {
  document: svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><circle cx="8.5" cy="11" r="2"/><path d="M5.6 16c.4-1.6 1.5-2.4 2.9-2.4s2.5.8 2.9 2.4M14.5 10H18M14.5 14H18"/>`,
  check: svg`${CIRCLE}<path d="m8 12.4 2.8 2.8L16 9.6"/>`,
  alert: svg`${CIRCLE}<path d="M12 7.5v5.2M12 16.4v.01"/>`,
  refuse: svg`${CIRCLE}<path d="M8 12h8"/>`,
  close: svg`<path d="m6.5 6.5 11 11m0-11-11 11"/>`,
} satisfies Record<string, SVGTemplateResult>

export function icon(name: keyof typeof ICONS) {
  return html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${ICONS[name]}
  </svg>`
}
