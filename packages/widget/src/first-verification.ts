import type { VerificationError } from './errors.js'
import { createFirstQuestion } from './first-question.js'
import { type Asker, type FirstQuestion, isSameQuestion, questionFor, storeMaker } from './first-questions.js'
import { preloadStripe } from './import-run.js'
import { loadStore } from './load-store.js'
import { INITIAL } from './snapshot.js'
import type { Verification, VerificationOptions } from './verification.js'
import { verificationEvent } from './verification-event.js'

type Listener = Parameters<Verification['subscribe']>[0]

/**
 * What an element has for a store until there is one: it takes part in the first question of its endpoint, and loads the
 * store with the first sign of intent, or when anything happens that the question is no answer to.
 */
export function createFirstVerification(options: VerificationOptions): Verification {
  let listener: Listener | null = null
  let question: FirstQuestion | null = null
  let store: Verification | null = null
  let leaveStore = () => {}
  let isJoined = false
  let isRenewed = false

  const asker: Asker = {
    options,
    changed: () => listener?.(),
    fire(type, detail, cancelable) {
      const event = verificationEvent(type, detail, cancelable)
      listener?.(event)
      return !event.defaultPrevented
    },
    handOver(make, beginning, isNewcomer) {
      store = make(options, beginning, isNewcomer)
      leaveStore = store.subscribe(listener ?? (() => {}))
      // It is being moved in the document.
      if (!listener) leaveStore()
    },
    start: () => store!.start(),
  }

  async function loaded(): Promise<Verification> {
    const make = await loadStore()
    store ??= make(options)
    return store
  }

  /** For what only a store can do. Where it cannot be loaded, that is reported. */
  async function withStore(act: (store: Verification) => Promise<void>): Promise<void> {
    if (store) return act(store)
    let found: Verification
    try {
      found = await loaded()
    } catch (error) {
      question?.doubt(error as VerificationError, asker)
      return
    }
    return act(found)
  }

  function leave(): void {
    question?.leave(asker)
    isJoined = false
  }

  /** Takes part in the question that is on for these options; what was known here before stays known where none is. */
  function join(): void {
    const present = question && isSameQuestion(question, options) ? question : null
    question = questionFor(options) ?? present ?? createFirstQuestion(options)
    question.join(asker)
    isJoined = true
    if (!question.getState().pending) asker.changed()
  }

  return {
    getState: () => store?.getState() ?? question?.getState() ?? INITIAL,

    subscribe(added) {
      listener = added
      store ??= storeMaker()?.(options) ?? null
      if (store) leaveStore = store.subscribe(added)
      else if (!isJoined) join()
      return () => {
        listener = null
        if (store) return leaveStore()
        // An element that is moved in the document is back before this.
        queueMicrotask(() => {
          if (!listener && !store) leave()
        })
      }
    },

    start() {
      return store?.start() ?? question!.start(asker)
    },

    cancel() {
      if (!store) question?.stop()
      return withStore((store) => store.cancel())
    },

    refresh: () => withStore((store) => store.refresh()),

    reset() {
      if (store) store.reset()
      else question?.reset()
    },

    stop() {
      if (store) store.stop()
      else question?.stop()
    },

    update() {
      if (store) return store.update()
      if (!isJoined || isSameQuestion(question!, options)) return
      // Frameworks may set another `fetch` with every rendering: the store knows how often that is to be followed.
      if (isRenewed || !question!.getState().pending) return void withStore(async (store) => store.update())
      isRenewed = true
      leave()
      join()
    },

    preload() {
      preloadStripe(options)
      if (!store) loadStore().catch(() => {})
    },
  }
}
