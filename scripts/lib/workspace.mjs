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

/** The packages below demo/, each an app in one framework. */
export function frameworkPages() {
  return readdirSync('demo')
    .map((name) => join('demo', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
}

/** Installs the dependencies of the lockfile, unless that was already done. */
export async function ensureInstalled() {
  process.chdir(ROOT)
  const hash = hashOf([], ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()])
  const stamp = join('node_modules', '.cache', 'installed')
  if (isDone(stamp, hash, ['node_modules'])) return
  await pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], {
    // Compiling SQLite's one large file takes longest. It runs in parallel with the rest, and without the last
    // optimisations, which would take more time than all other work.
    env: { ...process.env, JOBS: 'max', CFLAGS: '-O2', CXXFLAGS: '-O2' },
  })
  setDone(stamp, hash)
}

/** Builds every package and the demo's server into their dist/ folders, unless nothing changed since. */
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
  // The demo builds its framework pages itself, each on its first visit.
  const which = ['--filter=./packages/*', '--filter=./demo']
  await pnpm([...which, '--if-present', '--reporter=append-only', 'run', 'build'], {
    // In a test run NODE_ENV is `test`, which would lead to a development build.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  setDone(stamp, hash)
}

function hasBuild(folder) {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return scripts?.build !== undefined
}
