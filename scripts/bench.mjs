// `npm run bench` runs every part of bench/, keeps what it found in bench/results.json and brings docs/performance.md up to
// date. `npm run bench -- path size` only prints those parts; with `--keep` they are kept as well.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepResults, machine } from '../bench/lib/results.mjs'
import { writeGeneratedPages } from './lib/generated-pages.mjs'
import { node, run } from './lib/run.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

const asked = process.argv.slice(2).filter((name) => name !== '--keep')
const keeps = asked.length === 0 || process.argv.includes('--keep')
await ensureBuilt()
const parts = readdirSync('bench')
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => name.replace('.mjs', ''))
const unknown = asked.filter((name) => !parts.includes(name))
if (unknown.length > 0)
  throw new Error(`No part is named ${unknown.join(', ')}: there are ${parts.join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'identity-lines-'))
const failed = []
try {
  for (const name of asked.length > 0 ? asked : parts) {
    const file = join(folder, name)
    try {
      await node([`bench/${name}.mjs`], { env: { ...process.env, BENCH_LINES: file } })
    } catch (error) {
      // The other parts are worth their time all the same.
      failed.push(`${name}: ${error.message}`)
      continue
    }
    const sections = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text))
    const at = new Date().toISOString().slice(0, 10)
    if (keeps)
      keepResults({ [name]: { command: `npm run bench -- ${name}`, at, machine: machine(), sections } })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (keeps) {
  await writeGeneratedPages()
  await run('npx', ['biome', 'format', '--write', 'bench/results.json'])
}
if (failed.length > 0) throw new Error(failed.join('; '))
