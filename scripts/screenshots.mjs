// Makes the screenshots of README and docs from the running demo: `node scripts/screenshots.mjs`.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { filesOf } from '../docs/blocks.mjs'
import { Animation } from './lib/animation.mjs'
import { CHROMIUM_FLAGS, ensureChromium } from './lib/chromium.mjs'
import { consolePictures } from './lib/console-pictures.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

/** Resets the demo's styles of the element. */
const UNDRESSED =
  'identity-verification { --identity-accent: initial; --identity-background: initial; max-width: 30rem; min-height: 0 !important }'

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
try {
  await states()
  await themes()
  await story()
  await consolePictures(browser)
} finally {
  await browser.close()
  demo.kill('SIGINT')
}

/** Opens the demo's page as a new visitor. `css` is added to the page's own. */
async function visit({ width = 640, height = 800, scale = 2, css, bare = false, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    bypassCSP: true,
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  await page.goto(`${url}/html`)
  // Shows the element with its own styles instead of the page's.
  if (bare) await page.addStyleTag({ content: UNDRESSED })
  if (css) await page.addStyleTag({ content: css })
  const modal = page.frameLocator('iframe[title="Stripe Identity sandbox"]')
  return {
    page,
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    button: (name) => modal.getByRole('button', { name, exact: true }),
    reaches: (state) => page.locator(`identity-verification[state=${state}]`).waitFor(),
    shot: (name) => page.screenshot({ path: `docs/images/${name}.png` }),
    element: page.locator('identity-verification'),
    close: () => context.close(),
  }
}

/** Takes screenshots of the states on the way to verified. */
async function states() {
  const visitor = await visit()
  await visitor.reaches('idle')
  await visitor.shot('idle')
  await visitor.press('Verify your identity')
  await visitor.button('Verification failure').waitFor()
  await visitor.shot('modal')
  await visitor.button('Verification failure').click()
  await visitor.reaches('requires_input')
  await visitor.shot('requires-input')
  await visitor.press('Try again')
  await visitor.button('Verification success').click()
  await visitor.reaches('verified')
  await visitor.shot('verified')
}

/** Takes screenshots of the themes in docs/theming.md, with the CSS from that page. */
async function themes() {
  const files = filesOf(readFileSync('docs/theming.md', 'utf8'))
  const looks = {
    light: {},
    dark: { colorScheme: 'dark' },
    plain: { appearance: 'plain' },
    button: { appearance: 'button' },
    'button-narrow': { appearance: 'button', width: 340, fails: true },
    brand: { css: files['brand.css'] },
    'plain-css': { css: files['plain.css'] },
    tailwind: { css: files['tailwind.css'] },
    bootstrap: { css: files['bootstrap.css'] },
    parts: { css: files['parts.css'] },
    320: { width: 320 },
    rtl: { speaks: 'ar', direction: 'rtl' },
  }
  for (const [
    name,
    { speaks = 'en', direction = 'ltr', appearance = 'card', fails, ...look },
  ] of Object.entries(looks)) {
    const { page, element, reaches, press, button, close } = await visit({ ...look, bare: true })
    await reaches('idle')
    await element.evaluate((it, value) => it.setAttribute('appearance', value), appearance)
    await element.evaluate((it, tag) => it.setAttribute('locale', tag), speaks)
    await element.locator(`[part=base][dir=${direction}]`).waitFor()
    if (fails) {
      await press('Verify your identity')
      await button('Verification failure').click()
      await element.locator('[part~=retry]').waitFor()
    }
    await page.screenshot({
      path: `docs/images/theme-${name}.png`,
      clip: withMargin(await element.boundingBox()),
    })
    await close()
  }
}

/** Adds a margin to a box. */
function withMargin({ x, y, width, height }) {
  return { x: x - 16, y: y - 16, width: width + 32, height: height + 32 }
}

/** Records the whole flow as an animation. */
async function story() {
  const { page, button, reaches } = await visit({ width: 600, height: 760, scale: 1 })
  const animation = new Animation(() => page.screenshot())
  const click = async (target) => {
    await target.hover()
    await showPointer(page, await target.boundingBox())
    await animation.take(700)
    await target.click()
  }
  await reaches('idle')
  await animation.take(1600)
  await click(page.getByRole('button', { name: 'Verify your identity', exact: true }))
  await button('Verification success').waitFor()
  await animation.take(1600)
  await click(button('Verification success'))
  await reaches('processing')
  await animation.take(1200)
  await reaches('verified')
  await animation.take(2800)
  animation.write('docs/images/flow.gif')
}

/** Draws a mouse pointer, which screenshots leave out, in the middle of a box. */
function showPointer(page, { x, y, width, height }) {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28" viewBox="0 0 20 20"><path d="M3 1v15l4-4 3 7 3-1-3-7h6z" stroke="white" stroke-width="1.5"/></svg>'
  return page.evaluate(
    async ({ left, top, src }) => {
      const pointer = document.getElementById('pointer') ?? document.createElement('img')
      pointer.id = 'pointer'
      pointer.src = src
      pointer.style.cssText = `position:fixed;left:${left}px;top:${top}px;z-index:2147483647;pointer-events:none`
      // Appended last, because the modal has the highest z-index too.
      document.documentElement.append(pointer)
      await pointer.decode()
    },
    { left: x + width * 0.7, top: y + height / 2, src: `data:image/svg+xml,${encodeURIComponent(svg)}` },
  )
}
