import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pnpm } from './run.mjs'
import { hashOf, isDone, setDone } from './stamp.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The folders of our packages. */
export function packages() {
  return readdirSync('packages')
    .map((name) => join('packages', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
}

const manifests = () =>
  [...packages(), ...frameworkPages(), 'demo', 'bench', 'docs', '.'].map((folder) =>
    join(folder, 'package.json'),
  )

/** The packages below demo/, each an app of one framework. */
export function frameworkPages() {
  return readdirSync('demo')
    .map((name) => join('demo', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
}

/** Installs what the lockfile names, unless that was done already. */
export async function ensureInstalled() {
  process.chdir(ROOT)
  const hash = hashOf([], ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()])
  const stamp = join('node_modules', '.cache', 'installed')
  if (isDone(stamp, hash, ['node_modules'])) return
  await pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], {
    // SQLite's one large file is what takes long: compiled beside the rest, and without the last optimisations, which
    // take more time than everything else.
    env: { ...process.env, JOBS: 'max', CFLAGS: '-O2', CXXFLAGS: '-O2' },
  })
  setDone(stamp, hash)
}

/** Builds every package and the demo's server into their dist/, unless nothing changed since. */
export async function ensureBuilt() {
  await ensureInstalled()
  const server = ['package.json', 'tsconfig.json', 'tsdown.config.ts'].map((name) => join('demo', name))
  const hash = hashOf(
    [...packages(), join('demo', 'src')],
    ['pnpm-lock.yaml', 'tsconfig.base.json', ...server],
  )
  const stamp = join('node_modules', '.cache', 'built')
  const results = [...packages(), 'demo'].filter(hasBuild).map((folder) => join(folder, 'dist'))
  if (isDone(stamp, hash, results)) return
  // The framework pages below demo/ are built by the demo itself, each on its first visit.
  const which = ['--filter=./packages/*', '--filter=./demo']
  await pnpm([...which, '--if-present', '--reporter=append-only', 'run', 'build'], {
    // Called by a test, it would otherwise build what is for development.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  setDone(stamp, hash)
}

function hasBuild(folder) {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return scripts?.build !== undefined
}
