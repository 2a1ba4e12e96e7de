import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { SessionView } from 'stripe-identity-contract'
import type { VerificationState } from './flow.js'
import type { Language, Messages } from './messages.js'
import type { Snapshot } from './verification.js'
import type { Said } from './words.js'

/** The element as seen by its speech. */
export interface Speaker extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment
  readonly locale: string | undefined
  readonly messages: Messages | undefined
  readonly state: VerificationState
  readonly session: SessionView | null
}

/** The texts of an element. Each update of the element determines the requested language again. */
export interface Speech extends ReactiveController {
  /** The language in use; null while it is loading. */
  readonly language: Language | null
  /** False if English replaces a language without texts. */
  readonly isNative: boolean
  /** Loads the texts for failures and for the steps after the first sign of intent. */
  prepare(): void
  /** Everything shown in a state; null until all of it is loaded, so that nothing has to be taken back. */
  say(snapshot: Snapshot): Said | null
}
