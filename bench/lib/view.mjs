import { sessionOf } from './rows.mjs'

/** The response of a bare route: the same JSON of a session as ours. */
export const VIEW = {
  id: sessionOf(1),
  status: 'requires_input',
  last_error: null,
  redaction: null,
  type: 'document',
  livemode: false,
  attempts: 0,
  attempts_left: 5,
  version: 1,
  created: 1_700_000_000,
  updated: 1_700_000_000,
}
