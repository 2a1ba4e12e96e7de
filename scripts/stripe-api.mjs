// `node scripts/stripe-api.mjs`: extracts the facts from Stripe's API description, the file named by
// STRIPE_IDENTITY_OPENAPI.
import { readFileSync, writeFileSync } from 'node:fs'
import { run } from './lib/run.mjs'
import { factsOf, STRIPE_API } from './lib/stripe-api.mjs'
import { ROOT } from './lib/workspace.mjs'

process.chdir(ROOT)
const source = process.env.STRIPE_IDENTITY_OPENAPI
if (!source) throw new Error('STRIPE_IDENTITY_OPENAPI has to name the file of the description.')
writeFileSync(STRIPE_API, JSON.stringify(factsOf(JSON.parse(readFileSync(source, 'utf8')))))
await run('npx', ['biome', 'format', '--write', STRIPE_API])
