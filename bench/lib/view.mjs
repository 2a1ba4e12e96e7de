import { sessionOf } from './rows.mjs'

/** What a bare route answers: the JSON of a session, as ours. */
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
