/** Hears what happens inside, for metrics. Nothing it is told names a person, and what it throws is not caught. */
export interface Observer {
  /** A delivery: `applied`, `duplicate`, … or the code of the error it was refused with. */
  webhook(outcome: string): void
  /** A call of Stripe with all its tries: `ok` or the kind of its failure. */
  stripeCall(outcome: string, seconds: number): void
  /** Stripe refused a call: its own `code`, or its `type` where it gave none. */
  stripeRefusal(code: string): void
  /** A status change for one sink: `told`, `failed` or `set_aside`. */
  effect(outcome: string): void
  /** A round of the reconciler: `ok`, `failed` or `idle` where another instance does it. */
  round(outcome: string): void
}

export const SILENT: Observer = {
  webhook: () => {},
  stripeCall: () => {},
  stripeRefusal: () => {},
  effect: () => {},
  round: () => {},
}
