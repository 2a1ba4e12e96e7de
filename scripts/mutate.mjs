// The mutation score of the rules of the truth, by Stryker: `npm run test:mutation`, also a part of the nightly run. Only what
// changed since the last time is broken anew. `--keep` writes the figure to docs/performance.md.
import { readFileSync } from 'node:fs'
import { line } from '../bench/lib/report.mjs'
import { keepResults, machine } from '../bench/lib/results.mjs'
import { writeGeneratedPages } from './lib/generated-pages.mjs'
import { run } from './lib/run.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

const FOLDER = 'packages/server'
/** What Stryker fails below as well. */
const AIM = 90

await ensureBuilt()
await run('npx', ['stryker', 'run'], { cwd: FOLDER })

const { files } = JSON.parse(readFileSync(`${FOLDER}/.cache/mutation.json`, 'utf8'))
const scores = Object.entries(files).map(([file, { mutants }]) => [file, scoreOf(mutants)])
const all = scoreOf(Object.values(files).flatMap(({ mutants }) => mutants))
const lines = [...scores, ['all of them', all]].map(([what, { noticed, made }]) =>
  line({
    ...{ what: `${what}: ${made} changes`, unit: '%', ours: (noticed / made) * 100 },
    ...{ against: 'aim', peer: AIM, aim: 'at least 1' },
  }),
)
if (process.argv.includes('--keep')) {
  const at = new Date().toISOString().slice(0, 10)
  const sections = [{ title: 'Changes of the rules that a test notices (Stryker)', lines }]
  keepResults({ mutation: { command: 'npm run test:mutation', at, machine: machine(), sections } })
  await writeGeneratedPages()
  await run('npx', ['biome', 'format', '--write', 'bench/results.json'])
}

/** How many of the changes a test noticed; one that makes a test run for ever is noticed too. */
function scoreOf(mutants) {
  const counted = mutants.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  )
  const noticed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  return { noticed: noticed.length, made: counted.length }
}
