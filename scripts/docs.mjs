// The documentation site: `npm run docs` builds it, `npm run docs -- dev` shows it with live updates.
import { writeFileSync } from 'node:fs'
import { generatedPages } from '../docs/generate.mjs'
import { run } from './lib/run.mjs'
import { vitepress } from './lib/vitepress.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

await ensureBuilt()
const pages = await generatedPages()
for (const [path, page] of Object.entries(pages)) writeFileSync(path, page)
await run('npx', ['biome', 'format', '--write', ...Object.keys(pages)])

const [command = 'build', ...args] = process.argv.slice(2)
await vitepress([command, ...args])
if (command === 'build')
  console.log('The site is in docs/.vitepress/dist; to look at it: npm run docs -- preview')
