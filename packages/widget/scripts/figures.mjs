import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

// Prints what a page pays for, and refuses a single file over its budget. `--render` also measures the first render,
// which needs a browser.

const BUDGET = 11_000
const dist = new URL('../dist/', import.meta.url).pathname
const measure = (name) => {
  const bytes = readFileSync(join(dist, name))
  return { name, gzip: gzipSync(bytes, { level: 9 }).length, bytes }
}

const file = measure('identity-verification.js')
const chunks = readdirSync(join(dist, 'chunks'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => measure(`chunks/${name}`))
const sri = createHash('sha384').update(file.bytes).digest('base64')
console.log(
  `first file gzip: ${file.gzip} B of at most ${BUDGET} (${file.name}, with Lit and the first English texts)`,
)
console.log(`  integrity="sha384-${sri}"`)
const names = readdirSync(new URL('../src/locales/', import.meta.url)).map(
  (name) => `chunks/${name.slice(0, -3)}.js`,
)
for (const { name, gzip } of chunks.filter(({ name }) => !names.includes(name)))
  console.log(`${name}  ${gzip} B gzip, on demand`)
const languages = chunks.filter(({ name }) => names.includes(name)).map(({ gzip }) => gzip)
console.log(
  `${languages.length} halves of languages  ${Math.min(...languages)} to ${Math.max(...languages)} B gzip, each on demand`,
)
if (file.gzip > BUDGET) {
  console.error(`${file.name} is ${file.gzip - BUDGET} B over its budget`)
  process.exit(1)
}
if (process.argv.includes('--render')) {
  const { chromium } = await import('playwright-core')
  const { CHROMIUM_FLAGS, findChromium } = await import('../../../scripts/lib/chromium.mjs')
  const { firstRender, spread } = await import('./first-render.mjs')
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
  const { clock, thread } = await firstRender(browser)
  await browser.close()
  console.log(`first render, CPU throttled 4×, median of ${clock.length}: ${spread(clock)}`)
  console.log(`the same with the evaluation of the file, CPU time × 4: ${spread(thread)}`)
}
