import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { SessionView } from 'stripe-identity-contract'
import type { VerificationState } from './flow.js'
import type { Language, Messages } from './messages.js'
import type { Explanation } from './simple.js'
import type { Snapshot } from './verification.js'
import type { Found, Said, Words } from './words.js'

/** What the element that speaks has to say of itself. */
export interface Speaker extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment
  readonly locale: string | undefined
  readonly messages: Messages | undefined
  readonly state: VerificationState
  readonly session: SessionView | null
}

/**
 * The words of an element. A text that is still on its way is undefined, so that nothing is shown which has to be taken
 * back.
 */
export interface Speech extends ReactiveController {
  /** The language that is spoken; null while it is on its way. */
  readonly language: Language | null
  /** False where English stands in for a language that has no texts. */
  readonly isNative: boolean
  /** Reads anew which language is wanted. */
  follow(): void
  /** Loads what is needed after the first sign of intent, and for failures. */
  prepare(): void
  /** What there is to explain of a state, as far as that is known yet. */
  explain(snapshot: Snapshot): Explanation
  /** The sign of a state, as the data of a path, where it is none of the first ones. */
  icon(state: VerificationState): string | undefined
  /** The texts of a state. */
  tell(snapshot: Snapshot, explanation: Explanation): Said | undefined
  /** Why a form that needs a verified user is held back. */
  missing(snapshot: Snapshot): Words | undefined
  /** The text of the first key that has one. */
  text(...keys: string[]): Found | undefined
  /** As `text`, for words without a title and a detail. */
  label(key: 'start' | 'retry' | 'privacy' | 'attempts_left'): Words | undefined
}
