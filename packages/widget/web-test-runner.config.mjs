import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename } from 'node:path'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { summaryReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/lib/chromium.mjs'
import { findFirefox } from '../../scripts/lib/firefox.mjs'

/** Every test page is as strict as a careful host's: no inline script or style, no eval, Trusted Types. */
function strictPage() {
  return async (context, next) => {
    await next()
    if (!context.response.is('html')) return
    const nonce = randomBytes(16).toString('base64')
    context.body = String(context.body).replaceAll('<script', `<script nonce="${nonce}"`)
    context.set(
      'content-security-policy',
      [
        "default-src 'none'",
        `script-src 'self' 'nonce-${nonce}' https://js.stripe.com`,
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        'frame-src https://js.stripe.com',
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        // Lit makes its policy once per copy of Lit, and one test brings a second.
        "trusted-types lit-html stripe-identity-widget 'allow-duplicates'",
      ].join('; '),
    )
  }
}

/** Leaves what passed, what was left out and why anything failed, where the root test run reads it. */
function totals() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0
      const failures = []
      for (const { browser, errors, passed: sessionPassed, testFile, testResults } of sessions) {
        const where = `${basename(testFile)} in ${browser.name}`
        const before = failures.length
        const count = (suite) => {
          for (const test of suite.tests) {
            if (test.passed) passed += 1
            else failures.push(`${where} > ${test.name}: ${test.error?.message ?? 'not run'}`)
          }
          suite.suites.forEach(count)
        }
        if (testResults) count(testResults)
        failures.push(...errors.map((error) => `${where}: ${error.message}`))
        if (!sessionPassed && failures.length === before) failures.push(`${where}: did not pass`)
      }
      mkdirSync('.cache', { recursive: true })
      writeFileSync(
        '.cache/wtr.json',
        JSON.stringify({ passed, skipped: firefox ? [] : [NO_FIREFOX], failures }),
      )
    },
  }
}

/** Where js.stripe.com leads in the tests: nothing ever answers, so that the tests say what happens and when. */
const silence = createServer(() => {})
await new Promise((resolve) => silence.listen(0, '127.0.0.1', resolve))
silence.unref()

/** Nothing leaves the machine, and js.stripe.com is silent. */
function inChromium() {
  return chromeLauncher({
    launchOptions: {
      executablePath: findChromium(),
      args: [
        ...CHROMIUM_FLAGS,
        `--host-resolver-rules=MAP js.stripe.com 127.0.0.1:${silence.address().port}`,
      ],
      headless: true,
    },
  })
}

/** One page at a time: Firefox slows down those that are behind. Whatever is https ends in the silence. */
function inFirefox(executablePath) {
  const launcher = chromeLauncher({
    concurrency: 1,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: {
        'network.proxy.type': 1,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': silence.address().port,
      },
    },
  })
  launcher.name = 'Firefox'
  return launcher
}

const firefox = findFirefox()
const NO_FIREFOX =
  'the browser tests in Firefox, because none is installed; FIREFOX_PATH names one that you have'

export default {
  rootDir: '../..',
  files: ['test/browser/*.test.ts'],
  nodeResolve: { exportConditions: ['production'] },
  concurrency: 2,
  concurrentBrowsers: 1,
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 60_000,
  browserLogs: true,
  browsers: [inChromium(), ...(firefox ? [inFirefox(firefox)] : [])],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  middleware: [strictPage()],
  reporters: [summaryReporter(), totals()],
}
