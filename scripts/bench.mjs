import { readdirSync } from 'node:fs'
import { node } from './lib/run.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

/** `npm run bench` runs all benchmarks; `npm run bench -- path size` only the named ones. */
const asked = process.argv.slice(2)
await ensureBuilt()
for (const file of readdirSync('bench').filter((name) => name.endsWith('.mjs'))) {
  const name = file.replace('.mjs', '')
  if (asked.length === 0 || asked.includes(name)) await node([`bench/${file}`])
}
