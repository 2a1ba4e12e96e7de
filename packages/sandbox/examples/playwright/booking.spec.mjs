import { test as base, expect } from '@playwright/test'
import { startAppAndSandbox } from '../start.mjs'

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are wanted from here
  running: async ({}, use) => {
    const running = await startAppAndSandbox()
    await use(running)
    await running.sandbox.close()
    await running.app.close()
  },
})

test('a user clicks through the modal and is verified', async ({ page, running }) => {
  await page.goto(running.app.url)
  await page.getByRole('button', { name: 'Verify me' }).click()
  const modal = page.frameLocator('iframe[title="Stripe Identity sandbox"]')
  await modal.getByRole('button', { name: 'Verification success', exact: true }).click()
  await expect(page.locator('output')).toHaveText('submitted')
  await running.sandbox.advance(500)
  expect(running.app.state.status).toBe('verified')
})

test('a user closes the modal', async ({ page, running }) => {
  await page.goto(running.app.url)
  await page.getByRole('button', { name: 'Verify me' }).click()
  const modal = page.frameLocator('iframe[title="Stripe Identity sandbox"]')
  await modal.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.locator('output')).toHaveText('session_cancelled')
})
