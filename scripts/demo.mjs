import { pathToFileURL } from 'node:url'
import { ensureBuilt, ROOT } from './lib/workspace.mjs'

await ensureBuilt()
await import(new URL('demo/dist/main.js', pathToFileURL(ROOT)).href)
