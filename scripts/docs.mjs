// The documentation site: `npm run docs` builds it, `npm run docs -- dev` shows it with live updates.
import { writeGeneratedPages } from './lib/generated-pages.mjs'
import { vitepress } from './lib/vitepress.mjs'
import { ensureBuilt } from './lib/workspace.mjs'

await ensureBuilt()
await writeGeneratedPages()

const [command = 'build', ...args] = process.argv.slice(2)
await vitepress([command, ...args])
if (command === 'build')
  console.log('The site is in docs/.vitepress/dist; to look at it: npm run docs -- preview')
