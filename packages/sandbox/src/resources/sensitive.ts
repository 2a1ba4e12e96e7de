import type { Report } from '../report.js'
import type { Account } from '../state/account.js'
import type { FileRecord } from '../state/records.js'
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
  if (!report || isRecent(account, report)) return
  const asked =
    SENSITIVE_OUTPUTS.some((field) => outputs[field]) || reportExpand.document || reportExpand.id_number
  if (asked) throw tooOld()
}

/** The same holds for the images of a document or a face. */
export function requireRecentImage(account: Account, file: FileRecord): void {
  if (!isRecent(account, file)) throw tooOld()
}

function isRecent(account: Account, { created }: { readonly created: number }): boolean {
  return account.clock.seconds() - created <= RECENT_SECONDS
}

function tooOld(): StripeError {
  return new StripeError(
    403,
    'This key may access the sensitive results of verifications that were processed in the last 48 hours only. Learn more here: https://stripe.com/docs/identity/access-verification-results.',
  )
}
