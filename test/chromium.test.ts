import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { CHROMIUM_FLAGS } from '../scripts/lib/chromium.mjs'

const OFF = /--disable-features=(\S+)/

it('the flags for Chromium disable everything that Playwright disables', async () => {
  // Playwright tries to start Node as a browser, and its error contains the flags.
  const failure = await chromium.launch({ executablePath: process.execPath }).catch(String)
  const [, theirs = ''] = OFF.exec(String(failure)) ?? []
  const [, ours = ''] = OFF.exec(CHROMIUM_FLAGS.join(' ')) ?? []
  expect(theirs.split(',').length).toBeGreaterThan(1)
  expect(ours.split(',')).toEqual(expect.arrayContaining(theirs.split(',')))
})
