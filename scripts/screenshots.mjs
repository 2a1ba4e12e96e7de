// Makes the pictures of README and docs from the running demo: `node scripts/screenshots.mjs`.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, ensureChromium } from './lib/chromium.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

await ensureBuilt()
const demo = spawn(process.execPath, ['demo/dist/main.js'], {
  env: { ...process.env, PORT: '0', SANDBOX_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let url
for await (const line of createInterface({ input: demo.stdout })) {
  url = /^Demo ready: (.*)$/.exec(line)?.[1]
  if (url) break
}

const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
const page = await browser.newPage({ viewport: { width: 640, height: 640 }, deviceScaleFactor: 2 })
const modal = page.frameLocator('iframe[title="Stripe Identity sandbox"]')
const shot = (name) => page.screenshot({ path: `docs/images/${name}.png` })
const reaches = (state) => page.locator(`identity-verification[state=${state}]`).waitFor()

await page.goto(`${url}/html`)
await reaches('idle')
await shot('idle')
await page.getByRole('button', { name: 'Verify your identity' }).click()
await modal.getByRole('button', { name: 'Verification failure', exact: true }).waitFor()
await shot('modal')
await modal.getByRole('button', { name: 'Verification failure', exact: true }).click()
await reaches('requires_input')
await shot('requires-input')
await page.getByRole('button', { name: 'Try again' }).click()
await modal.getByRole('button', { name: 'Verification success', exact: true }).click()
await reaches('verified')
await shot('verified')

await browser.close()
demo.kill('SIGINT')
