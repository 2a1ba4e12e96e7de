import { type ReactiveController, type ReactiveControllerHost, type SVGTemplateResult, svg } from 'lit'
import type { SessionView } from 'stripe-identity-contract'
import type { VerificationState } from './flow.js'
import { ICONS } from './icons.js'
import { messages as english } from './locales/en.js'
import type { Language, Messages, Text } from './messages.js'
import type { OwnTexts } from './own-texts.js'
import { languageOf } from './page.js'
import { type Explanation, explainSimply } from './simple.js'
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

type Later = typeof import('./later.js')

const ENGLISH: Language = { tag: 'en', direction: 'ltr', texts: english }

/** Where nothing can be said yet. */
const PENDING: Explanation = { keys: [], again: false, help: false, left: null }
/** Where the part that knows more cannot be had. */
const UNAVAILABLE: Explanation = { keys: ['unavailable'], again: true, help: true, left: null }

const importLater = () => import('./later.js')

/**
 * Finds the words for an element: loads its language, and the texts beyond the first ones as soon as one of them is needed.
 * A text that is still on its way is undefined, so that nothing is shown which has to be taken back.
 */
export class Speech implements ReactiveController {
  readonly #host: Speaker
  #wanted = ''
  #language: Language | null = ENGLISH
  #isNative = true
  #later: Later | null = null
  #own: OwnTexts | null = null
  #loading: Promise<void> | null = null
  /** Whether the present update lacked something that a later part holds. */
  #lacks = false
  /** The state in which that part could not be loaded: another state tries again. */
  #failed: VerificationState | null = null

  constructor(host: Speaker) {
    this.#host = host
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
    if (state === 'starting' || state === 'open' || (this.#lacks && state !== this.#failed)) this.prepare()
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

  /** Loads what is needed after the first sign of intent, and for failures. */
  prepare(): void {
    const language = this.#language
    if (this.#loading || !language || (this.#later && isWhole(language))) return
    this.#loading = this.#loadRest(language).then(() => {
      this.#loading = null
      this.#host.requestUpdate()
    })
  }

  /** What there is to explain of a state, as far as that is known yet. */
  explain(snapshot: Snapshot): Explanation {
    const simple = explainSimply(snapshot)
    if (simple) return simple
    if (this.#later) return this.#later.explain(snapshot, globalThis.navigator?.onLine)
    this.#lacks = true
    return this.#failed ? UNAVAILABLE : PENDING
  }

  /** The sign of a state; undefined while it is on its way. */
  icon(state: VerificationState): SVGTemplateResult | undefined {
    const path = this.#later?.LATER_ICONS[state]
    return path ? svg`<path d=${path}></path>` : ICONS[state]
  }

  /** The texts of a state. Undefined while they are on their way. */
  tell(snapshot: Snapshot, explanation: Explanation): Said | undefined {
    if (this.#later) return this.#later.tell(snapshot, this, explanation)
    const found = this.text(...explanation.keys)
    return found && { title: found.title, details: found.detail ? [found.detail] : [] }
  }

  /** The text of the first key that has one; the host's texts come before those of the language. */
  text(...keys: string[]): Found | undefined {
    const own = this.#ownTexts()
    if (own === undefined) return undefined
    const { messages, session } = this.#host
    for (const key of keys) {
      const text = own?.text(messages, key, session)
      if (text) return found(key, text, true)
    }
    const [key, text] = this.#find(keys) ?? []
    return key && typeof text === 'object' ? found(key, text, false) : undefined
  }

  /** As `text`, for words without a title and a detail. */
  label(key: 'start' | 'retry' | 'privacy' | 'attempts_left'): Words | undefined {
    const own = this.#ownTexts()
    if (own === undefined) return undefined
    const { messages, session } = this.#host
    const words = own?.label(messages, key, session)
    if (words) return { words, isOwn: true }
    const [, text] = this.#find([key]) ?? []
    return typeof text === 'string' ? { words: text, isOwn: false } : undefined
  }

  /** The host's texts; null where it gave none, undefined while the part that checks them is on its way. */
  #ownTexts(): OwnTexts | null | undefined {
    if (!this.#host.messages) return null
    if (this.#later) this.#own ??= new this.#later.OwnTexts()
    if (this.#own) return this.#own
    this.#lacks = true
    return this.#failed ? null : undefined
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
      this.#later = await importLater()
      const whole = isWhole(language) ? language : await this.#later.loadRest(language)
      if (this.#language === language) this.#language = whole
      this.#failed = null
    } catch {
      this.#failed = this.#host.state
    }
  }

  async #load(wanted: string): Promise<void> {
    let found: Language | null = ENGLISH
    if (!isEnglish(wanted))
      try {
        found = await (await importLater()).loadFirst(wanted)
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

function found(key: string, { title, detail }: Text, isOwn: boolean): Found {
  return { key, title: { words: title, isOwn }, detail: detail ? { words: detail, isOwn } : undefined }
}

/** Whether all the texts of a language are there. */
function isWhole({ texts }: Language): boolean {
  return 'setup' in texts
}

function isEnglish(tag: string): boolean {
  return tag.toLowerCase().split(/[-_]/)[0] === 'en'
}
