import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findProgram, hasApt, installByApt, tryAll } from './programs.mjs'

/** Parts of Chromium's own window: two hidden pages behind the address bar of each page, and a process in reserve. */
const NEVER_SEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess']
/** Playwright turns these features off. They are repeated because Chromium uses only the last list that it gets. */
const OFF_IN_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

/**
 * Flags that prevent network access by Chromium itself, and the parts of its window that no test sees: a page then
 * takes half the processor time. As root it starts only without its sandbox.
 */
export const CHROMIUM_FLAGS = [
  `--disable-features=${[...OFF_IN_PLAYWRIGHT, ...NEVER_SEEN].join()}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Chromium without its window, which takes a quarter less processor time. Playwright prefers it too. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const NAMES = [...SHELLS, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
]

/** The path of an installed Chromium or Chrome, or null. `CHROME_PATH` takes precedence. */
export function findChromium() {
  return process.env.CHROME_PATH || findProgram(NAMES, [...USUAL_PLACES, ...playwrightBrowsers()])
}

function playwrightBrowsers() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return []
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) => [
      join(cache, name, 'chrome-linux', 'chrome'),
      join(cache, name, 'chrome-linux64', 'chrome'),
    ])
}

/** Installs the headless shell where apt has it, beside any other browser. */
export function ensureHeadlessShell() {
  if (!process.env.CHROME_PATH && findProgram(SHELLS, []) === null && hasApt()) installByApt(SHELLS[0])
}

/**
 * Finds a browser, or installs one: by apt on Debian as root, elsewhere by Playwright's download. Throws with
 * instructions if both fail.
 */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium or Chrome found; installing one …')
  if (hasApt()) {
    if (!installByApt(SHELLS[0])) installByApt('chromium')
  } else
    tryAll([[process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']]])
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to the program of one that you have.',
  )
}
