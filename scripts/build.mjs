// `npm run build`; `npm run build -- server sandbox` builds only the packages that are named.
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
