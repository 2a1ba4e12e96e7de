import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { CHROMIUM_FLAGS } from '../scripts/lib/chromium.mjs'

const OFF = /--disable-features=(\S+)/

it('the flags for Chromium turn off all that Playwright turns off', async () => {
  // Node is no browser, so Playwright says how it was started.
  const failure = await chromium.launch({ executablePath: process.execPath }).catch(String)
  const [, theirs = ''] = OFF.exec(String(failure)) ?? []
  const [, ours = ''] = OFF.exec(CHROMIUM_FLAGS.join(' ')) ?? []
  expect(theirs.split(',').length).toBeGreaterThan(1)
  expect(ours.split(',')).toEqual(expect.arrayContaining(theirs.split(',')))
})
