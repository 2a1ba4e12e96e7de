import { loadFailed } from './errors.js'

/**
 * Loads a part of the widget; rejects with a VerificationError. A second attempt has another URL, because Chromium up
 * to version 150 never fetches a URL again after its import failed. The fragment is another URL for the browser, and
 * the same for the server.
 */
export function loadModule<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(importAgain).catch(loadFailed)
}

function importAgain(error: unknown) {
  // The wording of Chromium and Firefox. Loaders of bundlers word it differently, and fetch a lost part again.
  const url = String(error).split('module: ')[1]
  // An import map may hold the hash of the part, which does not apply to another URL.
  if (!url || document.querySelector('[type=importmap]')) throw error
  return import(/* @vite-ignore */ /* webpackIgnore: true */ `${url}#${Date.now()}`)
}
