/**
 * Receives internal events for metrics. No argument identifies a person. Exceptions thrown by an observer are not
 * caught.
 */
export interface Observer {
  /** A webhook delivery: `applied`, `duplicate`, … or the code of the error it was refused with. */
  webhook(outcome: string): void
  /** A call to Stripe including its retries: `ok` or the kind of its failure. */
  stripeCall(outcome: string, seconds: number): void
  /** A call that Stripe refused: its `code`, or its `type` if there is no code. */
  stripeRefusal(code: string): void
  /** The delivery of a status change to one sink: `told`, `failed` or `set_aside`. */
  effect(outcome: string): void
  /** A round of the reconciler: `ok`, `failed`, or `idle` if another instance runs it. */
  round(outcome: string): void
}

export const SILENT: Observer = {
  webhook: () => {},
  stripeCall: () => {},
  stripeRefusal: () => {},
  effect: () => {},
  round: () => {},
}
