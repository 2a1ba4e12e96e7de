// Turns the changesets into the next version of all packages and their changelogs, and updates all other mentions of
// the version.
import { readFileSync, writeFileSync } from 'node:fs'
import { run } from './lib/run.mjs'
import { manifestOf } from './lib/tarballs.mjs'
import { ensureInstalled } from './lib/workspace.mjs'

const API = 'docs/openapi.yaml'

await ensureInstalled()
await run('npx', ['changeset', 'version'])
const { version } = manifestOf('server')
writeFileSync(API, readFileSync(API, 'utf8').replace(/^( {2}version: ).*$/m, `$1${version}`))
await run('npx', ['biome', 'check', '--write', '.'])
console.log(`Now at ${version}: commit it, tag it v${version}, and push both.`)
