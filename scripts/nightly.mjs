// `npm run test:nightly`: runs `npm test` with a new seed, which it prints, and five times as many random cases, then
// the release tests and the mutation test.
import { randomInt } from 'node:crypto'
import { node } from './lib/run.mjs'

process.env.SEED ??= String(randomInt(2 ** 31))
process.env.EFFORT ??= '5'
console.log(`SEED=${process.env.SEED} EFFORT=${process.env.EFFORT}`)
const failures = []
for (const script of ['scripts/test.mjs', 'scripts/test-release.mjs', 'scripts/mutate.mjs']) {
  await node([script]).catch(({ message }) => failures.push(message))
}
if (failures.length > 0) throw new Error(`With SEED=${process.env.SEED}: ${failures.join('; ')}`)
