/** The API call that made something happen; both are null where no call did. */
export interface Cause {
  readonly id: string | null
  readonly idempotency_key: string | null
}

export const NO_CALL: Cause = { id: null, idempotency_key: null }
