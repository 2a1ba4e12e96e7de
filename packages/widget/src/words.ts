import type { Language } from './messages.js'

/** Words as they are shown. */
export interface Words {
  readonly words: string
  /** Whether they are the host's own, in the language of the host's page. */
  readonly isOwn: boolean
}

/** A text, and the key that it was found under. */
export interface Found {
  readonly key: string
  readonly title: Words
  readonly detail: Words | undefined
}

/** What is shown as the texts of a state. */
export interface Said {
  readonly title: Words
  readonly details: readonly Words[]
}

/** Where words come from. */
export interface WordSource {
  readonly language: Language | null
  text(...keys: string[]): Found | undefined
  label(key: 'attempts_left'): Words | undefined
}
