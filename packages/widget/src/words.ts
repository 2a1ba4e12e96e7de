import type { Language } from './messages.js'

/** A text of the language in use, or the host's own, which is in the language of the host's page. */
export type Words = string | { readonly own: string }

/** A text with the key under which it was found. */
export interface Found {
  readonly key: string
  readonly title: Words
  readonly detail: Words | undefined
}

/** The texts of a state: what happened, what to do about it, and the attempts left. */
export interface Told {
  readonly title: Words
  readonly detail?: Words | undefined
  readonly note?: Words | undefined
}

/** Everything that an element shows in a state. */
export interface Said extends Told {
  /** The icon, as path data on a grid of 24 px. */
  readonly icon: string
  /** The label of the button; undefined if there is nothing to start. */
  readonly button?: Words | undefined
  /** True if the button repeats what failed. */
  readonly isRetry?: boolean
  readonly privacy?: Words | undefined
  /** True if the host's help is shown. */
  readonly help?: boolean
  /** The reason why a form that needs a verified user is invalid. Default: the label of the button, or the title. */
  readonly missing?: Words | undefined
}

/** A source of texts. */
export interface WordSource {
  readonly language: Language | null
  text(...keys: string[]): Found | undefined
  label(key: 'attempts_left'): Words | undefined
}

/** The text itself. */
export function plain(words: Words): string {
  return typeof words === 'string' ? words : words.own
}
