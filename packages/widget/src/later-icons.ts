import type { VerificationState } from './flow.js'

const CIRCLE = 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18'
const ALERT = `${CIRCLE}M12 7.5v5.2M12 16.4v.01`

/** The icons of states after the first sign of intent, as path data. */
export const LATER_ICONS: Partial<Record<VerificationState, string>> = {
  open: 'M10 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-4M14 4h6v6M20 4l-9 9',
  requires_input: ALERT,
  error: ALERT,
  canceled: `${CIRCLE}M12 7.2V12l3.2 2`,
  redacted:
    'M7 10.5h10a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5.5a2 2 0 0 1 2-2M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.6v1.6',
}
