// `npm run starter -- <folder>`: does what `npm create stripe-identity` does, with the packages of this checkout.
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packedPackages } from './lib/tarballs.mjs'
import { ensureBuilt, ROOT } from './lib/workspace.mjs'

await ensureBuilt()
const tarballs = dirname(packedPackages().server)

// The user's working directory: `npm run` changes to the repository.
process.chdir(process.env.INIT_CWD ?? process.cwd())
process.argv.push('--packages', tarballs)
await import(new URL('packages/create-stripe-identity/dist/cli.js', pathToFileURL(ROOT)).href)
