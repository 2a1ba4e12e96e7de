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
 * The stand-in for an element's store. It takes part in the first question of its endpoint, and loads the store at
 * the first sign of intent, or when something happens that the question cannot answer.
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
      // The element is being moved in the document.
      if (!listener) leaveStore()
    },
    start: () => store!.start(),
  }

  /** Runs an action that needs a store. Reports a failure to load it. */
  async function withStore(act: (store: Verification) => unknown): Promise<void> {
    try {
      if (!store) {
        const make = await loadStore()
        store ??= make(options)
      }
    } catch (error) {
      return question?.doubt(error as VerificationError, asker)
    }
    await act(store)
  }

  const now = () => store ?? question

  function leave(): void {
    question?.leave(asker)
    isJoined = false
  }

  /** Joins the question for the current options. Without one, the known state is kept. */
  function join(): void {
    question = questionFor(options, question) ?? createFirstQuestion(options)
    question.join(asker)
    isJoined = true
    if (!question.getState().pending) asker.changed()
  }

  return {
    getState: () => now()?.getState() ?? INITIAL,

    subscribe(added) {
      listener = added
      store ??= storeMaker()?.(options) ?? null
      if (store) leaveStore = store.subscribe(added)
      else if (!isJoined) join()
      return () => {
        listener = null
        if (store) return leaveStore()
        // An element that is moved in the document is connected again before this.
        queueMicrotask(() => {
          if (!listener && !store) leave()
        })
      }
    },

    start() {
      return store?.start() ?? question!.start(asker)
    },

    cancel() {
      now()?.stop()
      return withStore((store) => store.cancel())
    },

    refresh: () => withStore((store) => store.refresh()),

    reset: () => now()?.reset(),

    stop: () => now()?.stop(),

    update() {
      if (store) return store.update()
      if (!isJoined || isSameQuestion(question!, options)) return
      // Frameworks can set another `fetch` with every rendering. The store limits how often that is followed.
      if (isRenewed || !question!.getState().pending) return void withStore((store) => store.update())
      isRenewed = true
      leave()
      join()
    },

    preload() {
      preloadStripe(options)
      loadStore().catch(() => {})
    },
  }
}
