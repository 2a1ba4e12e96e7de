import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

// Prints what the console's first load costs, and refuses one over its budget.

const BUDGET = 35_000
const size = (name) =>
  gzipSync(readFileSync(new URL(`../dist/${name}`, import.meta.url)), { level: 9 }).length
const [script, style] = [size('identity-console.js'), size('page.css')]
console.log(`identity-console.js  ${script} B gzip, with Lit; page.css  ${style} B; of ${BUDGET} together`)
if (script + style > BUDGET) {
  console.error(`The first load is ${script + style - BUDGET} B over its budget.`)
  process.exit(1)
}
