import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pnpm } from './run.mjs'
import { hashOf, isDone, setDone } from './stamp.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const packages = () => readdirSync('packages').map((name) => join('packages', name))

/** Installs what the lockfile names, unless that was done already. */
export async function ensureInstalled() {
  process.chdir(ROOT)
  const manifests = [...packages(), 'demo', 'bench', '.'].map((folder) => join(folder, 'package.json'))
  const hash = hashOf([], ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests])
  const stamp = join('node_modules', '.cache', 'installed')
  if (isDone(stamp, hash, ['node_modules'])) return
  await pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], {
    // SQLite's one large file is what takes long; at least the rest is compiled beside it.
    env: { ...process.env, JOBS: 'max' },
  })
  setDone(stamp, hash)
}

/** Builds every package into its dist/, unless nothing changed since. */
export async function ensureBuilt() {
  await ensureInstalled()
  const hash = hashOf([...packages(), 'demo'], ['pnpm-lock.yaml', 'tsconfig.base.json'])
  const stamp = join('node_modules', '.cache', 'built')
  const results = ['server', 'sandbox', 'widget'].map((name) => join('packages', name, 'dist'))
  if (isDone(stamp, hash, results)) return
  await pnpm(['--recursive', '--if-present', '--reporter=append-only', 'run', 'build'])
  setDone(stamp, hash)
}
