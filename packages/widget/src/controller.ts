import type { Conversation } from './conversation.js'
import { conversationFor, conversationFrom } from './conversations.js'
import type { Participant } from './core.js'
import { type Beginning, takeOver } from './first-questions.js'
import { preloadStripe } from './import-run.js'
import { INITIAL } from './snapshot.js'
import type { Verification, VerificationEvent, VerificationOptions } from './verification.js'
import { verificationEvent } from './verification-event.js'

/**
 * Creates a store. It shares its state with all stores on the page that have the same endpoint and `fetch`. Its
 * options, listeners and events are its own. Options are read each time they are needed, so that a host can change
 * them.
 */
export function createVerification(options: VerificationOptions = {}): Verification {
  takeOver(createStore)
  return createStore(options)
}

/** Like `createVerification`, for elements that continue after a first question. */
export function createStore(
  options: VerificationOptions,
  beginning?: Beginning,
  isNewcomer?: boolean,
): Verification {
  const listeners = new Set<(event?: VerificationEvent) => void>()
  let conversation: Conversation | null = null
  let isJoined = false

  function notify(event?: VerificationEvent): void {
    for (const listener of [...listeners])
      try {
        listener(event)
      } catch (thrown) {
        // An error of the host's listener is reported in the console. The other listeners and the flow continue.
        void Promise.reject(thrown)
      }
  }

  const participant: Participant = {
    options,
    changed: () => notify(),
    fire(type, detail, cancelable) {
      const event = verificationEvent(type, detail, cancelable)
      notify(event)
      return !event.defaultPrevented
    },
  }

  const getState = () => conversation?.getState() ?? INITIAL

  /** The conversation for the current options. */
  function here(): Conversation {
    const before = conversation
    const previous = getState().state
    const isAlone = before?.size() === (isJoined ? 1 : 0)
    const now = conversationFor(options, before, isAlone)
    if (now === before) return now
    conversation = now
    if (!isJoined) return now
    before?.leave(participant)
    now.join(participant)
    const { state, session } = now.getState()
    notify()
    // The state at one server is not a state at the other.
    if (state !== previous) participant.fire('identity-status', { state, previous, session, initial: false })
    return now
  }

  if (beginning) {
    conversation = conversationFrom(beginning)
    conversation.join(participant, isNewcomer)
    isJoined = true
  }

  return {
    getState,

    subscribe(listener) {
      listeners.add(listener)
      const now = here()
      if (!isJoined) {
        isJoined = true
        now.join(participant)
        if (!now.getState().pending) notify()
      }
      return () => {
        listeners.delete(listener)
        // An element that is moved in the document, or mounted twice by its framework, is connected again before
        // this.
        queueMicrotask(() => {
          if (listeners.size || !isJoined) return
          isJoined = false
          conversation!.leave(participant)
        })
      }
    },

    start: () => here().start(participant),

    cancel: () => here().cancel(participant),

    async refresh() {
      await here().ask(participant)
    },

    reset() {
      here().reset()
    },

    stop() {
      here().stop()
    },

    update() {
      if (isJoined) here()
    },

    preload() {
      preloadStripe(options)
    },
  }
}
