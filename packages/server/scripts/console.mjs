import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The console's page is served by the server itself: the files it needs become part of this package.

const from = join(dirname(fileURLToPath(import.meta.resolve('stripe-identity-console/package.json'))), 'dist')
const to = fileURLToPath(new URL('../dist/console', import.meta.url))
mkdirSync(to, { recursive: true })
for (const name of ['identity-console.js', 'identity-console.licenses.md', 'page.css']) {
  cpSync(join(from, name), join(to, name))
}
