// `npm run build` builds everything; `npm run build -- server sandbox` only the named packages.
import { pnpm } from './lib/run.mjs'
import { ensureBuilt, ensureInstalled } from './lib/workspace.mjs'

const names = process.argv.slice(2)
if (names.length === 0) {
  await ensureBuilt()
  console.log('Built: packages/*/dist')
} else {
  await ensureInstalled()
  await pnpm([...names.map((name) => `--filter=./packages/${name}`), '--fail-if-no-match', 'run', 'build'])
}
