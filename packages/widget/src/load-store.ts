import { type StoreMaker, takeOver } from './first-questions.js'
import { loadModule } from './load-module.js'

/** Loads the store, for everything beyond a first question. Rejects with a VerificationError. */
export async function loadStore(): Promise<StoreMaker> {
  const { createStore } = await loadModule(() => import('./controller.js'))
  takeOver(createStore)
  return createStore
}
