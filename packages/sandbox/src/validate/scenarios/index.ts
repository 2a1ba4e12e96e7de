import type { Scenario } from '../stage.js'
import { endpoints, ephemeralKeys, mostEndpoints, rateLimit } from './around.js'
import { endedRedaction, keptSession, olderResults } from './earlier.js'
import { conflict, idempotency } from './idempotency.js'
import { life, redactOpen } from './life.js'
import { lists } from './lists.js'
import { modal } from './modal.js'
import { credentials, refusals } from './refusals.js'
import { declined, submission } from './submission.js'
import { thinEvents } from './thin.js'
import { retries, rolledSecret, webhooks } from './webhooks.js'

/** In playing order: scenarios that need a person or time come late, those that reach limits last. */
export const SCENARIOS: readonly Scenario[] = [
  refusals,
  credentials,
  life,
  redactOpen,
  lists,
  idempotency,
  conflict,
  endpoints,
  ephemeralKeys,
  webhooks,
  thinEvents,
  rolledSecret,
  submission,
  declined,
  modal,
  keptSession,
  retries,
  olderResults,
  endedRedaction,
  mostEndpoints,
  rateLimit,
]
