import { explain } from './explain.js'
import type { VerificationState } from './flow.js'
import { isEnglish } from './language-tags.js'
import { loadFirst, loadRest } from './languages.js'
import { LATER_ICONS } from './later-icons.js'
import type { Language, Text } from './messages.js'
import { OwnTexts } from './own-texts.js'
import { languageOf } from './page.js'
import { type Explanation, explainSimply } from './simple.js'
import type { Speaker, Speech } from './speech.js'
import { tell } from './tell.js'
import type { Snapshot } from './verification.js'
import type { Found, Said, Words } from './words.js'

/** Finds all words of an element: loads its language, and the texts beyond the first ones as soon as one of them is needed. */
export class WholeSpeech implements Speech {
  readonly #host: Speaker
  readonly #english: Language
  readonly #own = new OwnTexts()
  #wanted = ''
  #language: Language | null
  #isNative = true
  #loading: Promise<void> | null = null
  /** Whether the present update lacked a text. */
  #lacks = false
  /** The state in which the texts could not be loaded: another state tries again. */
  #failed: VerificationState | null = null

  /** Goes on from `language`, in which the element speaks already, if it does. */
  constructor(host: Speaker, english: Language, language: Language | null) {
    this.#host = host
    this.#english = english
    this.#language = language
    host.addController(this)
  }

  hostConnected(): void {
    this.follow()
  }

  hostUpdate(): void {
    this.#lacks = false
  }

  hostUpdated(): void {
    const { state } = this.#host
    const isUnderWay = state === 'starting' || state === 'open' || state === 'processing'
    if ((isUnderWay || this.#lacks) && state !== this.#failed) this.prepare()
  }

  get language(): Language | null {
    return this.#language
  }

  get isNative(): boolean {
    return this.#isNative
  }

  follow(): void {
    const wanted = languageOf(this.#host)
    if (wanted === this.#wanted) return
    // What was rendered on a server stands in English until the language has come.
    if (!this.#wanted && !isEnglish(wanted) && !this.#host.renderRoot.hasChildNodes()) this.#language = null
    this.#wanted = wanted
    void this.#load(wanted)
  }

  prepare(): void {
    const language = this.#language
    if (this.#loading || !language || isWhole(language)) return
    this.#loading = this.#loadRest(language).then(() => {
      this.#loading = null
      this.#host.requestUpdate()
    })
  }

  explain(snapshot: Snapshot): Explanation {
    return explainSimply(snapshot) ?? explain(snapshot, globalThis.navigator?.onLine)
  }

  icon(state: VerificationState): string | undefined {
    return LATER_ICONS[state]
  }

  tell(snapshot: Snapshot, explanation: Explanation): Said | undefined {
    return tell(snapshot, this, explanation)
  }

  missing(snapshot: Snapshot): Words | undefined {
    const { again, keys, left } = this.explain(snapshot)
    if (again) return this.label('start')
    return this.text(...(left === 0 ? ['attempts_exhausted'] : keys))?.title
  }

  /** The host's texts come before those of the language. */
  text(...keys: string[]): Found | undefined {
    const { messages, session } = this.#host
    for (const key of keys) {
      const text = this.#own.text(messages, key, session)
      if (text) return found(key, text, true)
    }
    const [key, text] = this.#find(keys) ?? []
    return key && typeof text === 'object' ? found(key, text, false) : undefined
  }

  label(key: 'start' | 'retry' | 'privacy' | 'attempts_left'): Words | undefined {
    const { messages, session } = this.#host
    const words = this.#own.label(messages, key, session)
    if (words) return { words, isOwn: true }
    const [, text] = this.#find([key]) ?? []
    return typeof text === 'string' ? { words: text, isOwn: false } : undefined
  }

  #find(keys: string[]): [key: string, text: Text | string] | undefined {
    if (!this.#language) return undefined
    const texts: object = this.#language.texts
    for (const key of keys) if (Object.hasOwn(texts, key)) return [key, texts[key as keyof typeof texts]]
    this.#lacks = true
    return this.#failed ? ['unavailable', this.#language.texts.unavailable] : undefined
  }

  async #loadRest(language: Language): Promise<void> {
    try {
      const whole = await loadRest(language)
      if (this.#language === language) this.#language = whole
      this.#failed = null
    } catch {
      this.#failed = this.#host.state
    }
  }

  async #load(wanted: string): Promise<void> {
    // English stands in for a language that cannot be had.
    const found = isEnglish(wanted) ? this.#english : await loadFirst(wanted).catch(() => null)
    if (wanted !== this.#wanted) return
    this.#isNative = found !== null
    this.#language = found ?? this.#english
    this.#host.requestUpdate()
  }
}

function found(key: string, { title, detail }: Text, isOwn: boolean): Found {
  return { key, title: { words: title, isOwn }, detail: detail ? { words: detail, isOwn } : undefined }
}

/** Whether all the texts of a language are there. */
function isWhole({ texts }: Language): boolean {
  return 'setup' in texts
}
