import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Returns the violations that axe finds on the current page, as readable lines. */
export async function problems(page: Page): Promise<string[]> {
  const axe = await readFile(AXE, 'utf8')
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (Reflect.get(window, 'axe') as typeof import('axe-core')).run()
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
    )
  })
}
