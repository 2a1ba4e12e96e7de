import { loadModule } from './load-module.js'
import type { VerificationOptions } from './verification.js'

/** Loads the code that runs after the first sign of intent, so that a page loads it only then. */
export const importRun = () => loadModule(() => import('./run.js'))

/** Loads Stripe's script, and the part of the widget that calls it. */
export function preloadStripe(host: VerificationOptions = {}): void {
  importRun().then(
    (module) => module.preload(host),
    () => {},
  )
}
