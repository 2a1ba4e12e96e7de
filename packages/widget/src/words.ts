import type { Language } from './messages.js'

/** A text as it is shown. */
export interface Words {
  readonly words: string
  /** True for the host's own text, in the language of the host's page. */
  readonly isOwn: boolean
}

/** A text with the key under which it was found. */
export interface Found {
  readonly key: string
  readonly title: Words
  readonly detail: Words | undefined
}

/** The texts shown for a state. */
export interface Said {
  readonly title: Words
  readonly details: readonly Words[]
}

/** A source of texts. */
export interface WordSource {
  readonly language: Language | null
  text(...keys: string[]): Found | undefined
  label(key: 'attempts_left'): Words | undefined
}
