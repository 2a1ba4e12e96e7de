import type { Report } from '../report.js'
import type { Account } from '../state/account.js'
import { StripeError } from '../wire/errors.js'
import { type Expand, NOTHING } from '../wire/expand.js'

const RECENT_SECONDS = 48 * 3600

const SENSITIVE_OUTPUTS = ['dob', 'id_number', 'sex', 'unparsed_sex', 'unparsed_place_of_birth']

/** A restricted key sees sensitive results of the last 48 hours only; the whole call fails on an older one. */
export function requireRecent(
  account: Account,
  report: Report | undefined,
  outputs: Expand = NOTHING,
  reportExpand: Expand = NOTHING,
): void {
  if (!report || account.clock.seconds() - report.created <= RECENT_SECONDS) return
  const asked =
    SENSITIVE_OUTPUTS.some((field) => outputs[field]) || reportExpand.document || reportExpand.id_number
  if (!asked) return
  throw new StripeError(
    403,
    'This key may access the sensitive results of verifications that were processed in the last 48 hours only. Learn more here: https://stripe.com/docs/identity/access-verification-results.',
  )
}
