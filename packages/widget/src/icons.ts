import { type SVGTemplateResult, svg } from 'lit'
import type { VerificationState } from './flow.js'

// Drawn on a grid of 24, two wide, with round ends; the colour is that of the text around it.

const DOCUMENT = svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><circle cx="8.5" cy="11" r="2"/><path d="M5.6 16c.4-1.6 1.5-2.4 2.9-2.4s2.5.8 2.9 2.4M14.5 10H18M14.5 14H18"/>`
const SPINNER = svg`<circle cx="12" cy="12" r="9" opacity=".25"/><path class="turn" d="M12 3a9 9 0 0 1 9 9"/>`
const WINDOW = svg`<path d="M10 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-4M14 4h6v6M20 4l-9 9"/>`
const CHECK = svg`<circle cx="12" cy="12" r="9"/><path class="draw" pathLength="1" d="m8 12.4 2.8 2.8L16 9.6"/>`
const ALERT = svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.2M12 16.4v.01"/>`
const LOCK = svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.6v1.6"/>`
const CLOCK = svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.2V12l3.2 2"/>`

/** The sign of each state. */
export const ICONS: Record<VerificationState, SVGTemplateResult> = {
  idle: DOCUMENT,
  starting: SPINNER,
  open: WINDOW,
  processing: SPINNER,
  verified: CHECK,
  requires_input: ALERT,
  canceled: CLOCK,
  redacted: LOCK,
  error: ALERT,
}
