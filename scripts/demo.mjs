import { pathToFileURL } from 'node:url'
import { ensureBuilt, ROOT } from './lib/workspace.mjs'

await ensureBuilt()
await import(new URL('demo/dist/main.js', pathToFileURL(ROOT)).href)

// A signal for npm alone ends the shell between npm and us, and never reaches us: then the parent changes.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 250).unref()
