import { loadFailed } from './errors.js'
import type { VerificationOptions } from './verification.js'

/** Loads what happens from the first sign of intent on. A page pays for it only then. */
export const importRun = () => import('./run.js').catch(loadFailed)

/** Fetches Stripe's script, and the part of the widget that calls it. */
export function preloadStripe(host: VerificationOptions = {}): void {
  importRun().then(
    (module) => module.preload(host),
    () => {},
  )
}
