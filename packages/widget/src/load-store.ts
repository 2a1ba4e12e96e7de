import { loadFailed } from './errors.js'
import { type StoreMaker, takeOver } from './first-questions.js'

/** Loads the store, for everything that is not a first question. Rejects with a VerificationError. */
export async function loadStore(): Promise<StoreMaker> {
  const { createStore } = await import('./controller.js').catch(loadFailed)
  takeOver(createStore)
  return createStore
}
