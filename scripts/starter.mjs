// `npm run starter -- <folder>`: what `npm create stripe-identity` does, with the packages of this checkout.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packForRelease } from './lib/tarballs.mjs'
import { ensureBuilt, ROOT } from './lib/workspace.mjs'

await ensureBuilt()
const tarballs = mkdtempSync(join(tmpdir(), 'starter-'))
process.once('exit', () => rmSync(tarballs, { recursive: true, force: true }))
for (const name of ['widget', 'server', 'sandbox']) packForRelease(name, tarballs)

// Where the user stands, not where npm goes to: `npm run` starts in the repository.
process.chdir(process.env.INIT_CWD ?? process.cwd())
process.argv.push('--packages', tarballs)
await import(new URL('packages/create-stripe-identity/dist/cli.js', pathToFileURL(ROOT)).href)
