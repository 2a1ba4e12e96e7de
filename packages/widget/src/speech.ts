import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { SessionView } from 'stripe-identity-contract'
import type { VerificationState } from './flow.js'
import type { Language, Messages } from './messages.js'
import type { Explanation } from './simple.js'
import type { Snapshot } from './verification.js'
import type { Found, Said, Words } from './words.js'

/** The element as seen by its speech. */
export interface Speaker extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment
  readonly locale: string | undefined
  readonly messages: Messages | undefined
  readonly state: VerificationState
  readonly session: SessionView | null
}

/** The texts of an element. A text that is not loaded yet is undefined, so that nothing has to be taken back. */
export interface Speech extends ReactiveController {
  /** The language in use; null while it is loading. */
  readonly language: Language | null
  /** False if English replaces a language without texts. */
  readonly isNative: boolean
  /** Determines the requested language again. */
  follow(): void
  /** Loads the texts for failures and for the steps after the first sign of intent. */
  prepare(): void
  /** The explanation of a state, as far as it is known. */
  explain(snapshot: Snapshot): Explanation
  /** The icon of a state as path data, if it is not one of the first icons. */
  icon(state: VerificationState): string | undefined
  /** The texts of a state. */
  tell(snapshot: Snapshot, explanation: Explanation): Said | undefined
  /** The reason why a form that needs a verified user is invalid. */
  missing(snapshot: Snapshot): Words | undefined
  /** The text of the first key that has one. */
  text(...keys: string[]): Found | undefined
  /** Like `text`, for texts without title and detail. */
  label(key: 'start' | 'retry' | 'privacy' | 'attempts_left'): Words | undefined
}
