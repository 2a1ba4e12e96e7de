// `npm run test:nightly`: npm test with a seed of its own, which it prints, what is rehearsed before a release, and whether
// the tests notice a broken rule.
import { randomInt } from 'node:crypto'
import { node } from './lib/run.mjs'

process.env.SEED ??= String(randomInt(2 ** 31))
console.log(`SEED=${process.env.SEED}`)
const failures = []
for (const script of ['scripts/test.mjs', 'scripts/test-release.mjs', 'scripts/mutate.mjs']) {
  await node([script]).catch(({ message }) => failures.push(message))
}
if (failures.length > 0) throw new Error(`With SEED=${process.env.SEED}: ${failures.join('; ')}`)
