import { publishAll } from './lib/publish.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

await ensureBuilt()
await publishAll()
