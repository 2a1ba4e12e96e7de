import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { hashOf, isDone, setDone } from '../../scripts/lib/stamp.mjs'

const WIDGET = dirname(fileURLToPath(import.meta.resolve('stripe-identity-widget')))
/** The output of builds, which is no part of their input. */
const MADE = ['node_modules', 'dist', '.cache', '.svelte-kit', 'next-env.d.ts']
const WINDOWS = process.platform === 'win32'

/**
 * Runs the `build` script of a page's package, unless `result` exists from a build with the same files and the same
 * widget. Rejects with the end of the build's output; `signal` ends a running build.
 */
export async function buildPage(folder: string, result: string, signal: AbortSignal): Promise<void> {
  const stamp = join(folder, '.cache', 'built')
  const hash = hashOf([folder, WIDGET], [], MADE)
  if (isDone(stamp, hash, [result])) return
  await rm(stamp, { force: true })
  await npmRunBuild(folder, signal)
  setDone(stamp, hash)
}

function npmRunBuild(folder: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    // A separate process group, so that the processes started by npm end with it. npm.cmd requires a shell.
    const child = spawn('npm', ['run', 'build'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !WINDOWS,
      shell: WINDOWS,
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4000)
      })
    }
    const end = () => void (WINDOWS ? child.kill() : process.kill(-(child.pid as number)))
    signal.addEventListener('abort', end, { once: true })
    child.once('error', reject)
    child.once('close', (code) => {
      signal.removeEventListener('abort', end)
      if (code === 0) resolve()
      else reject(new Error(stripVTControlCharacters(said).trim() || `npm run build ended with ${code}`))
    })
  })
}
