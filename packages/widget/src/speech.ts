import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { SessionView } from 'stripe-identity-contract'
import type { VerificationState } from './flow.js'
import { messages as english } from './locales/en.js'
import type { Language, Messages, Text } from './messages.js'
import { OwnTexts } from './own-texts.js'
import { languageOf } from './page.js'

/** What the element that speaks has to say of itself. */
export interface Speaker extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment
  readonly locale: string | undefined
  readonly messages: Messages | undefined
  readonly state: VerificationState
  readonly session: SessionView | null
}

/** A text as it is shown, and the key that it was found under. */
export interface Words extends Text {
  readonly key: string
  /** Whether it is the host's own, in the language of the host's page. */
  readonly isOwn: boolean
}

const ENGLISH: Language = { tag: 'en', direction: 'ltr', texts: english }

const importLanguages = () => import('./languages.js')

/**
 * Finds the words for an element: loads its language, and the texts beyond the first ones as soon as one of them is needed.
 * A text that is still on its way is undefined, so that nothing is shown which has to be taken back.
 */
export class Speech implements ReactiveController {
  readonly #host: Speaker
  readonly #own = new OwnTexts()
  #wanted = ''
  #language: Language | null = ENGLISH
  #isNative = true
  #loadsRest: Language | null = null
  #missing: string | null = null
  #failed: string | null = null

  constructor(host: Speaker) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.follow()
  }

  hostUpdate(): void {
    this.#missing = null
  }

  hostUpdated(): void {
    const { state } = this.#host
    if (state === 'starting' || (this.#missing && this.#missing !== this.#failed)) this.prepare()
  }

  /** The language that is spoken; null while it is on its way. */
  get language(): Language | null {
    return this.#language
  }

  /** False where English stands in for a language that has no texts. */
  get isNative(): boolean {
    return this.#isNative
  }

  /** Reads anew which language is wanted. */
  follow(): void {
    const wanted = languageOf(this.#host)
    if (wanted === this.#wanted) return
    // What was rendered on a server stands in English until the language has come.
    if (!this.#wanted && !isEnglish(wanted) && !this.#host.renderRoot.hasChildNodes()) this.#language = null
    this.#wanted = wanted
    void this.#load(wanted)
  }

  /** Loads the texts of what comes after the first sign of intent, and of failures. */
  prepare(): void {
    const language = this.#language
    if (!language || 'setup' in language.texts || this.#loadsRest === language) return
    this.#loadsRest = language
    importLanguages()
      .then(({ loadRest }) => loadRest(language))
      .then(
        (whole) => {
          if (this.#language === language) this.#language = whole
          this.#failed = null
        },
        () => {
          this.#failed = this.#missing
        },
      )
      .then(() => {
        this.#loadsRest = null
        this.#host.requestUpdate()
      })
  }

  /**
   * The text of the first key that has one; the host's texts come before those of the language. Undefined while the texts
   * are on their way.
   */
  text(...keys: string[]): Words | undefined {
    const { messages, session } = this.#host
    for (const key of keys) {
      const own = this.#own.text(messages, key, session)
      if (own) return { ...own, key, isOwn: true }
    }
    const [key, text] = this.#find(keys) ?? ['', '']
    return typeof text === 'object' ? { ...text, key, isOwn: false } : undefined
  }

  /** As `text`, for words without a title and a detail. */
  label(key: 'start' | 'retry' | 'privacy' | 'attempts_left'): Words | undefined {
    const { messages, session } = this.#host
    const own = this.#own.label(messages, key, session)
    if (own) return { title: own, key, isOwn: true }
    const [, text] = this.#find([key]) ?? []
    return typeof text === 'string' ? { title: text, key, isOwn: false } : undefined
  }

  #find(keys: string[]): [key: string, text: Text | string] | undefined {
    if (!this.#language) return undefined
    const texts: object = this.#language.texts
    for (const key of keys) if (Object.hasOwn(texts, key)) return [key, texts[key as keyof typeof texts]]
    this.#missing = keys[0]!
    return this.#failed === this.#missing ? ['unavailable', this.#language.texts.unavailable] : undefined
  }

  async #load(wanted: string): Promise<void> {
    let found: Language | null = ENGLISH
    if (!isEnglish(wanted))
      try {
        found = await (await importLanguages()).loadFirst(wanted)
      } catch {
        // English stands in for a language that cannot be had.
        found = null
      }
    if (wanted !== this.#wanted) return
    this.#isNative = found !== null
    this.#language = found ?? ENGLISH
    this.#host.requestUpdate()
  }
}

function isEnglish(tag: string): boolean {
  return tag.toLowerCase().split(/[-_]/)[0] === 'en'
}
