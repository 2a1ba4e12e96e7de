import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The contract is private: its declarations move in beside ours, and imports of it become relative.

const types = fileURLToPath(new URL('../dist/types/', import.meta.url))
renameSync(join(types, 'contract/src'), join(types, 'contract.tmp'))
for (const name of readdirSync(join(types, 'console/src')))
  renameSync(join(types, 'console/src', name), join(types, name))
rmSync(join(types, 'contract'), { recursive: true })
rmSync(join(types, 'console'), { recursive: true })
renameSync(join(types, 'contract.tmp'), join(types, 'contract'))

for (const name of readdirSync(types, { recursive: true })) {
  if (!name.endsWith('.d.ts')) continue
  const up = '../'.repeat(name.split(/[/\\]/).length - 1) || './'
  const path = join(types, name)
  const text = readFileSync(path, 'utf8').replace(
    /(['"])stripe-identity-contract\1/g,
    `$1${up}contract/index.js$1`,
  )
  writeFileSync(path, text)
}
