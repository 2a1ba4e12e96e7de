// The mutation score of the code that decides states, owners, limits and signatures, by Stryker: `npm run test:mutation`,
// also a part of the nightly run. Files that stayed as they were keep their last result. `--keep` writes the figures to
// docs/performance.md.
import { readFileSync } from 'node:fs'
import { line } from '../bench/lib/report.mjs'
import { keepResults, machine } from '../bench/lib/results.mjs'
import { writeGeneratedPages } from './lib/generated-pages.mjs'
import { run } from './lib/run.mjs'
import { AIM, reportOf } from './lib/stryker.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

const RUNS = [
  { folder: 'packages/server', name: 'rules', config: 'stryker.config.mjs', what: 'the rules of the truth' },
  {
    ...{ folder: 'packages/server', name: 'services', config: 'stryker.services.config.mjs' },
    what: 'the services, owners, limits and signatures',
  },
  {
    folder: 'packages/widget',
    name: 'states',
    config: 'stryker.config.mjs',
    what: 'the states of the element',
  },
]

await ensureBuilt()
const sections = []
for (const { folder, name, config, what } of RUNS) {
  await run('npx', ['stryker', 'run', config], { cwd: folder })
  const title = `Changes of ${what} that a test notices (Stryker)`
  sections.push({ title, lines: linesOf(`${folder}/${reportOf(name)}`) })
}
if (process.argv.includes('--keep')) {
  const at = new Date().toISOString().slice(0, 10)
  keepResults({ mutation: { command: 'npm run test:mutation', at, machine: machine(), sections } })
  await writeGeneratedPages()
  await run('npx', ['biome', 'format', '--write', 'bench/results.json'])
}
const low = sections.flatMap(({ lines }) => lines).filter(({ ratio }) => ratio.median < 1)
if (low.length > 0)
  throw new Error(`Tests notice less than ${AIM} % of ${low.map(({ what }) => what).join(' and ')}`)

/** A line for each file of a report, and one for all of them. */
function linesOf(report) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'))
  const scores = Object.entries(files).map(([file, { mutants }]) => [file, scoreOf(mutants)])
  const all = scoreOf(Object.values(files).flatMap(({ mutants }) => mutants))
  return [...scores, ['all of them', all]].map(([what, { noticed, made }]) =>
    line({
      ...{ what: `${what}: ${made} changes`, unit: '%', ours: (noticed / made) * 100 },
      ...{ against: 'aim', peer: AIM, aim: 'at least 1' },
    }),
  )
}

/** The number of changes that a test noticed; one that makes a test run for ever is noticed too. */
function scoreOf(mutants) {
  const counted = mutants.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  )
  const noticed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  return { noticed: noticed.length, made: counted.length }
}
