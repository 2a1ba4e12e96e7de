import { fillOperatorScene, OPERATOR_TOKEN, startOperatorScene } from './operator-scene.mjs'

/** The console as operators see it: what they search, and why one person is stuck. */
export async function consolePictures(browser) {
  const scene = await startOperatorScene()
  try {
    const ids = await fillOperatorScene(scene)
    const context = await browser.newContext({
      viewport: { width: 1160, height: 900 },
      deviceScaleFactor: 1.5,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`${scene.url}/console`)
    await page.getByLabel('Operator token').fill(OPERATOR_TOKEN)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: 'zoe@example.com' }).waitFor()
    await page.screenshot({ path: 'docs/images/console-search.png' })
    await page.goto(`${scene.url}/console#/person/${ids.bob}`)
    await page.getByText('no attempts left').waitFor()
    await page.getByText('selfie', { exact: true }).waitFor()
    await page.screenshot({ path: 'docs/images/console-person.png' })
    await context.close()
  } finally {
    await scene.close()
  }
}
