import type { VerificationState } from './flow.js'
import { CARD, CHECK, CIRCLE, SPINNER } from './icons.js'

const ALERT = `${CIRCLE}M12 7.5v5.2M12 16.4v.01`

/** The icon of each state. */
export const ICONS: Record<VerificationState, string> = {
  idle: CARD,
  starting: SPINNER,
  open: 'M10 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-4M14 4h6v6M20 4l-9 9',
  processing: SPINNER,
  verified: CHECK,
  requires_input: ALERT,
  error: ALERT,
  canceled: `${CIRCLE}M12 7.2V12l3.2 2`,
  redacted:
    'M7 10.5h10a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5.5a2 2 0 0 1 2-2M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.6v1.6',
}
