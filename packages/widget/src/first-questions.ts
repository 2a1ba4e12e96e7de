import type { ApiOptions, Asked } from './api.js'
import type { Participant } from './core.js'
import type { VerificationError } from './errors.js'
import type { Outcome, Snapshot, Verification, VerificationOptions } from './verification.js'

/** What a first question leaves to the stores that go on with it. */
export interface Beginning extends ApiOptions {
  readonly snapshot: Snapshot
  /** When the server answered, as `Date.now()`; 0 where it has to be asked again. */
  readonly answeredAt: number
  /** The request, where its answer is still to be read. */
  readonly asked: Asked | undefined
}

/** Makes a store, which goes on with a beginning where there is one; for a newcomer the next answer is the first. */
export type StoreMaker = (
  options: VerificationOptions,
  beginning?: Beginning,
  isNewcomer?: boolean,
) => Verification

/** One element that waits for the answer to a first question. */
export interface Asker extends Participant {
  /** From now on a store does its work. */
  handOver(make: StoreMaker, beginning: Beginning, isNewcomer: boolean): void
  /** Called after `handOver`, where the element was started before. */
  start(): Promise<{ outcome: Outcome }>
}

/** The question what one server knows of the user, shared by all elements that ask it. */
export interface FirstQuestion extends ApiOptions {
  getState(): Snapshot
  join(asker: Asker): void
  leave(asker: Asker): void
  start(asker: Asker): Promise<{ outcome: Outcome }>
  /** The store could not be loaded: that is shown where nothing else is known. */
  doubt(error: VerificationError, asker: Asker): void
  stop(): void
  reset(): void
  /** Leaves everything to stores that this makes. */
  handOver(make: StoreMaker): void
}

/** The questions of this page that elements take part in, and no store goes on with. */
export const firstQuestions = new Set<FirstQuestion>()

/** The one that is on for these options. An endpoint that is written in another way has a question of its own. */
export function questionFor(options: ApiOptions): FirstQuestion | undefined {
  return [...firstQuestions].find((question) => isSameQuestion(question, options))
}

export function isSameQuestion(one: ApiOptions, other: ApiOptions): boolean {
  return one.fetch === other.fetch && one.endpoint === other.endpoint
}

let makeStore: StoreMaker | undefined

/** Makes a store; undefined until there is one on this page. */
export const storeMaker = () => makeStore

/**
 * Hands every first question over. From the first store on, all elements of a page have one: stores share what they know,
 * and so a page never shows two truths.
 */
export function takeOver(make: StoreMaker): void {
  makeStore = make
  for (const question of [...firstQuestions]) question.handOver(make)
}
