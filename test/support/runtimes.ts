import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../docs/.cache/runtimes', import.meta.url))
/** Exact versions, like every dependency; not in package.json, because they are large and used by one test only. */
const VERSIONS = { bun: '1.4.5', deno: '2.9.6' } as const

export type Runtime = keyof typeof VERSIONS

/** Installs a missing runtime and adds it to the PATH; throws if npm has none for this platform. */
export function haveRuntime(name: Runtime): void {
  if (runs(name)) return
  mkdirSync(FOLDER, { recursive: true })
  const bin = join(FOLDER, 'node_modules', '.bin')
  process.env.PATH = [process.env.PATH, bin].join(delimiter)
  if (existsSync(join(bin, name)) && runs(name)) return
  const npm = ['install', '--no-audit', '--no-fund', '--prefix', FOLDER, `${name}@${VERSIONS[name]}`]
  execFileSync('npm', npm, { stdio: 'pipe', shell: process.platform === 'win32' })
  if (!runs(name)) throw new Error(`${name} does not run here`)
}

function runs(name: Runtime): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'pipe', shell: process.platform === 'win32' })
    return true
  } catch {
    return false
  }
}
