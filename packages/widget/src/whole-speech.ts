import { type Explanation, explain } from './explain.js'
import type { VerificationState } from './flow.js'
import { isEnglish } from './language-tags.js'
import { loadFirst, loadRest } from './languages.js'
import { ICONS } from './later-icons.js'
import type { Language, Text } from './messages.js'
import { OwnTexts } from './own-texts.js'
import { languageOf } from './page.js'
import type { Speaker, Speech } from './speech.js'
import { tell } from './tell.js'
import type { Snapshot } from './verification.js'
import type { Found, Said, Told, Words } from './words.js'

/** The states that say what happens with the data. */
const BEFORE_A_RESULT: readonly VerificationState[] = ['idle', 'starting', 'open']

/** All texts of an element. Loads its language, and the texts beyond the first ones when one of them is needed. */
export class WholeSpeech implements Speech {
  readonly #host: Speaker
  readonly #english: Language
  readonly #own = new OwnTexts()
  #wanted = ''
  #language: Language | null
  #isNative = true
  #loading: Promise<void> | null = null
  /** True if the current update lacked a text. */
  #lacks = false
  /** The state in which the texts failed to load. Another state tries again. */
  #failed: VerificationState | null = null

  /** Continues with `language`, the element's current language, if it has one. */
  constructor(host: Speaker, english: Language, language: Language | null) {
    this.#host = host
    this.#english = english
    this.#language = language
    host.addController(this)
  }

  hostUpdate(): void {
    this.#lacks = false
    const wanted = languageOf(this.#host)
    if (wanted === this.#wanted) return
    // Server-rendered content stays in English until the language has loaded.
    if (!this.#wanted && !isEnglish(wanted) && !this.#host.renderRoot.hasChildNodes()) this.#language = null
    this.#wanted = wanted
    void this.#load(wanted)
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

  prepare(): void {
    const language = this.#language
    if (this.#loading || !language || isWhole(language)) return
    this.#loading = this.#loadRest(language).then(() => {
      this.#loading = null
      this.#host.requestUpdate()
    })
  }

  say(snapshot: Snapshot): Said | null {
    const explanation = explain(snapshot, globalThis.navigator?.onLine)
    const told = tell(snapshot, this, explanation)
    if (!told) return null
    const { state } = snapshot
    const { again, help } = explanation
    const isRetry = state === 'requires_input' || state === 'error'
    return {
      ...told,
      icon: ICONS[state],
      button: again ? this.label(isRetry ? 'retry' : 'start') : undefined,
      isRetry,
      privacy: BEFORE_A_RESULT.includes(state) ? this.label('privacy') : undefined,
      help,
      missing: this.#missing(explanation, told),
    }
  }

  #missing({ again, left }: Explanation, { title }: Told): Words | undefined {
    if (again) return this.label('start')
    return left === 0 ? this.text('attempts_exhausted')?.title : title
  }

  /** Looks up the host's texts before those of the language. */
  text(...keys: string[]): Found | undefined {
    const { messages, session } = this.#host
    for (const key of keys) {
      const text = this.#own.text(messages, key, session)
      if (text) return ownFound(key, text)
    }
    const [key, text] = this.#find(keys) ?? []
    return key && typeof text === 'object' ? { key, title: text.title, detail: text.detail } : undefined
  }

  label(key: 'start' | 'retry' | 'privacy' | 'attempts_left'): Words | undefined {
    const { messages, session } = this.#host
    const words = this.#own.label(messages, key, session)
    if (words) return { own: words }
    const [, text] = this.#find([key]) ?? []
    return typeof text === 'string' ? text : undefined
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
    // English replaces a language that cannot be loaded.
    const found = isEnglish(wanted) ? this.#english : await loadFirst(wanted).catch(() => null)
    if (wanted !== this.#wanted) return
    this.#isNative = found !== null
    this.#language = found ?? this.#english
    this.#host.requestUpdate()
  }
}

function ownFound(key: string, { title, detail }: Text): Found {
  return { key, title: { own: title }, detail: detail ? { own: detail } : undefined }
}

/** True if all texts of a language are loaded. */
function isWhole({ texts }: Language): boolean {
  return 'setup' in texts
}
