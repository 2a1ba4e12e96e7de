import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs'

/** Starts a browser for a test file. One for all files was tried: the way through its server took more than a start. */
export function launchChromium() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium or Chrome found: run npm test, or set CHROME_PATH.')
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
}
