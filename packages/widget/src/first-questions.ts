import type { ApiOptions, Asked } from './api.js'
import type { Participant } from './core.js'
import type { VerificationError } from './errors.js'
import type { Outcome, Snapshot, Verification, VerificationOptions } from './verification.js'

/** The state that a first question leaves to the stores that follow. */
export interface Beginning extends ApiOptions {
  readonly snapshot: Snapshot
  /** The time of the answer, as `Date.now()`; 0 if the session has to be loaded again. */
  readonly answeredAt: number
  /** The request, if its answer has not been read yet. */
  readonly asked: Asked | undefined
}

/** Creates a store that continues a beginning, if there is one. For a newcomer the next answer is the first. */
export type StoreMaker = (
  options: VerificationOptions,
  beginning?: Beginning,
  isNewcomer?: boolean,
) => Verification

/** An element that waits for the answer to a first question. */
export interface Asker extends Participant {
  /** Passes the work to a store. */
  handOver(make: StoreMaker, beginning: Beginning, isNewcomer: boolean): void
  /** Called after `handOver` if the element was started before. */
  start(): Promise<{ outcome: Outcome }>
}

/** The request for the user's session at one server, shared by all elements that need it. */
export interface FirstQuestion extends ApiOptions {
  getState(): Snapshot
  join(asker: Asker): void
  leave(asker: Asker): void
  start(asker: Asker): Promise<{ outcome: Outcome }>
  /** Reports that the store could not be loaded. Shown if nothing else is known. */
  doubt(error: VerificationError, asker: Asker): void
  stop(): void
  reset(): void
  /** Passes everything to stores created by `make`. */
  handOver(make: StoreMaker): void
}

/** The first questions of this page that have elements and no store yet. */
export const firstQuestions = new Set<FirstQuestion>()

/** The question for these options. An endpoint that is spelled differently has its own question. */
export function questionFor(options: ApiOptions): FirstQuestion | undefined {
  return [...firstQuestions].find((question) => isSameQuestion(question, options))
}

export function isSameQuestion(one: ApiOptions, other: ApiOptions): boolean {
  return one.fetch === other.fetch && one.endpoint === other.endpoint
}

let makeStore: StoreMaker | undefined

/** Returns the store maker; undefined until a store is loaded. */
export const storeMaker = () => makeStore

/**
 * Hands over all first questions. Once a page has a store, all its elements have one: stores share their state, so a
 * page never shows two different states.
 */
export function takeOver(make: StoreMaker): void {
  makeStore = make
  for (const question of [...firstQuestions]) question.handOver(make)
}
