import { type SVGTemplateResult, svg } from 'lit'
import type { VerificationState } from './flow.js'

// Drawn on a 24 px grid with round ends, in the colour of the surrounding text.

const SPINNER = svg`<circle cx="12" cy="12" r="9" opacity=".25"/><path class="turn" d="M12 3a9 9 0 0 1 9 9"/>`

/** The icons of states without a failure. The other icons are in later-icons.ts. */
export const ICONS: Partial<Record<VerificationState, SVGTemplateResult>> = {
  idle: svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><circle cx="8.5" cy="11" r="2"/><path d="M5.6 16c.4-1.6 1.5-2.4 2.9-2.4s2.5.8 2.9 2.4M14.5 10H18M14.5 14H18"/>`,
  starting: SPINNER,
  processing: SPINNER,
  verified: svg`<circle cx="12" cy="12" r="9"/><path class="draw" pathLength="1" d="m8 12.4 2.8 2.8L16 9.6"/>`,
}
