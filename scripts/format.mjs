import { run } from './lib/run.mjs'
import { ensureInstalled } from './lib/workspace.mjs'

await ensureInstalled()
await run('npx', ['biome', 'check', '--write', '.'])
