import type { VerificationState } from './flow.js'
import { isEnglish } from './language-tags.js'
import { messages } from './locales/en.js'
import type { Language, Text } from './messages.js'
import { languageOf } from './page.js'
import { type Explanation, explainSimply } from './simple.js'
import type { Speaker, Speech } from './speech.js'
import type { Snapshot } from './verification.js'
import type { Found, Said, Words } from './words.js'

const ENGLISH: Language = { tag: 'en', direction: 'ltr', texts: messages }

/** Where nothing can be said yet. */
const PENDING: Explanation = { keys: [], again: false, help: false, left: null }
/** Where the part that knows more cannot be had. */
const UNAVAILABLE: Explanation = { keys: ['unavailable'], again: true, help: true, left: null }

/**
 * The first words of an element, in English. Everything else is for a whole speech, which is loaded as soon as there is
 * more to say: another language, texts of the host's own, a run, a failure.
 */
export class FirstSpeech implements Speech {
  language: Language | null = ENGLISH
  isNative = true
  readonly #host: Speaker
  readonly #goOn: (speech: Speech) => void
  #wanted = ''
  #isLoading = false
  #isPrepared = false
  /** Whether the present update lacked words. */
  #lacks = false
  /** The state in which the whole speech could not be loaded: another state tries again. */
  #failed: VerificationState | null = null

  /** `goOn` is called with the whole speech, once it is there. */
  constructor(host: Speaker, goOn: (speech: Speech) => void) {
    this.#host = host
    this.#goOn = goOn
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

  follow(): void {
    const wanted = languageOf(this.#host)
    if (wanted === this.#wanted) return
    // What was rendered on a server stands in English until the language has come.
    if (!this.#wanted && !isEnglish(wanted) && !this.#host.renderRoot.hasChildNodes()) this.language = null
    this.#wanted = wanted
    if (!isEnglish(wanted)) void this.#load()
  }

  prepare(): void {
    this.#isPrepared = true
    void this.#load()
  }

  async #load(): Promise<void> {
    const host = this.#host
    if (this.#isLoading) return
    this.#isLoading = true
    try {
      const { WholeSpeech } = await import('./later.js')
      host.removeController(this)
      const whole = new WholeSpeech(host, ENGLISH, this.language)
      if (this.#isPrepared) whole.prepare()
      this.#goOn(whole)
    } catch {
      // English stands in for everything that cannot be had.
      this.#isLoading = false
      this.#failed = host.state
      this.language = ENGLISH
      this.isNative = isEnglish(this.#wanted)
    }
    host.requestUpdate()
  }

  explain(snapshot: Snapshot): Explanation {
    const simple = explainSimply(snapshot)
    if (simple) return simple
    this.#lacks = true
    return this.#failed ? UNAVAILABLE : PENDING
  }

  icon(): undefined {}

  tell(_snapshot: Snapshot, { keys }: Explanation): Said | undefined {
    const found = this.text(...keys)
    return found && { title: found.title, details: found.detail ? [found.detail] : [] }
  }

  missing(snapshot: Snapshot): Words | undefined {
    const { again, keys } = this.explain(snapshot)
    return again ? this.label('start') : this.text(...keys)?.title
  }

  text(...keys: string[]): Found | undefined {
    const [key, text] = this.#find(keys) ?? []
    if (!key) return undefined
    const { title, detail } = text as Text
    return { key, title: own(title), detail: detail ? own(detail) : undefined }
  }

  label(key: string): Words | undefined {
    const [, words] = this.#find([key]) ?? []
    return words === undefined ? undefined : own(words as string)
  }

  #find(keys: string[]): [key: string, found: Text | string] | undefined {
    if (this.#host.messages) this.#lacks = true
    if (!this.language || (this.#host.messages && !this.#failed)) return undefined
    const texts: object = messages
    const key = keys.find((key) => Object.hasOwn(texts, key))
    if (key) return [key, texts[key as keyof typeof texts]]
    this.#lacks = true
    return this.#failed ? ['unavailable', messages.unavailable] : undefined
  }
}

function own(words: string): Words {
  return { words, isOwn: false }
}
