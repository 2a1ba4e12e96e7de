import type { Account } from '../state/account.js'
import type { Flow } from '../state/flow.js'
import type { Webhooks } from '../webhooks.js'

/** What the pages read and move. */
export interface Inside {
  readonly account: Account
  readonly flow: Flow
  readonly webhooks: Webhooks
}
