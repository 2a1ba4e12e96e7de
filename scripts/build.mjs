import { ensureBuilt } from './lib/workspace.mjs'

await ensureBuilt()
console.log('Built: packages/*/dist')
