import type { Scenario } from '../stage.js'
import { endpoints, ephemeralKeys, mostEndpoints, rateLimit } from './around.js'
import { conflict, idempotency } from './idempotency.js'
import { life, redactOpen } from './life.js'
import { lists } from './lists.js'
import { modal } from './modal.js'
import { credentials, refusals } from './refusals.js'
import { declined, submission } from './submission.js'

/** In the order in which they are played: the ones that need a person come last, the burst at the very end. */
export const SCENARIOS: readonly Scenario[] = [
  refusals,
  credentials,
  life,
  redactOpen,
  lists,
  idempotency,
  conflict,
  endpoints,
  mostEndpoints,
  ephemeralKeys,
  submission,
  declined,
  modal,
  rateLimit,
]
