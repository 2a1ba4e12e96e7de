import type { VerificationState } from './flow.js'
import { CARD, CHECK, SPINNER } from './icons.js'
import { isEnglish } from './language-tags.js'
import { loadModule } from './load-module.js'
import { messages } from './locales/en.js'
import type { Language } from './messages.js'
import { languageOf } from './page.js'
import type { Speaker, Speech } from './speech.js'
import type { Said } from './words.js'

const ENGLISH: Language = { tag: 'en', direction: 'ltr', texts: messages }
const { start, privacy, unavailable, retry } = messages

const STARTING: Said = { ...messages.starting, icon: SPINNER, button: start, privacy }

/** Everything shown in the states without a failure. The text for an open window may not be loaded yet. */
const SAID: Partial<Record<VerificationState, Said>> = {
  idle: { ...messages.idle, icon: CARD, button: start, privacy },
  starting: STARTING,
  open: STARTING,
  processing: { ...messages.processing, icon: SPINNER },
  verified: { ...messages.verified, icon: CHECK },
}

/** Shown if the part with more texts cannot be loaded. */
const UNAVAILABLE: Said = { ...unavailable, icon: CARD, button: retry, isRetry: true, help: true }

/**
 * The first texts of an element, in English. A whole speech is loaded for everything else: another language, the
 * host's own texts, a run, a failure. `goOn` is called with it when it is loaded.
 */
export function createFirstSpeech(host: Speaker, goOn: (speech: Speech) => void): Speech {
  let language: Language | null = ENGLISH
  let wanted = ''
  let isLoading = false
  let isPrepared = false
  /** True if texts are missing in the current state, or soon will be. */
  let lacks = false
  /** The state in which the whole speech failed to load. Another state tries again. */
  let failed: VerificationState | null = null

  async function load(): Promise<void> {
    if (isLoading) return
    isLoading = true
    try {
      const { createWholeSpeech } = await loadModule(() => import('./later.js'))
      host.removeController(speech)
      const whole = createWholeSpeech(host, ENGLISH, language)
      if (isPrepared) whole.prepare()
      goOn(whole)
    } catch {
      // English replaces texts that cannot be loaded.
      isLoading = false
      failed = host.state
      language = ENGLISH
    }
    host.requestUpdate()
  }

  const speech: Speech = {
    get language() {
      return language
    },

    isNative: true,

    hostUpdate() {
      lacks = false
      const now = languageOf(host)
      if (now === wanted) return
      // Server-rendered content stays in English until the language has loaded.
      if (!wanted && !isEnglish(now) && !host.renderRoot.hasChildNodes()) language = null
      wanted = now
      if (!isEnglish(now)) void load()
    },

    hostUpdated() {
      if (lacks && host.state !== failed) speech.prepare()
    },

    prepare() {
      isPrepared = true
      void load()
    },

    say({ state, session }) {
      if (!language) return null
      let said = SAID[state]
      if (said?.button && session?.attempts_left === 0) said = undefined
      const isEnough = said && !host.messages
      if (!isEnough || said?.icon === SPINNER) lacks = true
      return failed ? (said ?? UNAVAILABLE) : isEnough ? said! : null
    },
  }
  host.addController(speech)
  return speech
}
