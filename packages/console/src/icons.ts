import { html, svg, type TemplateResult } from 'lit'

// Drawn on a 24 px grid with 2 px round strokes, like the icons of `<identity-verification>`.
const ICONS = {
  document: svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><circle cx="8.5" cy="11" r="2"/><path d="M5.6 16c.4-1.6 1.5-2.4 2.9-2.4s2.5.8 2.9 2.4M14.5 10H18M14.5 14H18"/>`,
  spinner: svg`<circle cx="12" cy="12" r="9" opacity=".25"/><path class="turn" d="M12 3a9 9 0 0 1 9 9"/>`,
  check: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.4 2.8 2.8L16 9.6"/>`,
  alert: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.2M12 16.4v.01"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.6v1.6"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.2V12l3.2 2"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  out: svg`<path d="M10 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-4M14 4h6v6M20 4l-9 9"/>`,
  send: svg`<path d="M4 12h13M12 6l6 6-6 6"/>`,
  flag: svg`<path d="M6 21V4M6 5h11l-2.5 4L17 13H6"/>`,
}

export type Icon = keyof typeof ICONS

/** An icon beside text with the same meaning. */
export function icon(name: Icon): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
    ${ICONS[name]}
  </svg>`
}
