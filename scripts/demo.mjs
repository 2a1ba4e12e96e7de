import { pathToFileURL } from 'node:url'
import { ensureBuilt, ROOT } from './lib/workspace.mjs'

await ensureBuilt()
await import(new URL('demo/dist/main.js', pathToFileURL(ROOT)).href)

// A signal sent only to npm ends the shell between npm and this process and never arrives here. The parent then
// changes.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 250).unref()
